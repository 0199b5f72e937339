import { monthOf } from "../platform/dates.ts";
import type { Day, Level, Month } from "../platform/primitives.schema.ts";
import type { Evidence, EvidenceKind, Withdrawal } from "./evidence.schema.ts";

/** Kinds that prove: somebody else vouches for them. */
export const PROVING_KINDS: readonly EvidenceKind[] = ["attestation", "badge", "certification"];

/** What of an evidence a standing is derived from. */
export interface StandingFacts extends Pick<Evidence, "competencyId" | "kind" | "level" | "withdrawal"> {
  answer: Pick<NonNullable<Evidence["answer"]>, "answer"> | null;
  training: Pick<NonNullable<Evidence["training"]>, "expectedOn" | "programmeName"> | null;
  badge?: Pick<NonNullable<Evidence["badge"]>, "expiresOn"> | null | undefined;
}

/** An evidence counts until it is withdrawn or revoked; a contested one waits until it is settled. */
export function stands(evidence: Pick<StandingFacts, "withdrawal" | "answer">): boolean {
  return evidence.withdrawal === null && evidence.answer?.answer !== "contested";
}

/** A badge counts until its last day included, whether or not anybody noticed that it is over. */
function isOver(evidence: Pick<StandingFacts, "badge">, today: Day): boolean {
  const expiresOn = evidence.badge?.expiresOn ?? null;
  return expiresOn !== null && expiresOn < today;
}

/** Level of an evidence; without one it counts as 1 (DESIGN section 3). */
export function levelOf(evidence: Pick<Evidence, "level">): Level {
  return evidence.level ?? 1;
}

export interface Upcoming {
  level: Level;
  month: Month;
  expectedOn: Day;
  from: string;
}

/** What the evidence of one competency says on a day. `held` and `proven` are levels, or null. */
export interface Standing {
  held: Level | null;
  proven: Level | null;
  upcoming: Upcoming[];
}

/**
 * Derives the standing of one competency from its evidence and a day. A promise whose month has gone by
 * without a result is no longer one.
 */
export function standingOf(evidence: readonly StandingFacts[], today: Day): Standing {
  let held: Level | null = null;
  let proven: Level | null = null;
  const upcoming: Upcoming[] = [];
  const thisMonth = monthOf(today);
  for (const item of evidence) {
    if (!stands(item) || isOver(item, today)) continue;
    const level = levelOf(item);
    if (item.kind === "training") {
      const training = item.training;
      const month = training && monthOf(training.expectedOn);
      if (training && month && month >= thisMonth)
        upcoming.push({
          level,
          month,
          expectedOn: training.expectedOn,
          from: training.programmeName,
        });
      continue;
    }
    if (held === null || level > held) held = level;
    if (PROVING_KINDS.includes(item.kind) && (proven === null || level > proven)) proven = level;
  }
  upcoming.sort((a, b) =>
    a.expectedOn < b.expectedOn ? -1 : a.expectedOn > b.expectedOn ? 1 : b.level - a.level,
  );
  return { held, proven, upcoming };
}

/** The mark that sums up a competency in a portfolio, where nothing is asked: the four that can apply. */
export function markOf(standing: Standing): "proven" | "acquired" | "upcoming" | "missing" {
  if (standing.proven !== null) return "proven";
  if (standing.held !== null) return "acquired";
  return standing.upcoming.length > 0 ? "upcoming" : "missing";
}

/** Groups evidence by competency, in order of first appearance. */
export function byCompetency<T extends Pick<Evidence, "competencyId">>(
  evidence: readonly T[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of evidence) {
    const group = groups.get(item.competencyId);
    if (group) group.push(item);
    else groups.set(item.competencyId, [item]);
  }
  return groups;
}

/** Adds the withdrawal to each evidence chosen that has none yet; the same array when there is nothing to do. */
export function withdrawEvidence(
  evidence: readonly Evidence[],
  chosen: (item: Evidence) => boolean,
  withdrawal: Withdrawal | ((item: Evidence) => Withdrawal),
): readonly Evidence[] {
  let changed = false;
  const next = evidence.map((item) => {
    if (item.withdrawal !== null || !chosen(item)) return item;
    changed = true;
    return { ...item, withdrawal: typeof withdrawal === "function" ? withdrawal(item) : withdrawal };
  });
  return changed ? next : evidence;
}

/** Adds the evidence whose ids are not there yet; the same array when there is nothing to add. */
export function addEvidence(evidence: readonly Evidence[], added: readonly Evidence[]): readonly Evidence[] {
  const known = new Set(evidence.map((item) => item.id));
  const fresh = added.filter((item) => !known.has(item.id));
  return fresh.length > 0 ? [...evidence, ...fresh] : evidence;
}

/** Withdrawn declarations and promises kept for one competency; what others vouched for is always kept. */
export const WITHDRAWN_KEPT = 10;

/** Bounds the history of what somebody says and unsays of one competency: the oldest withdrawn facts go first. */
export function boundHistory(evidence: readonly Evidence[]): readonly Evidence[] {
  const counts = new Map<string, number>();
  const kept: Evidence[] = [];
  for (let index = evidence.length - 1; index >= 0; index--) {
    const item = evidence[index];
    if (!item) continue;
    if (item.withdrawal !== null && (item.kind === "declaration" || item.kind === "training")) {
      const key = `${item.kind} ${item.competencyId}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      if (count > WITHDRAWN_KEPT) continue;
    }
    kept.push(item);
  }
  return kept.length === evidence.length ? evidence : kept.reverse();
}
