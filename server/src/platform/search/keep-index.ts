import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { Model } from "mongoose";
import type { Kernel } from "../kernel.ts";
import type { RefusedDocument } from "./documents-refused.ts";
import { type IndexMarks, type IndexRevision, indexMarks } from "./index-marks.ts";
import { pushApart } from "./push-apart.ts";

const BATCH = 2_000;
const POLL_MS = 200;
/** While the engine is away: twice as long each time, up to this, so that it is found again soon after it is back. */
const LONGEST_WAIT_MS = 5_000;
/** How long a command waits to see its own write in the search. */
const SOON_MS = 400;
const LISTED = 20;

/** `Read` is what of a document `T` the index is made from. */
export interface IndexKeeperOptions<T extends Read, Item, Read extends IndexMarks = T> {
  /** Name of the index, for the log and the health page. */
  index: string;
  kernel: Pick<Kernel, "log" | "clock">;
  model: Model<T>;
  /** What the engine is given; null for what must not be found. */
  project(document: Read): Item | null | Promise<Item | null>;
  /** Everything, when there is a quicker way than reading whole documents. */
  readAll?(): AsyncIterable<Read>;
  engine: { put(items: readonly Item[]): Promise<void>; remove(ids: readonly string[]): Promise<void> };
}

/** How true an index is. Dates of the server that answers; `behind` and `refused` of the database. */
export interface IndexState {
  index: string;
  behind: number;
  refused: number;
  /** The last refused, at most 20. */
  refusedDocuments: (RefusedDocument & { since: Date })[];
  lastSuccess: Date | null;
  failingSince: Date | null;
  failure: string | null;
}

/**
 * Keeps an engine equal to a collection. What is written is `indexPending` until it was projected at the revision
 * it has now; a crash anywhere leaves the mark, and the next pass repairs. What the engine refuses is set aside
 * with the reason, until it is written again.
 */
export function keepIndex<T extends Read, Item, Read extends IndexMarks = T>(
  options: IndexKeeperOptions<T, Item, Read>,
) {
  const { index, kernel, model, project, engine } = options;
  const marks = indexMarks(model, LISTED);
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  let current: Promise<void> = Promise.resolve();
  let failures = 0;
  let lastSuccess: Date | null = null;
  let failing: { since: Date; why: string } | null = null;

  async function push(documents: readonly Read[]): Promise<void> {
    const refused: RefusedDocument[] = [];
    const put: { id: string; item: Item }[] = [];
    const remove: string[] = [];
    for (const document of documents)
      try {
        const item = await project(document);
        if (item === null) remove.push(document._id);
        else put.push({ id: document._id, item });
      } catch (error) {
        if (error instanceof DomainError && error.code === "search_unavailable") throw error;
        refused.push({ id: document._id, reason: String(error) });
      }
    refused.push(...(await pushApart(put, (some) => engine.put(some.map((one) => one.item)))));
    refused.push(
      ...(await pushApart(
        remove.map((id) => ({ id })),
        (some) => engine.remove(some.map((one) => one.id)),
      )),
    );
    for (const { id, reason } of refused)
      kernel.log.error({ index, document: id, reason }, "the search refuses a document: set aside");
    const reasons = new Map(refused.map(({ id, reason }) => [id, reason]));
    const marked = documents.filter((one) => one.indexPending || reasons.has(one._id));
    await marks.mark(marked as readonly IndexRevision[], reasons, kernel.clock.now());
    lastSuccess = kernel.clock.now();
  }

  /** Everything, for an engine that forgets when it stops. */
  async function loadAll(): Promise<void> {
    let batch: Read[] = [];
    const all = options.readAll?.() ?? model.find().lean<T>().cursor({ batchSize: BATCH });
    for await (const document of all) {
      batch.push(document as Read);
      if (batch.length === BATCH) {
        await push(batch);
        batch = [];
      }
    }
    if (batch.length > 0) await push(batch);
  }

  /** Everything written since, until nothing is left. */
  async function pass(): Promise<void> {
    while (!stopped) {
      const changed = await model.find({ indexPending: true }).limit(BATCH).lean<T[]>();
      if (changed.length > 0) await push(changed);
      if (changed.length < BATCH) return;
    }
  }

  /** One pass at a time; what fails is told, and tried again later. */
  function run(): Promise<void> {
    current = current.then(pass).then(
      () => {
        failures = 0;
        failing = null;
      },
      (error) => {
        failures++;
        failing = { since: failing?.since ?? kernel.clock.now(), why: reasonOf(error) };
        kernel.log.error({ err: error, index, failures }, "indexing failed, trying again");
      },
    );
    return current;
  }

  function schedule(): void {
    if (stopped) return;
    const longer = failures === 0 ? 0 : POLL_MS * 2 ** Math.min(failures, 10) * (0.75 + Math.random() / 2);
    timer = setTimeout(() => void run().finally(schedule), Math.min(LONGEST_WAIT_MS, POLL_MS + longer));
    timer.unref();
  }

  return {
    loadAll,
    pass,
    start: schedule,
    async stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      await current;
    },
    /** Lets who has just written see it in the search: waits for a pass, a moment at most, never fails. */
    async soon(): Promise<void> {
      if (failing || stopped) return;
      await Promise.race([run(), new Promise((resolve) => setTimeout(resolve, SOON_MS).unref())]);
    },
    /** How many wait to be found. */
    behind: marks.behind,
    refused: marks.refused,
    async state(): Promise<IndexState> {
      const [behind, refused, refusedDocuments] = await Promise.all([
        marks.behind(),
        marks.refused(),
        marks.listRefused(),
      ]);
      return {
        index,
        behind,
        refused,
        refusedDocuments,
        lastSuccess,
        failingSince: failing?.since ?? null,
        failure: failing?.why ?? null,
      };
    },
  };
}
export type IndexKeeper = ReturnType<typeof keepIndex>;

/** What the engine itself said, when that is known. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
