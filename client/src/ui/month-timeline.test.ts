import { describe, expect, it } from "vitest";
import { monthsOf } from "./month-timeline.tsx";

const item = (month: string) => ({ id: month, label: "Souder", month, kind: "upcoming" as const });

describe("months of a timeline", () => {
  it("run without a gap from now to the last thing expected, over the new year", () => {
    expect(monthsOf([item("2027-02")], "2026-11")).toEqual(["2026-11", "2026-12", "2027-01", "2027-02"]);
  });

  it("start before now when something did", () => {
    expect(monthsOf([item("2026-10")], "2026-11")).toEqual(["2026-10", "2026-11"]);
  });

  it("are this month alone when nothing is expected", () => {
    expect(monthsOf([], "2026-11")).toEqual(["2026-11"]);
  });
});
