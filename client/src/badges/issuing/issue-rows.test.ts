import type { SessionSheet } from "@acquis/shared/training/training.schema.ts";
import { describe, expect, it } from "vitest";
import { chosenOf, rowsOf } from "./issue-rows.ts";

type Enrolled = SessionSheet["enrolments"][number];
const aPerson = (given: Partial<Enrolled>): Enrolled => ({
  id: "e",
  sessionId: "s",
  traineeId: "awa",
  openedOn: "2026-09-01",
  closedOn: null,
  end: null,
  skippedModuleIds: [],
  passedModuleIds: [],
  revision: 1,
  firstName: "Awa",
  lastName: "Diallo",
  proven: 0,
  taught: 0,
  ...given,
});

describe("issuing to a session", () => {
  it("offers those who attend or finished, once each, and chooses nobody", () => {
    const rows = rowsOf([
      aPerson({}),
      aPerson({ id: "twice" }),
      aPerson({ traineeId: "done", closedOn: "2026-11-01", end: "completed" }),
      aPerson({ traineeId: "left", closedOn: "2026-10-01", end: "left" }),
    ]);
    expect(rows.map(({ traineeId, chosen }) => [traineeId, chosen])).toEqual([
      ["awa", false],
      ["done", false],
    ]);
  });

  it("sends the words of each, else the words for all", () => {
    const row = { traineeId: "a", name: "A", chosen: true, narrative: " Les siens " };
    const others = [
      row,
      { ...row, traineeId: "b", narrative: "" },
      { ...row, traineeId: "c", chosen: false },
    ];
    expect(chosenOf(others, "Pour tous")).toEqual([
      { traineeId: "a", narrative: "Les siens" },
      { traineeId: "b", narrative: "Pour tous" },
    ]);
  });
});
