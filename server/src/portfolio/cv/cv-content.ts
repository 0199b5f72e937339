import type { Locale } from "@acquis/shared/accounts/account.schema.ts";
import { dayInWords } from "@acquis/shared/platform/dates.ts";
import type { Day, Level, Month } from "@acquis/shared/platform/primitives.schema.ts";
import { competenciesOfExperience } from "@acquis/shared/portfolio/declarations.rules.ts";
import {
  byCompetency,
  levelOf,
  markOf,
  PROVING_KINDS,
  standingOf,
  stands,
} from "@acquis/shared/portfolio/evidence.rules.ts";
import type { Evidence } from "@acquis/shared/portfolio/evidence.schema.ts";
import type { CompetencyRef } from "@acquis/shared/referential/referential.schema.ts";
import type { PortfolioDocument, StoredExperience } from "../portfolio.store.ts";
import type { PortfolioPerson } from "../portfolio-context.ts";
import { cvWords } from "./cv-words.ts";

export interface CvCompetency {
  label: string;
  level: Level;
}

/** What a CV says, in order, before anything is drawn. */
export interface CvContent {
  locale: Locale;
  name: string;
  printedOn: Day;
  occupations: string[];
  /** How to reach them, where they are, and when they can start. */
  contact: string[];
  proven: (CvCompetency & { proof: string })[];
  acquired: CvCompetency[];
  upcoming: { month: Month; training: string; competencies: CvCompetency[] }[];
  experiences: (StoredExperience & { competencies: string[] })[];
  /** How many there are, shown or not. */
  counts: { proven: number; acquired: number; upcoming: number; experiences: number };
  preferences: { label: string; value: string }[];
}

export interface CvSource {
  portfolio: PortfolioDocument;
  person: PortfolioPerson;
  competencies: ReadonlyMap<string, CompetencyRef>;
  occupations: ReadonlyMap<string, { label: string; labelEn?: string | null }>;
  today: Day;
  locale: Locale;
}

/** How much a CV says: what is beyond is counted, not shown. */
export interface CvLimits {
  proven: number;
  acquired: number;
  upcoming: number;
  experiences: number;
  /** Characters of a description. */
  description: number;
}

/** From generous to tight: the first that holds on two pages is used. */
export const CV_LIMITS: readonly CvLimits[] = [
  { proven: 20, acquired: 24, upcoming: 20, experiences: 8, description: 420 },
  { proven: 16, acquired: 18, upcoming: 14, experiences: 6, description: 240 },
  { proven: 12, acquired: 14, upcoming: 10, experiences: 5, description: 140 },
  { proven: 8, acquired: 10, upcoming: 8, experiences: 4, description: 80 },
];

function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/[\s.,;:!?]+\S*$/, "")}…`;
}

/** Who vouches and when: the strongest proof first, then the latest. */
function proofOf(evidence: readonly Evidence[], locale: Locale): string {
  const proofs = evidence
    .filter((item) => stands(item) && PROVING_KINDS.includes(item.kind))
    .sort(
      (a, b) =>
        levelOf(b) - levelOf(a) || (b.observedOn ?? b.addedOn).localeCompare(a.observedOn ?? a.addedOn),
    );
  const [best] = proofs;
  if (!best) return "";
  const words = cvWords[locale];
  const who = [best.by?.name, best.by?.organisation]
    .filter((name, index, all) => name && all.indexOf(name) === index)
    .join(", ");
  const others = new Set(proofs.map((item) => item.by?.id)).size - 1;
  const day = dayInWords(best.observedOn ?? best.addedOn, locale);
  const proof = best.badge
    ? words.badged(best.badge.name, best.by?.name ?? "", day)
    : words.attested(who, day);
  return others > 0 ? `${proof}, ${words.also(others)}` : proof;
}

function preferencesOf({ portfolio, occupations, locale, today }: CvSource): CvContent["preferences"] {
  const { preferences } = portfolio;
  const words = cvWords[locale];
  const sought = preferences.occupationCodes.map((code) => labelOf(occupations.get(code), code, locale));
  const lines: CvContent["preferences"] = [];
  if (sought.length > 0) lines.push({ label: words.labels.occupations, value: sought.join(" · ") });
  if (preferences.place)
    lines.push({
      label: words.labels.place,
      value: words.where(preferences.place.name, preferences.radiusKm),
    });
  const { availableFrom } = preferences;
  if (availableFrom)
    lines.push({
      label: words.labels.availableFrom,
      value: availableFrom <= today ? words.now : dayInWords(availableFrom, locale),
    });
  if (lines.length > 0 || preferences.contracts.length > 0)
    lines.push({
      label: words.labels.contracts,
      value: preferences.contracts.map((kind) => words.contracts[kind]).join(", ") || words.anyContract,
    });
  return lines;
}

function contactOf({ portfolio, person, locale, today }: CvSource): string[] {
  const { place, availableFrom } = portfolio.preferences;
  const words = cvWords[locale];
  const lines = [person.email];
  if (place) lines.push(place.name);
  if (availableFrom)
    lines.push(
      availableFrom <= today ? words.availableNow : words.availableFrom(dayInWords(availableFrom, locale)),
    );
  return lines;
}

function labelOf(
  item: { label: string; labelEn?: string | null } | undefined,
  id: string,
  locale: Locale,
): string {
  return (locale === "en" ? item?.labelEn : null) ?? item?.label ?? id;
}

/** Draws from a portfolio what its CV says on a day: what stands, strongest first, bounded to two pages. */
export function toCvContent(source: CvSource, most: CvLimits): CvContent {
  const { portfolio, person, competencies, occupations, today, locale } = source;
  const collator = new Intl.Collator(locale);
  const label = (id: string) => labelOf(competencies.get(id), id, locale);
  const strongest = (a: CvCompetency, b: CvCompetency) =>
    b.level - a.level || collator.compare(a.label, b.label);
  const proven: CvContent["proven"] = [];
  const acquired: CvCompetency[] = [];
  const groups = new Map<string, CvContent["upcoming"][number]>();
  for (const [id, evidence] of byCompetency(portfolio.evidence)) {
    const standing = standingOf(evidence, today);
    const mark = markOf(standing);
    if (mark === "proven" && standing.proven)
      proven.push({ label: label(id), level: standing.proven, proof: proofOf(evidence, locale) });
    else if (mark === "acquired" && standing.held) acquired.push({ label: label(id), level: standing.held });
    const promise = standing.upcoming.find((item) => item.level > (standing.held ?? 0));
    if (!promise) continue;
    const key = `${promise.month} ${promise.from}`;
    const group = groups.get(key) ?? { month: promise.month, training: promise.from, competencies: [] };
    group.competencies.push({ label: label(id), level: promise.level });
    groups.set(key, group);
  }
  const upcoming = [...groups.values()].sort(
    (a, b) => a.month.localeCompare(b.month) || collator.compare(a.training, b.training),
  );
  const room = { left: most.upcoming };
  const shownUpcoming = upcoming.flatMap((group) => {
    const shown = group.competencies.sort(strongest).slice(0, room.left);
    room.left -= shown.length;
    return shown.length > 0 ? [{ ...group, competencies: shown }] : [];
  });
  const experiences = [...portfolio.experiences].sort(
    (a, b) =>
      (b.endsOn ?? "9999-12").localeCompare(a.endsOn ?? "9999-12") || b.startsOn.localeCompare(a.startsOn),
  );
  return {
    locale,
    name: `${person.firstName} ${person.lastName}`,
    printedOn: today,
    contact: contactOf(source),
    occupations: portfolio.preferences.occupationCodes.map((code) =>
      labelOf(occupations.get(code), code, locale),
    ),
    proven: proven.sort(strongest).slice(0, most.proven),
    acquired: acquired.sort(strongest).slice(0, most.acquired),
    upcoming: shownUpcoming,
    experiences: experiences.slice(0, most.experiences).map((experience) => ({
      ...experience,
      description: clip(experience.description, most.description),
      competencies: competenciesOfExperience(portfolio.evidence, experience.id).map(label),
    })),
    counts: {
      proven: proven.length,
      acquired: acquired.length,
      upcoming: upcoming.reduce((sum, group) => sum + group.competencies.length, 0),
      experiences: experiences.length,
    },
    preferences: preferencesOf(source),
  };
}
