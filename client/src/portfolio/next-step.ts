import type { Portfolio } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { attestationsToAnswer, declaredLevel } from "./evidence-reading.ts";

/** The one thing to do next; `count` says how many wait for it. */
export type NextStep =
  | { kind: "start" | "place" | "show" | "offers" }
  | { kind: "answer" | "ask"; count: number };

/**
 * What a person should do next, the first that applies: say what they can do, answer what a trainer gave them,
 * say where they look, ask for a first proof (when they have a trainer to ask), let themselves be found.
 */
export function nextStepOf(
  portfolio: Pick<Portfolio, "competencies" | "preferences" | "visibility">,
): NextStep {
  const { competencies, preferences, visibility } = portfolio;
  const declared = competencies.filter((competency) => declaredLevel(competency) !== null);
  const held = competencies.filter(({ heldLevel }) => heldLevel !== null);
  if (declared.length === 0 && held.length === 0) return { kind: "start" };
  const toAnswer = attestationsToAnswer(competencies);
  if (toAnswer.length > 0) return { kind: "answer", count: toAnswer.length };
  if (!preferences.place) return { kind: "place" };
  const inTraining = competencies.some(({ evidence }) => evidence.some(({ kind }) => kind === "training"));
  const unproven = competencies.filter(({ mark, requested }) => mark === "acquired" && !requested);
  const asked = competencies.some(({ requested }) => requested);
  if (inTraining && !asked && unproven.length > 0) return { kind: "ask", count: unproven.length };
  if (visibility === "private") return { kind: "show" };
  return { kind: "offers" };
}
