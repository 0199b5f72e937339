import type { Batch } from "@acquis/shared/badges/issuing.schema.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import { api, publicApi } from "../../platform/http/api.ts";
import type { BadgesContext } from "../badges-context.ts";
import { contentHashOf } from "../described.ts";
import type { IssuerDocument } from "../keys/issuers.store.ts";
import { standsFor } from "../recognition/stands-for.ts";
import { presentVerified } from "../verifier/verify-in-public.ts";
import type { Verifying } from "../verifier/verifying.ts";
import { attestationAsBadge } from "./attestation-as-badge.ts";
import type { BatchDocument } from "./batches.store.ts";
import { issueBadge } from "./issue-badge.ts";
import { presentBatches, presentIssued, presentOneIssued, presentPublic } from "./issued.presenter.ts";
import type { IssuedDocument } from "./issued.store.ts";
import { listBatches, listIssued, readBatch } from "./list-issued.ts";
import { revokeBadge } from "./revoke-badge.ts";
import type { BatchRunner } from "./run-batches.ts";
import { startBatch } from "./start-batch.ts";

export function issuingRouter(context: BadgesContext, runner: BatchRunner, verifying: Verifying) {
  const { issuing } = api.badges;
  const open = publicApi.badges.issuing;
  const present = async (badge: IssuedDocument) => {
    context.kernel.delivery.nudge();
    return presentOneIssued(context, badge);
  };
  const presentBatch = async (batch: BatchDocument): Promise<Batch> => {
    const [presented] = await presentBatches(context, [batch]);
    return presented as Batch;
  };
  const register = {
    kernel: context.kernel,
    standsFor: (achievementId: string) => standsFor(context, achievementId),
    contentHashOf,
  };
  const readPublic = async (id: string): Promise<{ badge: IssuedDocument; issuer: IssuerDocument }> => {
    const badge = await context.issued.findById(id).lean<IssuedDocument>();
    const issuer = badge && (await context.issuers.read(badge.issuerId));
    if (!badge || !issuer) throw new DomainError("not_found");
    return { badge, issuer };
  };
  return {
    issue: issuing.issue.handler(async ({ context: { actor }, input }) =>
      present(await issueBadge(context, actor, input)),
    ),
    startBatch: issuing.startBatch.handler(async ({ context: { actor }, input }) => {
      const batch = await startBatch(context, actor, input);
      runner.nudge();
      return presentBatch(batch);
    }),
    readBatch: issuing.readBatch.handler(async ({ context: { actor }, input }) =>
      presentBatch(await readBatch(context, actor, input.id)),
    ),
    listBatches: issuing.listBatches.handler(async ({ context: { actor } }) =>
      presentBatches(context, await listBatches(context, actor)),
    ),
    list: issuing.list.handler(async ({ context: { actor }, input }) => {
      const { total, badges } = await listIssued(context, actor, input);
      return { total, badges: await presentIssued(context, badges) };
    }),
    revoke: issuing.revoke.handler(async ({ context: { actor }, input }) =>
      present(await revokeBadge(context, actor, input)),
    ),
    attestationAsBadge: issuing.attestationAsBadge.handler(async ({ context: { actor }, input }) =>
      present(await attestationAsBadge(context, actor, input)),
    ),
    readPublic: open.readPublic.handler(async ({ input }) => {
      const { badge, issuer } = await readPublic(input.id);
      return presentPublic(context, badge, issuer);
    }),
    verifyNow: open.verifyNow.handler(async ({ input }) => {
      const { badge } = await readPublic(input.id);
      if (!badge.signed) throw new DomainError("wrong_state");
      const now = context.kernel.clock.now();
      const judged = await verifying.verify(badge.signed.credential, { resolve: context.web, now });
      const { verdict, checks, checkedAt } = await presentVerified(register, judged);
      return { verdict, checks, verifiedAt: checkedAt };
    }),
  };
}
