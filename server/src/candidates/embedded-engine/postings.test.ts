import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyOf, LOW_BITS, MAX_SLOTS, Postings } from "./postings.ts";

describe("postings", () => {
  it("stay in order of slot through any additions and removals", () => {
    const posting = fc.record({ slot: fc.nat(30), low: fc.nat(3), info: fc.nat(2), gone: fc.boolean() });
    fc.assert(
      fc.property(fc.array(posting, { maxLength: 120 }), (changes) => {
        const list = new Postings(true);
        const expected = new Map<string, [number, number]>();
        for (const { slot, low, info, gone } of changes) {
          const key = keyOf(slot, low);
          const name = `${key}:${info}`;
          if (gone) expect(list.delete(key, info)).toBe(expected.delete(name));
          else if (!expected.has(name)) {
            list.add(key, info);
            expected.set(name, [key, info]);
          }
        }
        const kept = Array.from(list.keys.subarray(0, list.length), (key, at) => [key, list.infos?.[at]]);
        expect(kept.map(([key]) => key)).toEqual(
          [...expected.values()].map(([key]) => key).sort((a, b) => a - b),
        );
        expect(new Set(kept.map(String))).toEqual(new Set([...expected.values()].map(String)));
      }),
    );
  });

  it("hold every slot up to the last that fits a key", () => {
    const list = new Postings(false);
    list.add(keyOf(MAX_SLOTS - 1, 0o43), 0);
    list.add(keyOf(0, 1), 0);
    expect(Array.from(list.keys.subarray(0, 2), (key) => key >>> LOW_BITS)).toEqual([0, MAX_SLOTS - 1]);
  });
});
