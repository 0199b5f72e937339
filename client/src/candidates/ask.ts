import type { Level } from "@acquis/shared/platform/primitives.schema.ts";
import {
  type AskedCompetency,
  type Importance,
  MAX_ESSENTIAL,
  MAX_USEFUL,
  type Question,
} from "./question.ts";

type Asked = Pick<Question, "essential" | "useful">;

/** How a competency is asked now, if it is. */
export function importanceOf(asked: Asked, competencyId: string): Importance | null {
  if (asked.essential.some((one) => one.competencyId === competencyId)) return "essential";
  return asked.useful.some((one) => one.competencyId === competencyId) ? "useful" : null;
}

export function isFull(asked: Asked, importance: Importance): boolean {
  return asked[importance].length >= (importance === "essential" ? MAX_ESSENTIAL : MAX_USEFUL);
}

/** Asks a competency, moves it to the other list, or no longer asks it; a full list stays as it is. */
export function ask(asked: Asked, competency: AskedCompetency, importance: Importance | null): Asked {
  const without = (list: AskedCompetency[]) =>
    list.filter((one) => one.competencyId !== competency.competencyId);
  const rest = { essential: without(asked.essential), useful: without(asked.useful) };
  if (!importance) return rest;
  if (isFull(rest, importance)) return asked;
  return { ...rest, [importance]: [...rest[importance], competency] };
}

/** Changes the level asked, in place. */
export function askLevel(asked: Asked, competencyId: string, level: Level): Asked {
  const change = (list: AskedCompetency[]) =>
    list.map((one) => (one.competencyId === competencyId ? { ...one, level } : one));
  return { essential: change(asked.essential), useful: change(asked.useful) };
}

/** What stays asked when the occupation changes: what was typed, not what the former one proposed. */
export function keepTyped(asked: Asked): Asked {
  const typed = (list: AskedCompetency[]) => list.filter((one) => one.label !== undefined);
  return { essential: typed(asked.essential), useful: typed(asked.useful) };
}
