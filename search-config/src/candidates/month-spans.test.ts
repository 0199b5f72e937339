import { monthFromIndex, monthIndex } from "@acquis/shared/platform/dates.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spansBetween, spansOf } from "./month-spans.ts";

const months = fc.integer({ min: monthIndex("2025-01"), max: monthIndex("2031-12") }).map(monthFromIndex);

describe("spans of months", () => {
  it("are the year, the half, the quarter and the month", () => {
    expect(spansOf("2027-01")).toEqual(["2027", "2027-h1", "2027-q1", "2027-01"]);
    expect(spansOf("2027-12")).toEqual(["2027", "2027-h2", "2027-q4", "2027-12"]);
  });

  it("hold the months from the first to the last in few names, and none when the last is before", () => {
    expect(spansBetween("2026-11", "2026-11")).toEqual(["2026-11"]);
    expect(spansBetween("2026-11", "2028-05")).toEqual([
      "2026-11",
      "2026-12",
      "2027",
      "2028-q1",
      "2028-04",
      "2028-05",
    ]);
    expect(spansBetween("2027-02", "2027-12")).toEqual(["2027-02", "2027-03", "2027-q2", "2027-h2"]);
    expect(spansBetween("2027-02", "2027-01")).toEqual([]);
  });

  it("hold a month once when it lies between, and never otherwise", () => {
    fc.assert(
      fc.property(months, months, months, (first, last, month) => {
        const between = new Set(spansBetween(first, last));
        const names = spansOf(month).filter((span) => between.has(span));
        expect(names).toHaveLength(first <= month && month <= last ? 1 : 0);
      }),
    );
  });
});
