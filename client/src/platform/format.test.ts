import { describe, expect, it } from "vitest";
import { createFormat } from "./format.ts";

describe("days in words", () => {
  it("says « 1er » in French, for the first day of a month only", () => {
    const { day, shortDay } = createFormat("fr");
    expect([day("2027-03-01"), shortDay("2027-03-01")]).toEqual(["1er mars 2027", "1er mars 2027"]);
    expect([day("2027-03-11"), day("2027-03-21")]).toEqual(["11 mars 2027", "21 mars 2027"]);
  });

  it("says the day before the month in English, as the CV does, and leaves the first day alone", () => {
    const { day, shortDay } = createFormat("en");
    expect([day("2027-03-01"), shortDay("2027-02-22")]).toEqual(["1 March 2027", "22 Feb 2027"]);
  });
});
