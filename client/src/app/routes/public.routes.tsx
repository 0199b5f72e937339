import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { withWords } from "../../platform/i18n.ts";
import { requireAccount, safeReturn } from "../guards.ts";
import { rootRoute } from "./root.route.tsx";

const getParentRoute = () => rootRoute;
const pages = withWords("pages");
const publicBadges = withWords("badges", "badgeChecks", "publicBadges");
const accounts = withWords("accounts");

export const publicRoutes = [
  createRoute({
    getParentRoute,
    path: "/",
    loader: pages,
    component: lazyRouteComponent(() => import("../pages/landing-page.tsx"), "LandingPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/regle",
    loader: pages,
    component: lazyRouteComponent(() => import("../pages/rule-page.tsx"), "RulePage"),
  }),
  createRoute({
    getParentRoute,
    path: "/accessibilite",
    loader: pages,
    component: lazyRouteComponent(() => import("../pages/accessibility-page.tsx"), "AccessibilityPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/mentions",
    loader: pages,
    component: lazyRouteComponent(() => import("../pages/legal-page.tsx"), "LegalPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/verifier",
    loader: withWords("badges", "badgeChecks", "badgeReading"),
    component: lazyRouteComponent(() => import("../../badges/verifier/verifier-page.tsx"), "VerifierPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/badges",
    loader: publicBadges,
    component: lazyRouteComponent(() => import("../../badges/public/framework-page.tsx"), "FrameworkPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/badges/cadre/$metaBadgeId",
    loader: publicBadges,
    component: lazyRouteComponent(() => import("../../badges/public/meta-badge-page.tsx"), "MetaBadgePage"),
  }),
  createRoute({
    getParentRoute,
    path: "/badges/achievements/$key",
    loader: publicBadges,
    component: lazyRouteComponent(
      () => import("../../badges/public/achievement-page.tsx"),
      "AchievementPage",
    ),
  }),
  createRoute({
    getParentRoute,
    path: "/badges/credentials/$badgeId",
    loader: publicBadges,
    component: lazyRouteComponent(
      () => import("../../badges/public/public-badge-page.tsx"),
      "PublicBadgePage",
    ),
  }),
  createRoute({
    getParentRoute,
    path: "/connexion",
    /** `fini`: the session ended while at work, which is not said to somebody who follows a link. */
    validateSearch: (search: Record<string, unknown>): { retour?: string | undefined; fini?: true } => ({
      retour: safeReturn(search.retour),
      ...(search.fini === true ? { fini: true } : {}),
    }),
    loader: accounts,
    component: lazyRouteComponent(() => import("../../accounts/sign-in-page.tsx"), "SignInPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/inscription",
    loader: accounts,
    component: lazyRouteComponent(() => import("../../accounts/register-page.tsx"), "RegisterPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/lien/$token",
    loader: accounts,
    component: lazyRouteComponent(() => import("../../accounts/link-page.tsx"), "LinkPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/mot-de-passe-oublie",
    loader: accounts,
    component: lazyRouteComponent(
      () => import("../../accounts/forgotten-password-page.tsx"),
      "ForgottenPasswordPage",
    ),
  }),
  createRoute({
    getParentRoute,
    path: "/demo/mails",
    loader: accounts,
    component: lazyRouteComponent(() => import("../../accounts/demo-mails-page.tsx"), "DemoMailsPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/compte",
    beforeLoad: requireAccount,
    loader: accounts,
    component: lazyRouteComponent(() => import("../../accounts/account-page.tsx"), "AccountPage"),
  }),
];
