const CHUNK_BITS = 20;
const CHUNK_BYTES = 2 ** CHUNK_BITS;
const HEADER_BYTES = 8;
const NOWHERE = 0xffff_ffff;

interface Chunk {
  bytes: Uint8Array;
  view: DataView;
  used: number;
  dead: number;
}

/**
 * One short record of bytes per slot, in chunks of 1 MiB outside the heap. A replaced record leaves a hole; a
 * chunk with more holes than records is emptied into the current one, one chunk at a time (well under 1 ms).
 */
export class RecordArena {
  #at = new Uint32Array(0);
  readonly #chunks: (Chunk | null)[] = [];
  readonly #freeChunks: number[] = [];
  #current = -1;

  /** Room taken, holes included. */
  get bytes(): number {
    return this.#chunks.reduce((sum, chunk) => sum + (chunk?.bytes.length ?? 0), 0);
  }

  /** Keeps a copy of the first `length` bytes for a slot, in place of what it had. */
  store(slot: number, bytes: Uint8Array, length: number): void {
    this.drop(slot);
    this.#write(slot, bytes, 0, length);
  }

  /** The record of a slot, to be read at once; empty when it has none. */
  read(slot: number): Uint8Array {
    const at = slot < this.#at.length ? (this.#at[slot] as number) : NOWHERE;
    if (at === NOWHERE) return new Uint8Array(0);
    const chunk = this.#chunkOf(at);
    const offset = at % CHUNK_BYTES;
    return chunk.bytes.subarray(
      offset + HEADER_BYTES,
      offset + HEADER_BYTES + chunk.view.getUint32(offset + 4),
    );
  }

  drop(slot: number): void {
    const at = slot < this.#at.length ? (this.#at[slot] as number) : NOWHERE;
    if (at === NOWHERE) return;
    const chunk = this.#chunkOf(at);
    chunk.dead += HEADER_BYTES + chunk.view.getUint32((at % CHUNK_BYTES) + 4);
    this.#at[slot] = NOWHERE;
    const number = Math.floor(at / CHUNK_BYTES);
    if (number !== this.#current && chunk.dead * 2 > chunk.used) this.#empty(number, chunk);
  }

  #chunkOf(at: number): Chunk {
    const chunk = this.#chunks[Math.floor(at / CHUNK_BYTES)];
    if (!chunk) throw new RangeError(`No record at ${at}`);
    return chunk;
  }

  #write(slot: number, bytes: Uint8Array, from: number, length: number): void {
    const needed = HEADER_BYTES + length;
    let chunk = this.#chunks[this.#current];
    if (!chunk || chunk.used + needed > chunk.bytes.length) chunk = this.#open(needed);
    chunk.view.setUint32(chunk.used, slot);
    chunk.view.setUint32(chunk.used + 4, length);
    chunk.bytes.set(bytes.subarray(from, from + length), chunk.used + HEADER_BYTES);
    if (slot >= this.#at.length) {
      const grown = new Uint32Array(Math.max(1024, slot + 1 + (slot >>> 2))).fill(NOWHERE);
      grown.set(this.#at);
      this.#at = grown;
    }
    this.#at[slot] = this.#current * CHUNK_BYTES + chunk.used;
    chunk.used += needed;
  }

  #open(needed: number): Chunk {
    const bytes = new Uint8Array(Math.max(CHUNK_BYTES, needed));
    const chunk = { bytes, view: new DataView(bytes.buffer), used: 0, dead: 0 };
    this.#current = this.#freeChunks.pop() ?? this.#chunks.length;
    // Addresses have 32 bits; the last one means nowhere.
    if (this.#current >= NOWHERE / CHUNK_BYTES - 1) throw new RangeError("The search index is full");
    this.#chunks[this.#current] = chunk;
    return chunk;
  }

  #empty(number: number, chunk: Chunk): void {
    for (let offset = 0; offset < chunk.used; ) {
      const slot = chunk.view.getUint32(offset);
      const length = chunk.view.getUint32(offset + 4);
      if (this.#at[slot] === number * CHUNK_BYTES + offset)
        this.#write(slot, chunk.bytes, offset + HEADER_BYTES, length);
      offset += HEADER_BYTES + length;
    }
    this.#chunks[number] = null;
    this.#freeChunks.push(number);
  }
}
