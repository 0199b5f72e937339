import type { Locale } from "@acquis/shared/accounts/account.schema.ts";
import type { Level, Month } from "@acquis/shared/platform/primitives.schema.ts";
import type { ContractKind } from "@acquis/shared/portfolio/portfolio.schema.ts";

/** Everything the CV says by itself, in one language. */
export interface CvWords {
  sections: {
    proven: string;
    acquired: string;
    upcoming: string;
    experiences: string;
    preferences: string;
  };
  legend: { proven: string; acquired: string; upcoming: string };
  levels: Record<Level, string>;
  contracts: Record<ContractKind, string>;
  attested: (who: string, day: string) => string;
  badged: (badge: string, who: string, day: string) => string;
  also: (count: number) => string;
  some: (shown: number, all: number) => string;
  where: (place: string, radiusKm: number) => string;
  labels: { occupations: string; place: string; availableFrom: string; contracts: string };
  now: string;
  availableFrom: (day: string) => string;
  availableNow: string;
  anyContract: string;
  today: string;
  page: (page: number, pages: number) => string;
  printed: (day: string) => string;
  empty: string;
}

export const cvWords: Record<Locale, CvWords> = {
  fr: {
    sections: {
      proven: "Compétences prouvées",
      acquired: "Compétences acquises",
      upcoming: "En cours d’acquisition",
      experiences: "Expériences",
      preferences: "Recherche",
    },
    legend: {
      proven: "prouvée : quelqu’un l’atteste, ou un badge reconnu",
      acquired: "acquise : déclarée",
      upcoming: "en cours : formation suivie, mois prévu",
    },
    levels: { 1: "notions", 2: "avec de l’aide", 3: "en autonomie", 4: "peut transmettre" },
    contracts: {
      permanent: "CDI",
      fixedTerm: "CDD",
      temporary: "intérim",
      apprenticeship: "alternance",
      seasonal: "saisonnier",
      partTime: "temps partiel",
    },
    attested: (who, day) => `Attestée par ${who}, le ${day}`,
    badged: (badge, who, day) => `Badge reconnu « ${badge} », ${who}, le ${day}`,
    also: (count) => (count === 1 ? "et une autre personne" : `et ${count} autres personnes`),
    some: (shown, all) => `${shown} sur ${all}`,
    where: (place, radiusKm) => (radiusKm > 0 ? `${place}, ${radiusKm} km autour` : place),
    labels: {
      occupations: "Métiers",
      place: "Lieu",
      availableFrom: "Disponible",
      contracts: "Contrats",
    },
    now: "dès maintenant",
    availableFrom: (day) => `disponible à partir du ${day}`,
    availableNow: "disponible dès maintenant",
    anyContract: "tous",
    today: "aujourd’hui",
    page: (page, pages) => `page ${page} sur ${pages}`,
    printed: (day) => `Établi le ${day}`,
    empty: "Ce portfolio ne contient encore aucune compétence.",
  },
  en: {
    sections: {
      proven: "Proven competencies",
      acquired: "Acquired competencies",
      upcoming: "Being acquired",
      experiences: "Experience",
      preferences: "Looking for",
    },
    legend: {
      proven: "proven: attested by someone, or by a recognised badge",
      acquired: "acquired: declared",
      upcoming: "coming: in training, month expected",
    },
    levels: { 1: "basics", 2: "with help", 3: "independently", 4: "can teach it" },
    contracts: {
      permanent: "permanent",
      fixedTerm: "fixed term",
      temporary: "temporary",
      apprenticeship: "apprenticeship",
      seasonal: "seasonal",
      partTime: "part time",
    },
    attested: (who, day) => `Attested by ${who}, ${day}`,
    badged: (badge, who, day) => `Recognised badge “${badge}”, ${who}, ${day}`,
    also: (count) => (count === 1 ? "and one other person" : `and ${count} other people`),
    some: (shown, all) => `${shown} of ${all}`,
    where: (place, radiusKm) => (radiusKm > 0 ? `${place}, within ${radiusKm} km` : place),
    labels: {
      occupations: "Occupations",
      place: "Place",
      availableFrom: "Available",
      contracts: "Contracts",
    },
    now: "now",
    availableFrom: (day) => `available from ${day}`,
    availableNow: "available now",
    anyContract: "any",
    today: "today",
    page: (page, pages) => `page ${page} of ${pages}`,
    printed: (day) => `Issued on ${day}`,
    empty: "This portfolio holds no competency yet.",
  },
};

const zones = { fr: "fr-FR", en: "en-GB" } as const;

/** `2027-01` → « janvier 2027 », kept on one line. */
export function sayMonth(month: Month, locale: Locale): string {
  return new Intl.DateTimeFormat(zones[locale], {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  })
    .format(new Date(`${month}-01T00:00:00Z`))
    .replace(" ", "\u00a0");
}
