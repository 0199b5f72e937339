import type { issuedFilterSchema } from "@acquis/shared/badges/issuing.schema.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { z } from "zod";
import type { SignedIn } from "../../platform/http/api.ts";
import type { BadgesContext } from "../badges-context.ts";
import { REGION } from "../keys/issuers.ts";
import type { BatchDocument } from "./batches.store.ts";
import type { IssuedDocument } from "./issued.store.ts";

const MOST_BATCHES = 50;

/** What one's organisation issued, newest first; a trainer sees their own, a steward all that the Région issued. */
export async function listIssued(
  { issued }: BadgesContext,
  actor: SignedIn,
  filter: z.output<typeof issuedFilterSchema>,
): Promise<{ total: number; badges: IssuedDocument[] }> {
  const { localBadgeId, metaBadgeId, batchId, page, pageSize } = filter;
  const where = {
    ...(actor.role === "steward" ? { issuerId: REGION } : { organisationId: actor.organisationId ?? "" }),
    ...(actor.role === "trainer" ? { issuedBy: actor.accountId } : {}),
    ...(localBadgeId ? { localBadgeId } : {}),
    ...(metaBadgeId ? { metaBadgeId } : {}),
    ...(batchId ? { batchId } : {}),
  };
  const [total, badges] = await Promise.all([
    issued.countDocuments(where),
    issued
      .find(where)
      .sort({ issuedAt: -1, _id: 1 })
      .skip((page - 1) * pageSize)
      .limit(pageSize)
      .lean<IssuedDocument[]>(),
  ]);
  return { total, badges };
}

const mayRead = (actor: SignedIn, batch: BatchDocument) =>
  batch.organisationId === actor.organisationId && (actor.role !== "trainer" || batch.by === actor.accountId);

/** Errors: not_found, also for another's. */
export async function readBatch(
  { batches }: BadgesContext,
  actor: SignedIn,
  id: string,
): Promise<BatchDocument> {
  const batch = await batches.findById(id).lean<BatchDocument>();
  if (!batch || !mayRead(actor, batch)) throw new DomainError("not_found");
  return batch;
}

export async function listBatches({ batches }: BadgesContext, actor: SignedIn): Promise<BatchDocument[]> {
  return batches
    .find({
      organisationId: actor.organisationId ?? "",
      ...(actor.role === "trainer" ? { by: actor.accountId } : {}),
    })
    .sort({ startedAt: -1 })
    .limit(MOST_BATCHES)
    .lean<BatchDocument[]>();
}
