/** A stream of draws that depends on its seed alone (mulberry32): the same people and questions on any machine. */
export class Random {
  #state: number;

  constructor(...seeds: number[]) {
    this.#state =
      seeds.reduce((state, seed) => Math.imul(state ^ seed, 0x9e3779b1) + 0x7f4a7c15, 0x1234567) >>> 0;
  }

  /** In [0, 1). */
  unit(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** From `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1));
  }

  chance(share: number): boolean {
    return this.unit() < share;
  }

  one<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.unit() * items.length)];
    if (item === undefined) throw new RangeError("Nothing to draw from");
    return item;
  }

  /** At most `count` different items. */
  some<T>(items: readonly T[], count: number): T[] {
    const left = [...items];
    const drawn: T[] = [];
    while (drawn.length < count && left.length > 0) {
      const at = Math.floor(this.unit() * left.length);
      drawn.push(left[at] as T);
      left[at] = left[left.length - 1] as T;
      left.pop();
    }
    return drawn;
  }
}

/** Draws by weight: cumulated weights once, then a binary search a draw. */
export function weighted<T>(items: readonly T[], weightOf: (item: T, rank: number) => number) {
  let sum = 0;
  const sums = items.map((item, rank) => {
    sum += weightOf(item, rank);
    return sum;
  });
  return (random: Random): T => {
    const wanted = random.unit() * sum;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] as number) <= wanted) low = middle + 1;
      else high = middle;
    }
    return items[low] as T;
  };
}
