import { monthIndex, monthOf } from "../platform/dates.ts";
import type { Day, Level, Month } from "../platform/primitives.schema.ts";
import { type Evidence, PROVING_KINDS } from "./evidence.schema.ts";

/** An evidence counts until it is withdrawn or revoked; a contested one waits until it is settled. */
export function stands(evidence: Evidence): boolean {
  return evidence.withdrawal === null && evidence.answer?.answer !== "contested";
}

/** Level of an evidence; without one it counts as 1 (DESIGN section 3). */
export function levelOf(evidence: Evidence): Level {
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
export function standingOf(evidence: readonly Evidence[], today: Day): Standing {
  let held: Level | null = null;
  let proven: Level | null = null;
  const upcoming: Upcoming[] = [];
  const thisMonth = monthIndex(monthOf(today));
  for (const item of evidence) {
    if (!stands(item)) continue;
    const level = levelOf(item);
    if (item.kind === "training") {
      const training = item.training;
      if (training && monthIndex(monthOf(training.expectedOn)) >= thisMonth)
        upcoming.push({
          level,
          month: monthOf(training.expectedOn),
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
export function byCompetency(evidence: readonly Evidence[]): Map<string, Evidence[]> {
  const groups = new Map<string, Evidence[]>();
  for (const item of evidence) {
    const group = groups.get(item.competencyId);
    if (group) group.push(item);
    else groups.set(item.competencyId, [item]);
  }
  return groups;
}
