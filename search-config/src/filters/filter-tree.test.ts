import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { and, atLeast, EVERYBODY, NOBODY, not, oneOf, or, passes, toMeilisearch } from "./filter-tree.ts";

describe("filter tree", () => {
  it("is written as Meilisearch reads it, values quoted and escaped", () => {
    const tree = and(oneOf("held", ["a"]), or(oneOf("area", ["x", 'q"\\']), not(oneOf("turn", [3, 4]))), {
      field: "availableFrom",
      max: 20_000,
    });
    expect(toMeilisearch(tree)).toEqual([
      'held = "a"',
      ['area IN ["x","q\\"\\\\"]', "NOT turn IN [3,4]"],
      "availableFrom <= 20000",
    ]);
  });

  it("says everybody by no filter, and nobody by what no document has", () => {
    expect(toMeilisearch(EVERYBODY)).toBeNull();
    expect(toMeilisearch(and(EVERYBODY, not(NOBODY)))).toBeNull();
    expect(toMeilisearch(oneOf("held", []))).toEqual(["version = -1"]);
    expect(and(oneOf("held", ["a"]), NOBODY)).toBe(NOBODY);
  });

  it("counts: at least so many of some filters", () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { maxLength: 8 }),
        fc.integer({ min: -1, max: 9 }),
        (held, count) => {
          const filters = held.map((_, at) => oneOf("held", [`c${at}`]));
          const document = { held: held.flatMap((has, at) => (has ? [`c${at}`] : [])) };
          const sum = document.held.length;
          expect(passes(atLeast(count, filters), document)).toBe(sum >= count);
        },
      ),
    );
  });
});
