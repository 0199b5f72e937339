import type accounts from "../accounts/accounts.fr.ts";
import type organisations from "../accounts/organisations.fr.ts";
import type attestations from "../attestations/attestations.fr.ts";
import type badgeChecks from "../badges/badgeChecks.fr.ts";
import type badgeReading from "../badges/badgeReading.fr.ts";
import type badges from "../badges/badges.fr.ts";
import type badgesDesk from "../badges/badgesDesk.fr.ts";
import type badgesRegion from "../badges/badgesRegion.fr.ts";
import type collection from "../badges/collection.fr.ts";
import type publicBadges from "../badges/publicBadges.fr.ts";
import type candidates from "../candidates/candidates.fr.ts";
import type observatory from "../observatory/observatory.fr.ts";
import type matches from "../offers/matches.fr.ts";
import type offers from "../offers/offers.fr.ts";
import type platform from "../platform/platform.fr.ts";
import type competency from "../portfolio/competency.fr.ts";
import type experiences from "../portfolio/experiences.fr.ts";
import type portfolio from "../portfolio/portfolio.fr.ts";
import type preferences from "../portfolio/preferences.fr.ts";
import type training from "../training/training.fr.ts";
import type ui from "../ui/ui.fr.ts";
import type app from "./app.fr.ts";
import type pages from "./pages.fr.ts";

/** Keys are checked by the compiler, per namespace; a new feature adds its line here. */
declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "app";
    resources: {
      accounts: typeof accounts;
      app: typeof app;
      attestations: typeof attestations;
      badgeChecks: typeof badgeChecks;
      badgeReading: typeof badgeReading;
      badges: typeof badges;
      badgesDesk: typeof badgesDesk;
      badgesRegion: typeof badgesRegion;
      candidates: typeof candidates;
      collection: typeof collection;
      competency: typeof competency;
      experiences: typeof experiences;
      matches: typeof matches;
      observatory: typeof observatory;
      offers: typeof offers;
      organisations: typeof organisations;
      pages: typeof pages;
      platform: typeof platform;
      portfolio: typeof portfolio;
      preferences: typeof preferences;
      publicBadges: typeof publicBadges;
      training: typeof training;
      ui: typeof ui;
    };
  }
}
