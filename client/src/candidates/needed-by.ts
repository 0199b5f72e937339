import { addDays, addMonths, monthIndex, monthOf } from "@acquis/shared/platform/dates.ts";
import type { Day, Month } from "@acquis/shared/platform/primitives.schema.ts";

/** The last day of a month. */
export function lastDayOf(month: Month): Day {
  return addDays(`${addMonths(month, 1)}-01`, -1);
}

/** The same day some months later, or the last one of a shorter month. */
export function addMonthsToDay(day: Day, months: number): Day {
  const last = lastDayOf(addMonths(monthOf(day), months));
  const same = `${last.slice(0, 8)}${day.slice(8)}`;
  return same > last ? last : same;
}

const POINTS = 7;

/** Seven months from this one, evenly apart, the last not before the month needed. */
export function monthsToCount(now: Month, needed: Month): Month[] {
  const ahead = Math.max(0, monthIndex(needed) - monthIndex(now));
  const step = Math.max(1, Math.ceil(ahead / (POINTS - 1)));
  return Array.from({ length: POINTS }, (_, index) => addMonths(now, index * step));
}
