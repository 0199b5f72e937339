import type { Locale } from "@acquis/shared/accounts/account.schema.ts";
import type { Day, Level, Month } from "@acquis/shared/platform/primitives.schema.ts";
import { competenciesOfExperience } from "@acquis/shared/portfolio/declarations.rules.ts";
import {
  byCompetency,
  levelOf,
  markOf,
  standingOf,
  stands,
} from "@acquis/shared/portfolio/evidence.rules.ts";
import { type Evidence, PROVING_KINDS } from "@acquis/shared/portfolio/evidence.schema.ts";
import type { CompetencyRef } from "@acquis/shared/referential/referential.schema.ts";
import type { PortfolioDocument, StoredExperience } from "../portfolio.store.ts";
import type { PortfolioPerson } from "../portfolio-context.ts";
import { cvWords, sayDay } from "./cv-words.ts";

export interface CvCompetency {
  label: string;
  level: Level;
}

/** What a CV says, in order, before anything is drawn. */
export interface CvContent {
  locale: Locale;
  name: string;
  email: string;
  printedOn: Day;
  occupations: string[];
  proven: (CvCompetency & { proof: string })[];
  acquired: CvCompetency[];
  upcoming: { month: Month; training: string; competencies: CvCompetency[] }[];
  experiences: (StoredExperience & { competencies: string[] })[];
  /** Left out to keep to two pages. */
  leftOut: { proven: number; acquired: number; upcoming: number; experiences: number };
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

const MOST = { proven: 18, acquired: 24, upcoming: 20, experiences: 8 };

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
  const proof = words.attested(who, sayDay(best.observedOn ?? best.addedOn, locale));
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
      value: availableFrom <= today ? words.now : sayDay(availableFrom, locale),
    });
  if (lines.length > 0 || preferences.contracts.length > 0)
    lines.push({
      label: words.labels.contracts,
      value: preferences.contracts.map((kind) => words.contracts[kind]).join(", ") || words.anyContract,
    });
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
export function toCvContent(source: CvSource): CvContent {
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
  const room = { left: MOST.upcoming };
  const shownUpcoming = upcoming.flatMap((group) => {
    const shown = group.competencies.sort(strongest).slice(0, room.left);
    room.left -= shown.length;
    return shown.length > 0 ? [{ ...group, competencies: shown }] : [];
  });
  const experiences = [...portfolio.experiences].sort(
    (a, b) =>
      (b.endsOn ?? "9999-12").localeCompare(a.endsOn ?? "9999-12") || b.startsOn.localeCompare(a.startsOn),
  );
  const countUpcoming = upcoming.reduce((sum, group) => sum + group.competencies.length, 0);
  return {
    locale,
    name: `${person.firstName} ${person.lastName}`,
    email: person.email,
    printedOn: today,
    occupations: portfolio.preferences.occupationCodes.map((code) =>
      labelOf(occupations.get(code), code, locale),
    ),
    proven: proven.sort(strongest).slice(0, MOST.proven),
    acquired: acquired.sort(strongest).slice(0, MOST.acquired),
    upcoming: shownUpcoming,
    experiences: experiences.slice(0, MOST.experiences).map((experience) => ({
      ...experience,
      competencies: competenciesOfExperience(portfolio.evidence, experience.id).map(label),
    })),
    leftOut: {
      proven: Math.max(0, proven.length - MOST.proven),
      acquired: Math.max(0, acquired.length - MOST.acquired),
      upcoming: Math.max(0, countUpcoming - MOST.upcoming),
      experiences: Math.max(0, experiences.length - MOST.experiences),
    },
    preferences: preferencesOf(source),
  };
}
