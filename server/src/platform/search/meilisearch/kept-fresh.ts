/** Another server may have written since: what was read is read again after this long. */
const FRESH_MS = 5_000;

/** Reads once before the first use, then again behind what is known, one reading at a time. */
export class KeptFresh {
  readonly #read: () => Promise<void>;
  #readAt = Number.NEGATIVE_INFINITY;
  #reading: Promise<void> | null = null;

  constructor(read: () => Promise<void>) {
    this.#read = read;
  }

  /** Waits the first time; afterwards what is known serves while it is read again. */
  async ready(): Promise<void> {
    if (performance.now() - this.#readAt < FRESH_MS) return;
    this.#reading ??= this.#again().finally(() => {
      this.#reading = null;
    });
    if (this.#readAt === Number.NEGATIVE_INFINITY) await this.#reading;
    // A failure shows in the search itself, which asks the same server.
    else this.#reading.catch(() => {});
  }

  async #again(): Promise<void> {
    await this.#read();
    this.#readAt = performance.now();
  }
}
