import { sweepFiles } from "./badge-files.ts";
import { checkBadge, checkByDate, isOverByDate } from "./check-badge.ts";
import type { CollectedBadgeDocument } from "./collection.store.ts";
import type { CollectionContext } from "./collection-context.ts";

const LEASE_MS = 10 * 60_000;
const TICK_MS = 60_000;
const LANES = 2;
/** Leaves the rest of the time to those who wait for an answer. */
const PAUSE_MS = 40;

/**
 * Checks what is due, by the kernel's clock: each week, at the end of a badge, again after silence. `nextCheckAt`
 * is schedule and lease, so that a crash or a second server neither forgets nor doubles; two at a time.
 */
export function createCheckDue(context: CollectionContext) {
  const { kernel, store } = context;
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<number> | null = null;
  let stopped = false;

  async function take(): Promise<CollectedBadgeDocument | null> {
    const now = kernel.clock.now();
    return store.badges
      .findOneAndUpdate(
        { nextCheckAt: { $lte: now } },
        // Whoever writes meanwhile reads again, and does not bring the old date back.
        { $set: { nextCheckAt: new Date(now.getTime() + LEASE_MS) }, $inc: { revision: 1 } },
        { returnDocument: "after", sort: { nextCheckAt: 1 } },
      )
      .lean<CollectedBadgeDocument>();
  }

  async function lane(): Promise<number> {
    let done = 0;
    while (!stopped) {
      const badge = await take();
      if (!badge) break;
      try {
        if (isOverByDate(context, badge)) await checkByDate(context, badge);
        else await checkBadge(context, badge);
        await sweepFiles(context, badge);
        done += 1;
      } catch (error) {
        // Its lease ends in ten minutes: it is tried again then.
        kernel.log.warn({ err: error, badge: badge._id }, "badge not checked");
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    return done;
  }

  /** Until nothing is due; answers how many were checked. */
  function pass(): Promise<number> {
    running ??= Promise.all(Array.from({ length: LANES }, lane))
      .then((counts) => counts.reduce((sum, count) => sum + count, 0))
      .finally(() => {
        running = null;
      });
    return running;
  }

  return {
    pass,
    start(): void {
      const tick = () =>
        pass().catch((error) => kernel.log.error({ err: error }, "badges could not be checked"));
      timer = setInterval(tick, TICK_MS);
      timer.unref();
      void tick();
    },
    async stop(): Promise<void> {
      stopped = true;
      if (timer) clearInterval(timer);
      await running?.catch(() => {});
    },
  };
}
