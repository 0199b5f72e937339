import fc from "fast-check";
import { expect, it } from "vitest";
import { pick } from "./pick.ts";

it("gives the same page as sorting everybody, however many share a key", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 2 })), {
        maxLength: 1500,
        size: "max",
      }),
      fc.nat(1600),
      fc.integer({ min: 1, max: 50 }),
      (people, from, size) => {
        const keysOf = (slot: number) => people[slot] as [number, number];
        const compare = (a: number, b: number) =>
          keysOf(a)[0] - keysOf(b)[0] || keysOf(a)[1] - keysOf(b)[1] || a - b;
        const slots = Uint32Array.from(people, (_, slot) => people.length - 1 - slot);
        const keys = [
          { buckets: 6, of: (slot: number) => keysOf(slot)[0] },
          { buckets: 3, of: (slot: number) => keysOf(slot)[1] },
        ];
        expect(pick(slots, slots.length, from, from + size, keys, compare)).toEqual(
          [...slots].sort(compare).slice(from, from + size),
        );
      },
    ),
    { numRuns: 200 },
  );
});
