import { DomainError } from "@acquis/shared/platform/errors.ts";
import { createPasses } from "../../platform/delivery/passes.ts";
import { factId } from "../../portfolio/index.ts";
import type { BadgesContext } from "../badges-context.ts";
import { standingEndorsements } from "../recognition/stands-for.ts";
import type { JsonObject } from "../validator/json.ts";
import { type BatchDocument, type BatchPartDocument, PART_ROWS } from "./batches.store.ts";
import { type Endorsing, signBadge } from "./sign-badge.ts";
import { writeBadge } from "./write-badge.ts";

/** A chunk takes a second: a batch cut short goes on this soon. Two at once would only do the same work twice. */
const LEASE_MS = 15_000;
const TICK_MS = 5_000;
/** Rows at a time: enough to keep the signing thread busy, few enough to leave the database to others. */
const TOGETHER = 8;

type Row = BatchPartDocument["rows"][number];

export interface BatchRunner {
  nudge(): void;
  start(): void;
  stop(): Promise<void>;
  /** Runs until no batch is left to run. */
  drain(): Promise<void>;
}

/** Issues the row, whatever was done of it before a crash: written and signed once each. */
async function issueRow(
  context: BadgesContext,
  batch: BatchDocument,
  row: Row,
  endorsing: Endorsing,
): Promise<string | null> {
  if (row.code) return row.code;
  const person = (await context.accounts.people([row.traineeId])).get(row.traineeId);
  if (person?.role !== "trainee") return "unknown_recipient";
  try {
    const written = await writeBadge(context, batch.what, {
      id: factId("b", batch._id, row.traineeId),
      recipient: person,
      narrative: row.narrative,
      issuedFor: "session",
      issuedBy: batch.by,
      batchId: batch._id,
    });
    await signBadge(context, written, endorsing);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

/** Batches, one after the other, chunk by chunk; the cursor moves only when a chunk is signed. */
export function createBatchRunner(context: BadgesContext): BatchRunner {
  const { batches, batchParts, kernel } = context;
  const passes = createPasses(TICK_MS, pass, (error) =>
    kernel.log.error({ err: error }, "batches pass failed"),
  );

  const lease = () => new Date(Date.now() + LEASE_MS);

  async function run(batch: BatchDocument): Promise<void> {
    const read = new Map<string, Promise<JsonObject[]>>();
    const endorsing: Endorsing = (one, id) => {
      const known = read.get(id) ?? standingEndorsements(context, id, one.contentHash);
      read.set(id, known);
      return known;
    };
    let { cursor } = batch;
    let part: BatchPartDocument | null = null as BatchPartDocument | null;
    while (!passes.stopped() && cursor < batch.total) {
      const name = `${batch._id} ${Math.floor(cursor / PART_ROWS)}`;
      if (part?._id !== name) part = await batchParts.findById(name).lean<BatchPartDocument>();
      const rows = part?.rows.slice(cursor % PART_ROWS, (cursor % PART_ROWS) + TOGETHER) ?? [];
      if (rows.length === 0) throw new Error(`the batch ${batch._id} has lost rows`);
      const codes = await Promise.all(rows.map((row) => issueRow(context, batch, row, endorsing)));
      const failed = rows.flatMap(({ traineeId }, index) =>
        codes[index] ? [{ traineeId, code: codes[index] }] : [],
      );
      const moved = await batches.collection.updateOne(
        { _id: batch._id as never, cursor },
        {
          $inc: { cursor: rows.length, issued: rows.length - failed.length, revision: 1 },
          $set: { runUntil: lease() },
          ...(failed.length > 0 ? { $push: { failed: { $each: failed } } as never } : {}),
        },
      );
      // Another server took it over: it goes on there.
      if (moved.matchedCount === 0) return;
      cursor += rows.length;
      kernel.delivery.nudge();
    }
    if (cursor >= batch.total)
      await batches.collection.updateOne(
        { _id: batch._id as never },
        { $set: { finishedAt: kernel.clock.now() }, $unset: { runUntil: "" } },
      );
    else await batches.collection.updateOne({ _id: batch._id as never }, { $set: { runUntil: new Date(0) } });
  }

  async function pass(): Promise<void> {
    while (!passes.stopped()) {
      const taken = await batches.collection.findOneAndUpdate(
        { runUntil: { $lte: new Date() } },
        { $set: { runUntil: lease() } },
        { returnDocument: "after" },
      );
      if (!taken) return;
      await run(taken as unknown as BatchDocument).catch((error) =>
        kernel.log.error({ err: error, batch: taken._id }, "batch stopped; it is tried again in a moment"),
      );
    }
  }

  return { nudge: passes.nudge, start: passes.start, stop: passes.stop, drain: passes.run };
}
