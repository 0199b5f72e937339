import type { Level } from "@acquis/shared/platform/primitives.schema.ts";
import type { SessionSheet } from "@acquis/shared/training/training.schema.ts";

/** One person of the group, as the form holds them. */
export interface GroupRow {
  traineeId: string;
  name: string;
  chosen: boolean;
  /** Null: the level of the whole group. */
  level: Level | null;
  comment: string;
  /** What the server answered: nothing yet, done, or the code of what stopped it. */
  outcome: "none" | "done" | { code: string };
}

/** One row per person present, all chosen: the trainer takes away those who were not there. */
export function rowsOf(enrolments: SessionSheet["enrolments"]): GroupRow[] {
  const seen = new Set<string>();
  return enrolments.flatMap(({ traineeId, firstName, lastName, closedOn }) => {
    if (closedOn !== null || seen.has(traineeId)) return [];
    seen.add(traineeId);
    const name = `${firstName} ${lastName}`;
    return [{ traineeId, name, chosen: true, level: null, comment: "", outcome: "none" as const }];
  });
}

/** Rows kept from earlier, among who is there now: who left is gone unless attested; who came waits to be chosen. */
export function rowsStill(kept: readonly GroupRow[], enrolments: SessionSheet["enrolments"]): GroupRow[] {
  const now = rowsOf(enrolments);
  const still = kept.filter(
    ({ traineeId, outcome }) => outcome === "done" || now.some((row) => row.traineeId === traineeId),
  );
  const came = now.filter(({ traineeId }) => !kept.some((row) => row.traineeId === traineeId));
  return [...still, ...came.map((row) => ({ ...row, chosen: false }))];
}

/** Rows still to send: chosen, and not attested yet. */
export function toSend(rows: readonly GroupRow[]): GroupRow[] {
  return rows.filter(({ chosen, outcome }) => chosen && outcome !== "done");
}

/** Puts the answer of the server on each row it is about. */
export function withOutcomes(
  rows: readonly GroupRow[],
  outcomes: readonly { traineeId: string; code: string | null }[],
): GroupRow[] {
  const byTrainee = new Map(outcomes.map(({ traineeId, code }) => [traineeId, code]));
  return rows.map((row) => {
    const code = byTrainee.get(row.traineeId);
    if (code === undefined) return row;
    return { ...row, outcome: code === null ? "done" : { code } };
  });
}
