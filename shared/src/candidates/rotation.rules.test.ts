import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../platform/dates.ts";
import { groupTurn, hash32, rotation, turnGroup } from "./rotation.rules.ts";

const ids = Array.from({ length: 200 }, (_, at) => `person-${at}`);
const orderOn = (day: string) =>
  [...ids].sort((a, b) => rotation(hash32(a), hash32(day)) - rotation(hash32(b), hash32(day)));

describe("rotation", () => {
  it("is stable within a day and another order the next", () => {
    expect(orderOn("2026-11-21")).toEqual(orderOn("2026-11-21"));
    expect(orderOn("2026-11-22")).not.toEqual(orderOn("2026-11-21"));
  });

  it("gives everybody a turn in the first tenth within a few months", () => {
    const seen = new Set<string>();
    for (let day = 0; day < 120; day++)
      for (const id of orderOn(addDays("2026-01-01", day)).slice(0, 20)) seen.add(id);
    expect(seen.size).toBe(200);
  });

  it("favours nobody: over a year, mean places stay near the middle", () => {
    const sums = new Map<string, number>();
    for (let day = 0; day < 365; day++)
      orderOn(addDays("2026-01-01", day)).forEach((id, place) => {
        sums.set(id, (sums.get(id) ?? 0) + place);
      });
    for (const sum of sums.values()) {
      expect(sum / 365).toBeGreaterThan(80);
      expect(sum / 365).toBeLessThan(120);
    }
  });

  it("begins with the turn of the group, so that a whole group comes together", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (idHash, dayHash) => {
        expect(rotation(idHash, dayHash) >>> 20).toBe(groupTurn(turnGroup(idHash), dayHash));
      }),
    );
  });

  it("deals people evenly into groups, even those whose ids follow each other", () => {
    const sizes = new Map<number, number>();
    for (let at = 0; at < 40_960; at++) {
      const group = turnGroup(hash32(`person-${String(at).padStart(7, "0")}`));
      sizes.set(group, (sizes.get(group) ?? 0) + 1);
    }
    expect(sizes.size).toBeGreaterThan(4_085);
    expect(Math.max(...sizes.values())).toBeLessThan(30);
  });

  it("hashes text as FNV-1a does", () => {
    expect(hash32("")).toBe(0x811c9dc5);
    expect(hash32("a")).toBe(0xe40c292c);
    expect(hash32("foobar")).toBe(0xbf9cf968);
  });
});
