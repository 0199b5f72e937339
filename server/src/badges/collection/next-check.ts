import { UNREACHABLE_GRACE_DAYS } from "@acquis/shared/badges/collection.rules.ts";
import type { Verdict } from "@acquis/shared/badges/verifier.schema.ts";
import { addDays } from "@acquis/shared/platform/dates.ts";
import type { Day } from "@acquis/shared/platform/primitives.schema.ts";

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;
const BACKOFF = [HOUR, 6 * HOUR, 24 * HOUR];

/** Verdicts that a file gives itself once and for all: asking again would change nothing. */
const FINAL: readonly Verdict[] = ["tampered", "unsupportedProof", "notConformant", "notABadge"];

export interface Standing {
  id: string;
  verdict: Verdict;
  fromLink: boolean;
  validFrom: number;
  validUntil: number | null;
  unreachable: { since: Day; tries: number } | null;
}

/** Same badge, same hour of its week: a day's imports are not all checked in one minute. */
function spread(id: string): number {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + char.charCodeAt(0)) % 86_400;
  return sum * 1000;
}

/** Last day that counts while nobody answers. */
export function graceEndOf(unreachable: { since: Day } | null): Day | null {
  return unreachable && addDays(unreachable.since, UNREACHABLE_GRACE_DAYS);
}

/**
 * When a badge is looked at again: each week; after 1, 6 then 24 hours while nobody answers; and at the very
 * moment it begins or expires. Null when nothing can change.
 */
export function nextCheckOf(badge: Standing, now: number): Date | null {
  if (!badge.unreachable && !badge.fromLink && FINAL.includes(badge.verdict)) return null;
  const wait = badge.unreachable
    ? (BACKOFF[Math.min(badge.unreachable.tries, BACKOFF.length) - 1] ?? HOUR)
    : WEEK - spread(badge.id);
  const turns = [badge.validFrom, badge.validUntil === null ? 0 : badge.validUntil + 1];
  const graceEnd = graceEndOf(badge.unreachable);
  // Midnight UTC is one or two in the morning in the territory: the last day is over.
  if (graceEnd) turns.push(Date.parse(`${addDays(graceEnd, 1)}T00:00:00Z`));
  const next = turns.filter((time) => time > now && time < 8e14);
  return new Date(Math.min(now + wait, ...next));
}
