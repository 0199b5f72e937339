import type { BatchInput } from "@acquis/shared/badges/issuing.schema.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import { insertAggregate } from "../../platform/database/aggregate.ts";
import type { SignedIn } from "../../platform/http/api.ts";
import type { BadgesContext } from "../badges-context.ts";
import { type BatchDocument, PART_ROWS } from "./batches.store.ts";
import { chooseBadge } from "./choose-badge.ts";

/**
 * Badges for people of a session, each with its narrative; goes on by itself, whatever stops. Sent twice, started
 * once. Errors: organisation_not_approved, not_found (session or badge), wrong_state, already_exists.
 */
export async function startBatch(
  context: BadgesContext,
  actor: SignedIn,
  { id, sessionId, badge, rows }: BatchInput,
): Promise<BatchDocument> {
  const { batches, batchParts, kernel, training } = context;
  const what = await chooseBadge(context, actor, badge);
  const attendees = await training.peopleOf(actor, sessionId);
  if (!attendees) throw new DomainError("not_found", { field: "sessionId" });
  const known = await batches.findById(id).lean<BatchDocument>();
  if (known) return sameBatch(known, actor, sessionId);
  const seen = new Set<string>();
  const checked = rows.map((row) => {
    const code = seen.has(row.traineeId)
      ? "already_exists"
      : attendees.has(row.traineeId)
        ? null
        : "trainee_not_followed";
    seen.add(row.traineeId);
    return { ...row, code };
  });
  // The parts first: a batch that is there has all its rows.
  for (let start = 0; start < checked.length; start += PART_ROWS)
    await batchParts.replaceOne(
      { _id: `${id} ${start / PART_ROWS}` },
      { rows: checked.slice(start, start + PART_ROWS) },
      { upsert: true },
    );
  await insertAggregate<BatchDocument>(batches, {
    _id: id,
    organisationId: actor.organisationId ?? "",
    badge,
    what,
    by: actor.accountId,
    sessionId,
    total: checked.length,
    cursor: 0,
    issued: 0,
    failed: [],
    startedAt: kernel.clock.now(),
    finishedAt: null,
    runUntil: new Date(0),
  });
  const started = await batches.findById(id).lean<BatchDocument>();
  if (!started) throw new Error(`the batch ${id} was not kept`);
  return sameBatch(started, actor, sessionId);
}

function sameBatch(known: BatchDocument, actor: SignedIn, sessionId: string): BatchDocument {
  if (known.by !== actor.accountId || known.sessionId !== sessionId)
    throw new DomainError("already_exists", { field: "id" });
  return known;
}
