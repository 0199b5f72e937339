import type { Availability } from "@acquis/shared/candidates/candidate.schema.ts";
import { dayIndex } from "@acquis/shared/platform/dates.ts";
import type { Day } from "@acquis/shared/platform/primitives.schema.ts";
import { decode } from "./candidate-document.ts";
import { bucketsOf, type CandidateFacets } from "./facets.ts";

export const NO_FACETS: CandidateFacets = { contracts: [], areas: [], occupations: [], availability: [] };

/** Facets from the counts of the index, whose values are tokens and days. Equal to `facetsOf` over the same people. */
export function facetsFromCounts(
  counts: Readonly<Record<string, Readonly<Record<string, number>>>>,
  today: Day,
): CandidateFacets {
  const named = (field: string) =>
    bucketsOf(Object.entries(counts[field] ?? {}).map(([token, count]) => [decode(token), count]));
  const availability = new Map<Availability, number>();
  for (const [day, count] of Object.entries(counts.availableFrom ?? {})) {
    const days = Number(day) - dayIndex(today);
    const bucket = days <= 0 ? "now" : days <= 31 ? "month1" : days <= 92 ? "month3" : "later";
    availability.set(bucket, (availability.get(bucket) ?? 0) + count);
  }
  return {
    contracts: named("contracts"),
    areas: named("area"),
    occupations: named("occupations"),
    availability: bucketsOf(availability),
  };
}
