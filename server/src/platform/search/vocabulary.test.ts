import { editDistance, matchesWord, typosAllowed } from "@acquis/shared/referential/text.rules.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Vocabulary } from "./vocabulary.ts";

const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "d"), minLength: 1, maxLength: 14 });

function expected(words: readonly string[], typed: string, prefix: boolean): string[] {
  return [...new Set(words)].filter((one) => matchesWord(one, typed, prefix)).sort();
}

describe("Vocabulary", () => {
  it("answers exactly the words that matchesWord accepts", () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), word, fc.boolean(), (words, typed, prefix) => {
        const vocabulary = Vocabulary.build(words);
        const found = vocabulary.lookup(typed, prefix).map((id) => vocabulary.words[id]);
        expect(found).toEqual(expected(words, typed, prefix));
      }),
      { numRuns: 2000 },
    );
  });

  it("finds a word through each kind of typo near it", () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 40 }),
        fc.nat(),
        fc.array(fc.tuple(fc.nat(3), fc.nat(14), fc.constantFrom("a", "b", "z")), { maxLength: 3 }),
        fc.boolean(),
        (words, pick, edits, prefix) => {
          let typed = words[pick % words.length] ?? "a";
          for (const [kind, at, letter] of edits) {
            const head = typed.slice(0, at);
            const tail = typed.slice(at);
            if (kind === 0) typed = head + letter + tail;
            else if (kind === 1) typed = head + tail.slice(1);
            else if (kind === 2) typed = head + letter + tail.slice(1);
            else typed = head + [...tail.slice(0, 2)].reverse().join("") + tail.slice(2);
          }
          const vocabulary = Vocabulary.build(words);
          const found = vocabulary.lookup(typed, prefix).map((id) => vocabulary.words[id]);
          expect(found).toEqual(expected(words, typed, prefix));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("tells the least edits each word takes, in runs that never overlap", () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), word, fc.boolean(), (words, typed, prefix) => {
        const vocabulary = Vocabulary.build(words);
        const limit = typosAllowed(typed.length);
        let last = 0;
        vocabulary.walk(typed, prefix, (from, to, edits) => {
          expect(from).toBeGreaterThanOrEqual(last);
          last = to;
          for (let id = from; id < to; id++)
            expect(edits).toBe(editDistance(typed, vocabulary.words[id] ?? "", limit, prefix));
        });
      }),
      { numRuns: 1000 },
    );
  });

  it("knows the rank of an exact word, and -1 for another", () => {
    const vocabulary = Vocabulary.build(["souder", "coudre", "souder", "cuire"]);
    expect(vocabulary.words).toEqual(["coudre", "cuire", "souder"]);
    expect(vocabulary.idOf("cuire")).toBe(1);
    expect(vocabulary.idOf("cui")).toBe(-1);
  });

  it("answers every word to an empty beginning, and nothing in an empty vocabulary", () => {
    expect(Vocabulary.build(["a", "b"]).lookup("", true)).toEqual([0, 1]);
    expect(Vocabulary.build(["a", "b"]).lookup("", false)).toEqual([]);
    expect(Vocabulary.build([]).lookup("soudeur", true)).toEqual([]);
  });
});
