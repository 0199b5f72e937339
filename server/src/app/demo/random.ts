/** A seeded source of chance (mulberry32), so that the fictional territory is the same everywhere. */
export interface Chance {
  /** From 0 to 1, 1 excluded. */
  next(): number;
  /** Whole number from low to high, both included. */
  between(low: number, high: number): number;
  happens(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Some of the items, each once, in their order. */
  some<T>(items: readonly T[], count: number): T[];
  /** An opaque identifier shaped like the real ones. */
  id(): string;
}

export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const hex = (length: number) => Array.from({ length }, () => Math.floor(next() * 16).toString(16)).join("");
  return {
    next,
    between,
    happens: (probability) => next() < probability,
    pick<T>(items: readonly T[]): T {
      return items[Math.floor(next() * items.length)] as T;
    },
    some(items, count) {
      const left = items.map((_, index) => index);
      const chosen: number[] = [];
      while (chosen.length < count && left.length > 0)
        chosen.push(...left.splice(Math.floor(next() * left.length), 1));
      return chosen.sort((a, b) => a - b).map((index) => items[index] as (typeof items)[number]);
    },
    id: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
  };
}
