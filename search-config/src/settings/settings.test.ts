import { fold } from "@acquis/shared/referential/text.rules.ts";
import { describe, expect, it } from "vitest";
import { indexes } from "./indexes.ts";
import { synonymGroups, synonymsFrom } from "./synonyms.ts";

describe("settings of the indexes", () => {
  it("name each index once, and filter candidates by every token of their documents", () => {
    expect(indexes.map((index) => index.uid)).toEqual([
      "candidates",
      "offers",
      "competencies",
      "occupations",
    ]);
  });

  it("tolerate typos as the product does everywhere: one from 5 letters, two from 9", () => {
    for (const { settings } of indexes)
      expect(settings.typoTolerance.minWordSizeForTypos).toEqual({ oneTypo: 5, twoTypos: 9 });
  });
});

describe("synonyms", () => {
  it("are folded, as what is compared, and never alone", () => {
    for (const group of synonymGroups) {
      expect(group.map(fold)).toEqual(group);
      expect(new Set(group).size).toBe(group.length);
      expect(group.length).toBeGreaterThan(1);
    }
  });

  it("go both ways: CACES and cariste, AS and aide-soignant, PL and poids lourd, he and she", () => {
    const synonyms = synonymsFrom();
    for (const [one, other] of [
      ["caces", "cariste"],
      ["as", "aide soignant"],
      ["pl", "poids lourd"],
      ["infirmier", "infirmiere"],
    ] as const) {
      expect(synonyms[one]).toContain(other);
      expect(synonyms[other]).toContain(one);
    }
  });
});
