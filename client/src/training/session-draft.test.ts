import { describe, expect, it } from "vitest";
import { faultsIn, inputOfSession, newDraft, withEnd, withSpread } from "./session-draft.ts";

const modules = [
  { id: "m1", name: "Un", teaches: [] },
  { id: "m2", name: "Deux", teaches: [] },
];
const dated = {
  ...newDraft("s", "p"),
  startsOn: "2027-01-01",
  endsOn: "2027-01-31",
  place: { insee: "14118", name: "Caen" },
};

describe("a session being written", () => {
  it("proposes ends until somebody chooses one", () => {
    expect(withSpread(dated, modules).ends).toEqual({ m1: "2027-01-16", m2: "2027-01-31" });
    expect(withSpread({ ...dated, touched: true }, modules).ends).toEqual({});
  });

  it("keeps with it the modules that ended with the session", () => {
    const draft = { ...dated, touched: true, ends: { m1: "2027-01-10", m2: "2027-01-31" } };
    expect(withEnd(draft, "2027-02-28").ends).toEqual({ m1: "2027-01-10", m2: "2027-02-28" });
  });

  it("refuses days the wrong way round, and modules that end outside", () => {
    expect(faultsIn({ ...dated, endsOn: "2026-12-01" }, modules)).toEqual({ endsOn: "reversed" });
    expect(faultsIn({ ...dated, ends: { m1: "2027-02-10" } }, modules)).toEqual({ "end m1": "outside" });
    expect(Object.keys(faultsIn(newDraft("s", null), []))).toEqual([
      "programmeId",
      "startsOn",
      "endsOn",
      "insee",
    ]);
  });

  it("sends no end for a module that has none, and nothing while a field is missing", () => {
    expect(inputOfSession({ ...dated, ends: { m1: "2027-01-10", m2: null } }, modules)?.moduleEnds).toEqual([
      { moduleId: "m1", endsOn: "2027-01-10" },
    ]);
    expect(inputOfSession(newDraft("s", null), modules)).toBeNull();
  });
});
