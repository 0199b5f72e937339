import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance, fold, matchesText, matchesWord, wordsOf } from "./text.rules.ts";

describe("folding", () => {
  it("ignores case and accents, and opens ligatures", () => {
    expect(fold("Cœur de MÉTIER, forêt")).toBe("coeur de metier, foret");
  });

  it("splits at apostrophes, hyphens and spaces, and keeps what names a language", () => {
    expect(wordsOf("L'aide-soignant en C++ et C#")).toEqual([
      "l",
      "aide",
      "soignant",
      "en",
      "c++",
      "et",
      "c#",
    ]);
  });
});

describe("a word typed", () => {
  it("is answered by itself, and by what it begins when it may be unfinished", () => {
    expect(matchesWord("soudage", "soudage", false)).toBe(true);
    expect(matchesWord("soudage", "sou", true)).toBe(true);
    expect(matchesWord("soudage", "sou", false)).toBe(false);
  });

  it("may have one typo from 5 letters, two from 9, none below", () => {
    expect(matchesWord("aide", "aido", false)).toBe(false);
    expect(matchesWord("soude", "souda", false)).toBe(true);
    expect(matchesWord("soudeur", "suodeur", false)).toBe(true);
    expect(matchesWord("soudeur", "suoderu", false)).toBe(false);
    expect(matchesWord("electricien", "eletricein", false)).toBe(true);
  });

  it("may have its typos in a beginning", () => {
    expect(matchesWord("chaudronnerie", "chaudrn", true)).toBe(true);
  });
});

describe("a text typed", () => {
  it("asks that every word is answered, in any order, the last unfinished if need be", () => {
    const words = ["agent", "maintenance", "industrielle"];
    expect(matchesText(words, "maintenance agent")).toBe(true);
    expect(matchesText(words, "agent main")).toBe(true);
    expect(matchesText(words, "main agent")).toBe(false);
    expect(matchesText(words, "agent cuisine")).toBe(false);
  });

  it("asks nothing when it holds no word", () => {
    expect(matchesText([], " ?! ")).toBe(true);
  });
});

describe("edit distance", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });

  it("is nothing for equals, the same both ways, and cut above the limit", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, a, 2, false)).toBe(0);
        expect(editDistance(a, b, 2, false)).toBe(editDistance(b, a, 2, false));
        expect(editDistance(a, b, 2, false)).toBeLessThanOrEqual(3);
      }),
    );
  });

  it("to a beginning is the least over all beginnings", () => {
    fc.assert(
      fc.property(word, word, (typed, whole) => {
        const beginnings = Array.from({ length: whole.length + 1 }, (_, end) => whole.slice(0, end));
        expect(editDistance(typed, whole, 2, true)).toBe(
          Math.min(...beginnings.map((beginning) => editDistance(typed, beginning, 2, false))),
        );
      }),
    );
  });
});
