import { describe, expect, it } from "vitest";
import { isMapped, stillThere, toggled } from "./mapping.ts";

describe("mapping criteria", () => {
  const one = [{ metaCriterionId: "m1", localCriterionId: "l1" }];

  it("says and unsays that a criterion meets another, leaving the rest alone", () => {
    const two = toggled(one, "m1", "l2");
    expect(isMapped(two, "m1", "l1") && isMapped(two, "m1", "l2")).toBe(true);
    expect(toggled(two, "m1", "l1")).toEqual([{ metaCriterionId: "m1", localCriterionId: "l2" }]);
  });

  it("forgets rows about a criterion that one side no longer has", () => {
    expect(stillThere(one, [{ id: "m1" }], [{ id: "other" }])).toEqual([]);
    expect(stillThere(one, [{ id: "m1" }], [{ id: "l1" }])).toEqual(one);
  });
});
