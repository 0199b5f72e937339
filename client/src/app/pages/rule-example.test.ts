import { describe, expect, it } from "vitest";
import { COUNT_KEYS, laterMonth, rankExample, whyBefore } from "./rule-example.ts";

describe("the worked example of the rule page", () => {
  it("puts people in the order the page explains", () => {
    expect(rankExample().map(({ id }) => id)).toEqual(["A", "B", "C", "D"]);
  });

  it("decides each place by another count, never by the rotation", () => {
    const ranked = rankExample();
    const keys = ranked.slice(1).map((second, index) => whyBefore(ranked[index] ?? second, second).key);
    expect(keys).toEqual(["proven", "ready", "close"]);
  });

  it("shows counts that can be recounted from the marks", () => {
    for (const { essential, useful, counts } of rankExample()) {
      const ready = (kind: string) => ["proven", "acquired", "upcoming"].includes(kind);
      expect(counts).toEqual({
        ready: essential.filter(({ kind }) => ready(kind)).length,
        proven: essential.filter(({ kind }) => kind === "proven").length,
        close: essential.filter(({ kind }) => kind === "close").length,
        useful: useful.filter(({ kind }) => ready(kind)).length,
      });
    }
    expect(COUNT_KEYS).toHaveLength(4);
  });

  it("says when a training comes after the date, and only then", () => {
    expect(laterMonth("D", "check")).toBe("2027-06");
    expect(laterMonth("A", "check")).toBeNull();
  });
});
