import { z } from "zod";
import type { Kernel } from "../../platform/kernel.ts";
import type { ExportMaker } from "../exports/export-collection.ts";
import { createCheckDue } from "./check-due.ts";
import { collectionRouter } from "./collection.router.ts";
import { createCollectionStore } from "./collection.store.ts";
import type { CollectionContext, CollectionDeps } from "./collection-context.ts";
import { deriveEvidence, judgeAgain, PROOF_CHANGED } from "./derive-evidence.ts";
import { JUDGED } from "./keep-badge.ts";
import { checkRevoked, receiveIssued } from "./receive-issued.ts";
import { tellProof } from "./tell-holder.ts";

const badgeEventSchema = z.object({ badgeId: z.string() });
const achievementEventSchema = z.object({ achievementId: z.string(), reason: z.string().default("") });
const causeSchema = z.object({ quiet: z.boolean(), reason: z.string() });

/** Badges that people hold, issued here or imported, and the proof that follows from them. */
export function createCollection(
  kernel: Kernel,
  deps: CollectionDeps & {
    exportAll(context: CollectionContext): ExportMaker;
    /** Other ids of the same achievement: a badge class of 2.0 has its own. */
    aliasesOf(achievementId: string): Promise<readonly string[]>;
  },
) {
  const store = createCollectionStore(kernel.db);
  const context: CollectionContext = { kernel, store, ...deps };
  const { delivery } = kernel;
  delivery.watch(store.badges as never);
  delivery.on(JUDGED, (event, source) => deriveEvidence(context, source.id, causeSchema.parse(event.data)));
  delivery.on(PROOF_CHANGED, (event) => tellProof(context, event));
  delivery.on("badge.issued", (event) => receiveIssued(context, badgeEventSchema.parse(event.data).badgeId));
  delivery.on("badge.revoked", (event) => checkRevoked(context, badgeEventSchema.parse(event.data).badgeId));
  for (const type of ["recognition.given", "recognition.withdrawn"])
    delivery.on(type, async (event) => {
      const { achievementId, reason } = achievementEventSchema.parse(event.data);
      const names = [achievementId, ...(await deps.aliasesOf(achievementId))];
      await judgeAgain(context, names, { id: event.id, at: event.at, reason });
    });
  const due = createCheckDue(context);
  return {
    store,
    /** For whoever keeps badges without a request: the demonstration. */
    context,
    router: collectionRouter(context, deps.exportAll(context)),
    /** Checks what is due by the clock; answers how many were. */
    checkDue: due.pass,
    start: due.start,
    stop: due.stop,
  };
}
