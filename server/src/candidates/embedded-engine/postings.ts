/** Bits of a key below the slot: `held << 3 | proven`, levels 0 to 4. */
export const LOW_BITS = 6;
/** People an index can hold: what is left of 32 bits. */
export const MAX_SLOTS = 2 ** (32 - LOW_BITS);

/** Key of a posting: who (slot) and six bits about it. */
export function keyOf(slot: number, low: number): number {
  return ((slot << LOW_BITS) | low) >>> 0;
}

/**
 * Who has one token: keys in ascending order, and for some kinds a number beside each. Changed in place: people
 * are few to change at a time, moving the tail of a typed array is a memmove, and nothing is left to merge later.
 */
export class Postings {
  keys = new Uint32Array(0);
  infos: Uint32Array | null;
  length = 0;

  constructor(withInfos: boolean) {
    this.infos = withInfos ? new Uint32Array(0) : null;
  }

  add(key: number, info: number): void {
    if (this.length === this.keys.length) this.#grow();
    const last = this.length;
    let at = last;
    if (last > 0 && key < (this.keys[last - 1] as number)) {
      at = this.#lowerBound(key);
      this.keys.copyWithin(at + 1, at, last);
      this.infos?.copyWithin(at + 1, at, last);
    }
    this.keys[at] = key;
    if (this.infos) this.infos[at] = info;
    this.length = last + 1;
  }

  /** Removes one posting; false when it is not there. */
  delete(key: number, info: number): boolean {
    for (let at = this.#lowerBound(key); at < this.length && this.keys[at] === key; at++) {
      if (this.infos && this.infos[at] !== info) continue;
      this.keys.copyWithin(at, at + 1, this.length);
      this.infos?.copyWithin(at, at + 1, this.length);
      this.length--;
      return true;
    }
    return false;
  }

  /** First position whose key is not below. */
  #lowerBound(key: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.keys[middle] as number) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #grow(): void {
    const capacity = this.length + Math.max(4, Math.min(this.length, 512), this.length >>> 1);
    const keys = new Uint32Array(capacity);
    keys.set(this.keys);
    this.keys = keys;
    if (!this.infos) return;
    const infos = new Uint32Array(capacity);
    infos.set(this.infos);
    this.infos = infos;
  }
}
