import { dayIndex, monthIndex, monthOf } from "../platform/dates.ts";
import type { Level, Month } from "../platform/primitives.schema.ts";
import { matchesText } from "../referential/text.rules.ts";
import type { Counts, Verdict } from "./candidate.schema.ts";
import type { CandidateProfile, CandidateQuery } from "./candidate-profile.ts";
import { distanceKm, distanceStep } from "./distance.rules.ts";
import { hash32, rotation } from "./rotation.rules.ts";

interface AskedCompetency {
  competencyId: string;
  level: Level;
  familyId?: string | null;
}

/** The first promise that meets the level between this month and the month needed, or null. */
export function promiseFor(
  profile: CandidateProfile,
  asked: AskedCompetency,
  from: Month,
  until: Month,
): { level: Level; month: Month } | null {
  let best: { level: Level; month: Month } | null = null;
  for (const promise of profile.upcoming) {
    if (promise.competencyId !== asked.competencyId || promise.level < asked.level) continue;
    if (promise.month < from || promise.month > until) continue;
    if (
      best === null ||
      promise.month < best.month ||
      (promise.month === best.month && promise.level > best.level)
    )
      best = { level: promise.level, month: promise.month };
  }
  return best;
}

/** The verdict on one competency asked (DESIGN section 3, "Order of candidates"). */
export function verdictOn(profile: CandidateProfile, asked: AskedCompetency, query: CandidateQuery): Verdict {
  const proven = profile.proven[asked.competencyId];
  if (proven !== undefined && proven >= asked.level) return { kind: "proven", level: proven };
  const held = profile.held[asked.competencyId];
  if (held !== undefined && held >= asked.level) return { kind: "acquired", level: held };
  const promise = promiseFor(profile, asked, monthOf(query.today), query.neededBy);
  if (promise) return { kind: "upcoming", ...promise };
  if (asked.familyId) {
    const near = profile.families[asked.familyId]?.find((id) => id !== asked.competencyId);
    if (near !== undefined) return { kind: "close", competencyId: near };
  }
  return { kind: "missing" };
}

const isReady = (verdict: Verdict) =>
  verdict.kind === "proven" || verdict.kind === "acquired" || verdict.kind === "upcoming";

export interface Judgement {
  counts: Counts;
  essential: Verdict[];
  useful: Verdict[];
}

/** All verdicts on a person for a query, and the counts that order them. */
export function judge(profile: CandidateProfile, query: CandidateQuery): Judgement {
  const essential = query.essential.map((asked) => verdictOn(profile, asked, query));
  // Useful ones are ready or not: a family that came along is not looked at.
  const useful = query.useful.map(({ competencyId, level }) =>
    verdictOn(profile, { competencyId, level }, query),
  );
  return {
    essential,
    useful,
    counts: {
      ready: essential.filter(isReady).length,
      proven: essential.filter((verdict) => verdict.kind === "proven").length,
      close: essential.filter((verdict) => verdict.kind === "close").length,
      useful: useful.filter(isReady).length,
    },
  };
}

/** Whether a person passes the filters of a query; filters never order. */
export function passesFilters(profile: CandidateProfile, query: CandidateQuery): boolean {
  if (query.contracts?.length && !query.contracts.some((kind) => profile.contracts.includes(kind)))
    return false;
  if (query.availableBy && profile.availableFrom !== null && profile.availableFrom > query.availableBy)
    return false;
  if (query.occupations?.length && !query.occupations.some((code) => profile.occupations.includes(code)))
    return false;
  if (query.areas?.length && !(profile.place && query.areas.includes(profile.place.area))) return false;
  if (query.place && query.maxDistanceKm !== undefined) {
    if (!profile.place || distanceKm(profile.place, query.place) > query.maxDistanceKm) return false;
  }
  return !query.text || matchesText(profile.words, query.text);
}

/** The keys that order candidates; compare with `compareRanked`. */
export interface Ranked {
  id: string;
  counts: Counts;
  step: number;
  turn: number;
}

/** The only ranking: ready, proven, close, useful, distance step, daily rotation, then id so that it is total. */
export function compareRanked(a: Ranked, b: Ranked): number {
  return (
    b.counts.ready - a.counts.ready ||
    b.counts.proven - a.counts.proven ||
    b.counts.close - a.counts.close ||
    b.counts.useful - a.counts.useful ||
    a.step - b.step ||
    a.turn - b.turn ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** The keys of one person for a query, or null when they are not shown (nothing ready, nothing close). */
export function rankOne(profile: CandidateProfile, query: CandidateQuery): (Ranked & Judgement) | null {
  const judgement = judge(profile, query);
  if (judgement.counts.ready + judgement.counts.close === 0) return null;
  return {
    id: profile.id,
    ...judgement,
    step: distanceStep(profile.place, query.place),
    turn: rotation(hash32(profile.id), hash32(query.today)),
  };
}

/** The reference every engine must equal: all people, filtered, judged, ordered. */
export function rankCandidates(
  profiles: Iterable<CandidateProfile>,
  query: CandidateQuery,
): (Ranked & Judgement)[] {
  const ranked: (Ranked & Judgement)[] = [];
  for (const profile of profiles) {
    if (!passesFilters(profile, query)) continue;
    const one = rankOne(profile, query);
    if (one) ranked.push(one);
  }
  return ranked.sort(compareRanked);
}

/** Availability bucket of a person on a day: now, within 31 days, within 92 days, later. */
export function availabilityOf(
  availableFrom: string | null,
  today: string,
): "now" | "month1" | "month3" | "later" {
  if (availableFrom === null) return "now";
  const days = dayIndex(availableFrom) - dayIndex(today);
  if (days <= 0) return "now";
  if (days <= 31) return "month1";
  return days <= 92 ? "month3" : "later";
}

/** Months a query may look ahead, from its day to `neededBy`, at least the current one. */
export function monthsAhead(query: CandidateQuery): number {
  return Math.max(0, monthIndex(query.neededBy) - monthIndex(monthOf(query.today)));
}
