import type { Day, Level } from "@acquis/shared/platform/primitives.schema.ts";
import { addMonthsToDay } from "./needed-by.ts";
import { countFilters, MAX_USEFUL, NO_FILTERS, type Question } from "./question.ts";

export type Relaxation = "all" | "filters" | "distance" | "level" | "useful" | "later";
export interface Relaxed {
  kind: Relaxation;
  change: Partial<Question>;
}

const WAIT_MONTHS = 3;

/** Ways to ask for less, the ones that cost least first. */
export function relaxationsOf(question: Question, lastDay: Day): Relaxed[] {
  const { filters, essential, useful } = question;
  const ways: Relaxed[] = [];
  const others = countFilters({ ...filters, maxDistanceKm: null });
  if (countFilters(filters) > 1 || (filters.maxDistanceKm === null && others > 0))
    ways.push({ kind: "all", change: { filters: NO_FILTERS } });
  if (filters.maxDistanceKm !== null)
    ways.push({ kind: "distance", change: { filters: { ...filters, maxDistanceKm: null } } });
  if (others > 0 && filters.maxDistanceKm !== null)
    ways.push({
      kind: "filters",
      change: { filters: { ...NO_FILTERS, maxDistanceKm: filters.maxDistanceKm } },
    });
  const later = addMonthsToDay(question.neededBy, WAIT_MONTHS);
  if (later <= lastDay) ways.push({ kind: "later", change: { neededBy: later } });
  if (essential.some(({ level }) => level > 1))
    ways.push({
      kind: "level",
      change: {
        essential: essential.map((one) => ({ ...one, level: Math.max(1, one.level - 1) as Level })),
      },
    });
  const last = essential.at(-1);
  if (last && essential.length > 1 && useful.length < MAX_USEFUL)
    ways.push({ kind: "useful", change: { essential: essential.slice(0, -1), useful: [...useful, last] } });
  return ways;
}
