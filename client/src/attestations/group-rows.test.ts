import { describe, expect, it } from "vitest";
import { rowsOf, rowsStill, toSend, withOutcomes } from "./group-rows.ts";

function enrolled(traineeId: string, closedOn: string | null = null) {
  return {
    id: `e-${traineeId}`,
    sessionId: "s",
    traineeId,
    firstName: traineeId,
    lastName: "Diallo",
    openedOn: "2026-09-01",
    closedOn,
    end: null,
    skippedModuleIds: [],
    passedModuleIds: [],
    revision: 1,
    proven: 0,
    taught: 0,
  };
}

describe("a group to attest", () => {
  it("has one row per person present, all chosen", () => {
    const rows = rowsOf([enrolled("awa"), enrolled("awa"), enrolled("leo"), enrolled("zoe", "2026-10-01")]);
    expect(rows.map(({ name, chosen }) => [name, chosen])).toEqual([
      ["awa Diallo", true],
      ["leo Diallo", true],
    ]);
  });

  it("kept from earlier, drops who left and does not choose who came, but says what was attested", () => {
    const [awa, leo, zoe] = rowsOf([enrolled("awa"), enrolled("leo"), enrolled("zoe")]);
    if (!awa || !leo || !zoe) throw new Error("three rows");
    const kept = [{ ...awa, comment: "calm" }, leo, { ...zoe, outcome: "done" as const }];
    const rows = rowsStill(kept, [enrolled("awa"), enrolled("leo", "2026-10-01"), enrolled("sam")]);
    expect(rows.map(({ traineeId, chosen, comment }) => [traineeId, chosen, comment])).toEqual([
      ["awa", true, "calm"],
      ["zoe", true, ""],
      ["sam", false, ""],
    ]);
  });

  it("sends again only the rows that failed, and keeps what each one answered", () => {
    const rows = withOutcomes(rowsOf([enrolled("awa"), enrolled("leo"), enrolled("zoe")]), [
      { traineeId: "awa", code: null },
      { traineeId: "leo", code: "trainee_not_followed" },
    ]);
    expect(rows.map(({ outcome }) => outcome)).toEqual(["done", { code: "trainee_not_followed" }, "none"]);
    expect(toSend(rows).map(({ traineeId }) => traineeId)).toEqual(["leo", "zoe"]);
    expect(toSend(rows.map((row) => ({ ...row, chosen: false })))).toEqual([]);
  });
});
