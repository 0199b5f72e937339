import { describe, expect, it } from "vitest";
import { toCandidateQuery } from "./to-candidate-query.ts";

const TODAY = "2026-11-14";
const asked = (neededBy: string) =>
  toCandidateQuery(
    { essential: [{ competencyId: "c-1", level: 2 }], useful: [], neededBy, place: null },
    TODAY,
    (id) => `family of ${id}`,
  );

describe("what is asked, for the engines", () => {
  it("looks up the family of what is essential", () => {
    expect(asked("2027-02-01").essential).toEqual([
      { competencyId: "c-1", level: 2, familyId: "family of c-1" },
    ]);
  });

  it.each([
    ["this month for a date gone by", "2020-01-01", "2026-11"],
    ["its month", "2027-02-28", "2027-02"],
    ["the horizon for a date too far ahead", "2099-01-01", "2028-11"],
  ])("counts what comes until %s", (_rule, neededBy, month) => {
    expect(asked(neededBy).neededBy).toBe(month);
  });
});
