import { describe, expect, it } from "vitest";
import { addMonthsToDay, lastDayOf, monthsToCount } from "./needed-by.ts";

describe("dates a search proposes", () => {
  it("the last day of a month knows leap years", () => {
    expect(lastDayOf("2028-02")).toBe("2028-02-29");
    expect(lastDayOf("2026-12")).toBe("2026-12-31");
  });

  it("three months after the 30 November is the last day of February", () => {
    expect(addMonthsToDay("2026-11-30", 3)).toBe("2027-02-28");
    expect(addMonthsToDay("2026-11-21", 3)).toBe("2027-02-21");
  });

  it("counts seven months evenly apart, the last not before the month needed", () => {
    expect(monthsToCount("2026-11", "2027-02")).toEqual([
      "2026-11",
      "2026-12",
      "2027-01",
      "2027-02",
      "2027-03",
      "2027-04",
      "2027-05",
    ]);
    const far = monthsToCount("2026-11", "2028-11");
    expect([far.length, far[1], far.at(-1)]).toEqual([7, "2027-03", "2028-11"]);
  });
});
