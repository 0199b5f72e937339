import type { SessionSheet } from "@acquis/shared/training/training.schema.ts";

/** One person of a session, as the form holds them. */
export interface IssueRow {
  traineeId: string;
  name: string;
  chosen: boolean;
  narrative: string;
}

/** Everybody who attends or attended to the end, once each, nobody chosen yet: a badge is earned one by one. */
export function rowsOf(enrolments: SessionSheet["enrolments"]): IssueRow[] {
  const seen = new Set<string>();
  return enrolments
    .filter(({ closedOn, end }) => closedOn === null || end === "completed")
    .flatMap(({ traineeId, firstName, lastName }) => {
      if (seen.has(traineeId)) return [];
      seen.add(traineeId);
      return [{ traineeId, name: `${firstName} ${lastName}`, chosen: false, narrative: "" }];
    });
}

/** What is sent: those chosen, with the words of each, or the words for all. */
export function chosenOf(rows: readonly IssueRow[], forAll: string) {
  return rows
    .filter(({ chosen }) => chosen)
    .map(({ traineeId, narrative }) => ({ traineeId, narrative: narrative.trim() || forAll.trim() }));
}
