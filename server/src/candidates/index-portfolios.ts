import type { CandidateProfile } from "@acquis/shared/candidates/candidate-profile.ts";
import type { PortfolioDocument } from "../portfolio/index.ts";
import type { CandidatesContext } from "./candidates-context.ts";
import { projectPortfolio } from "./project-portfolio.ts";

const BATCH = 500;
const POLL_MS = 200;

type IndexerContext = Pick<CandidatesContext, "kernel" | "engine" | "portfolios" | "referential">;

/**
 * Keeps the engine equal to the portfolios. A portfolio written is `indexPending` until it was projected at the
 * revision it has now; a crash anywhere leaves the flag, and the next pass repairs.
 */
export function createIndexer(context: IndexerContext) {
  const { engine, portfolios, kernel, referential } = context;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  let current: Promise<void> = Promise.resolve();

  async function push(documents: PortfolioDocument[]): Promise<void> {
    const put: CandidateProfile[] = [];
    const remove: string[] = [];
    for (const document of documents) {
      const profile = projectPortfolio(document, referential);
      if (profile) put.push(profile);
      else remove.push(document._id);
    }
    if (put.length > 0) await engine.put(put);
    if (remove.length > 0) await engine.remove(remove);
  }

  async function markIndexed(documents: PortfolioDocument[]): Promise<void> {
    await portfolios.collection.bulkWrite(
      documents.map((document) => ({
        updateOne: {
          filter: { _id: document._id as never, revision: document.revision },
          update: { $set: { indexedRevision: document.revision }, $unset: { indexPending: "" as const } },
        },
      })),
      { ordered: false },
    );
  }

  async function pushAndMark(documents: PortfolioDocument[]): Promise<void> {
    await push(documents);
    const pending = documents.filter((document) => document.indexPending);
    if (pending.length > 0) await markIndexed(pending);
  }

  /** Everybody, from the portfolios, for an engine that forgets when it stops. */
  async function loadAll(): Promise<void> {
    let batch: PortfolioDocument[] = [];
    for await (const document of portfolios.find().lean<PortfolioDocument>().cursor({ batchSize: BATCH })) {
      batch.push(document as PortfolioDocument);
      if (batch.length === BATCH) {
        await pushAndMark(batch);
        batch = [];
      }
    }
    await pushAndMark(batch);
  }

  /** Everything written since, until nothing is left. */
  async function pass(): Promise<void> {
    while (!stopped) {
      const changed = await portfolios.find({ indexPending: true }).limit(BATCH).lean<PortfolioDocument[]>();
      if (changed.length === 0) return;
      await pushAndMark(changed);
      if (changed.length < BATCH) return;
    }
  }

  function schedule(): void {
    if (stopped) return;
    timer = setTimeout(() => {
      current = pass()
        .catch((error) => kernel.log.error({ err: error }, "indexing failed, trying again"))
        .finally(schedule);
    }, POLL_MS);
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
    /** How many portfolios wait to be found. */
    behind: () => portfolios.countDocuments({ indexPending: true }),
  };
}
