import { dayIndex, monthIndex } from "@acquis/shared/platform/dates.ts";
import type { Day, Month } from "@acquis/shared/platform/primitives.schema.ts";
import { Names } from "./names.ts";

/** Remembers what a text was worked out to: months and days recur by the hundred thousand. */
function remembered(compute: (text: string) => number): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = compute(text);
      if (known.size > 50_000) known.clear();
      known.set(text, value);
    }
    return value;
  };
}

export const monthNumber: (month: Month) => number = remembered(monthIndex);
export const dayNumber: (day: Day) => number = remembered(dayIndex);

/** The numbers given to everything profiles name. */
export interface Vocabularies {
  competencies: Names;
  families: Names;
  words: Names;
  /** Of training under way: shown beside what they promise. */
  programmes: Names;
  occupations: Names;
  areas: Names;
}

export function createVocabularies(): Vocabularies {
  return {
    competencies: new Names(),
    families: new Names(),
    words: new Names(),
    programmes: new Names(),
    occupations: new Names(),
    areas: new Names(),
  };
}
