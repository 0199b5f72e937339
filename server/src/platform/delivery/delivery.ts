import type { Model } from "mongoose";
import type { Logger } from "pino";
import type { Aggregate } from "../database/aggregate.ts";
import { createPasses } from "./passes.ts";

/** Something that happened, written with the document it happened to. */
export interface DomainEvent {
  id: string;
  type: string;
  data: Record<string, unknown>;
  at: Date;
}

export type EventHandler = (event: DomainEvent, source: { id: string }) => Promise<void>;

export interface Delivery {
  /** Handlers run at least once for each event and must be idempotent by event id. */
  on(type: string, handler: EventHandler): void;
  /** Adds a collection whose documents carry events. */
  watch(model: Model<never>): void;
  /** Something was just written: deliver now rather than at the next tick. */
  nudge(): void;
  start(): void;
  stop(): Promise<void>;
  /** Runs until nothing is left to deliver now. */
  drain(): Promise<void>;
}

const LEASE_MS = 30_000;
const TICK_MS = 2_000;
/** Documents of one collection before the next has its turn. */
const TURN = 10;
const BACKOFF_MS = [1_000, 5_000, 30_000, 300_000, 3_600_000];
const DAY_MS = 24 * 3_600_000;

/** How long a failing event waits: longer at each try; after days of failing, once a day. */
function backoff(tries: number, ageMs: number): number {
  const wait = BACKOFF_MS[Math.min(tries, BACKOFF_MS.length) - 1] ?? LEASE_MS;
  return Math.max(wait, tries < BACKOFF_MS.length ? 0 : Math.min(DAY_MS, ageMs / 8));
}

/**
 * The outbox: `deliverAt` is both schedule and lease. A document is taken by moving it ahead, its events are
 * handled one by one, and removed when done; a failing one waits with back-off and stops nobody else.
 */
export function createDelivery(log: Logger): Delivery {
  const handlers = new Map<string, EventHandler[]>();
  const models: Model<Aggregate>[] = [];
  const failures = new Map<string, number>();
  const passes = createPasses(TICK_MS, pass, (error) => log.error({ err: error }, "delivery pass failed"));

  async function handle(model: Model<Aggregate>, document: Aggregate, lease: Date): Promise<void> {
    let retryAt: Date | null = null;
    for (const event of document.pendingEvents) {
      try {
        for (const handler of handlers.get(event.type) ?? []) await handler(event, { id: document._id });
        await model.collection.updateOne(
          { _id: document._id as never },
          { $pull: { pendingEvents: { id: event.id } } as never },
        );
        failures.delete(event.id);
      } catch (error) {
        const count = (failures.get(event.id) ?? 0) + 1;
        failures.set(event.id, count);
        const at = new Date(Date.now() + backoff(count, Date.now() - event.at.getTime()));
        if (!retryAt || at < retryAt) retryAt = at;
        log.error({ err: error, event: event.id, type: event.type, attempt: count }, "event not delivered");
      }
    }
    // Written again meanwhile: it is due now, and no old failure holds that up.
    if (retryAt)
      await model.collection.updateOne(
        { _id: document._id as never, deliverAt: lease },
        { $set: { deliverAt: retryAt } },
      );
    else
      await model.collection.updateOne(
        { _id: document._id as never, pendingEvents: { $size: 0 } },
        { $unset: { deliverAt: "" } },
      );
  }

  /** A turn for each collection, so that thousands of badges hold up nobody's password mail. */
  async function turn(model: Model<Aggregate>): Promise<boolean> {
    for (let count = 0; count < TURN && !passes.stopped(); count++) {
      const lease = new Date(Date.now() + LEASE_MS);
      const taken = await model.collection.findOneAndUpdate(
        { deliverAt: { $lte: new Date() } },
        { $set: { deliverAt: lease } },
        { returnDocument: "after" },
      );
      if (!taken) return false;
      await handle(model, taken as unknown as Aggregate, lease);
    }
    return true;
  }

  async function pass(): Promise<void> {
    let left = true;
    while (left && !passes.stopped()) {
      left = false;
      for (const model of models) if (await turn(model)) left = true;
    }
  }

  return {
    on(type, handler) {
      handlers.set(type, [...(handlers.get(type) ?? []), handler]);
    },
    watch(model) {
      models.push(model as unknown as Model<Aggregate>);
    },
    nudge: passes.nudge,
    start: passes.start,
    stop: passes.stop,
    async drain() {
      await passes.run();
      await passes.run();
    },
  };
}
