import { describe, expect, it } from "vitest";
import { RecordArena } from "./record-arena.ts";

const recordOf = (seed: number, length: number) =>
  Uint8Array.from({ length }, (_, at) => (seed * 31 + at) & 255);

describe("record arena", () => {
  it("gives back what was stored last, nothing once dropped, and any size", () => {
    const arena = new RecordArena();
    arena.store(3, recordOf(1, 10), 10);
    arena.store(3, recordOf(2, 20), 12);
    arena.store(5_000, recordOf(3, 1_500_000), 1_500_000);
    expect([...arena.read(3)]).toEqual([...recordOf(2, 12)]);
    expect(arena.read(5_000)).toHaveLength(1_500_000);
    arena.drop(3);
    expect(arena.read(3)).toHaveLength(0);
    expect(arena.read(99_999)).toHaveLength(0);
  });

  it("keeps every record while holes are closed, in bounded room", () => {
    const arena = new RecordArena();
    const kept = new Map<number, Uint8Array>();
    for (let write = 0; write < 20_000; write++) {
      const slot = (write * 7919) % 500;
      const record = recordOf(write, 50 + ((write * 13) % 900));
      if (write % 11 === 0) {
        arena.drop(slot);
        kept.delete(slot);
      } else {
        arena.store(slot, record, record.length);
        kept.set(slot, record);
      }
    }
    for (let slot = 0; slot < 500; slot++)
      expect(arena.read(slot)).toEqual(kept.get(slot) ?? new Uint8Array(0));
    expect(arena.bytes).toBeLessThan(4 * 2 ** 20);
  });
});
