import { monthFromIndex, monthIndex } from "@acquis/shared/platform/dates.ts";
import type { Month } from "@acquis/shared/platform/primitives.schema.ts";

/** Months of a span, the longest first: year, half, quarter, month. */
const LENGTHS = [12, 6, 3, 1] as const;

/** A span by its first month and its length: `2027`, `2027-h1`, `2027-q1`, `2027-01`. */
function nameOf(first: number, length: (typeof LENGTHS)[number]): string {
  const month = monthFromIndex(first);
  if (length === 1) return month;
  const year = month.slice(0, 4);
  if (length === 12) return year;
  return `${year}-${length === 6 ? "h" : "q"}${(first % 12) / length + 1}`;
}

/** The spans a month lies in, its own first to last: `2027`, `2027-h1`, `2027-q1`, `2027-01`. */
export function spansOf(month: Month): string[] {
  const index = monthIndex(month);
  return LENGTHS.map((length) => nameOf(index - (index % length), length));
}

/**
 * The fewest spans that hold the months from the first to the last, and no other: 19 months are seven spans at most.
 * Each one more is a value that an index looks up some twenty times in a search.
 */
export function spansBetween(first: Month, last: Month): string[] {
  const spans: string[] = [];
  const end = monthIndex(last) + 1;
  for (let at = monthIndex(first); at < end; ) {
    const length = LENGTHS.find((one) => at % one === 0 && at + one <= end) ?? 1;
    spans.push(nameOf(at, length));
    at += length;
  }
  return spans;
}
