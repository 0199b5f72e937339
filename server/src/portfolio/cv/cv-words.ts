import type { Locale } from "@acquis/shared/accounts/account.schema.ts";
import type { Day, Level, Month } from "@acquis/shared/platform/primitives.schema.ts";
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
  also: (count: number) => string;
  more: (count: number) => string;
  seeking: string;
  where: (place: string, radiusKm: number) => string;
  labels: { occupations: string; place: string; availableFrom: string; contracts: string };
  now: string;
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
      proven: "prouvée : quelqu’un l’atteste",
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
    also: (count) => (count === 1 ? "et une autre personne" : `et ${count} autres personnes`),
    more: (count) => (count === 1 ? "et une autre" : `et ${count} autres`),
    seeking: "Recherche",
    where: (place, radiusKm) => (radiusKm > 0 ? `${place}, ${radiusKm} km autour` : place),
    labels: {
      occupations: "Métiers",
      place: "Lieu",
      availableFrom: "Disponible",
      contracts: "Contrats",
    },
    now: "dès maintenant",
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
      proven: "proven: attested by someone",
      acquired: "acquired: declared",
      upcoming: "coming: in training, month expected",
    },
    levels: { 1: "basics", 2: "with help", 3: "on their own", 4: "can teach it" },
    contracts: {
      permanent: "permanent",
      fixedTerm: "fixed term",
      temporary: "temporary",
      apprenticeship: "apprenticeship",
      seasonal: "seasonal",
      partTime: "part time",
    },
    attested: (who, day) => `Attested by ${who}, ${day}`,
    also: (count) => (count === 1 ? "and one other person" : `and ${count} other people`),
    more: (count) => (count === 1 ? "and one more" : `and ${count} more`),
    seeking: "Looking for",
    where: (place, radiusKm) => (radiusKm > 0 ? `${place}, within ${radiusKm} km` : place),
    labels: {
      occupations: "Occupations",
      place: "Place",
      availableFrom: "Available",
      contracts: "Contracts",
    },
    now: "now",
    anyContract: "any",
    today: "today",
    page: (page, pages) => `page ${page} of ${pages}`,
    printed: (day) => `Issued on ${day}`,
    empty: "This portfolio holds no competency yet.",
  },
};

const zones = { fr: "fr-FR", en: "en-GB" } as const;

/** `2027-01-31` → « 31 janvier 2027 », and « 1er » as French writes it. */
export function sayDay(day: Day, locale: Locale): string {
  const text = new Intl.DateTimeFormat(zones[locale], { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
  return locale === "fr" ? text.replace(/^1 /, "1er ") : text;
}

/** `2027-01` → « janvier 2027 ». */
export function sayMonth(month: Month, locale: Locale): string {
  return new Intl.DateTimeFormat(zones[locale], {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${month}-01T00:00:00Z`));
}
