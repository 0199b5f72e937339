import { z } from "zod";
import type { Kernel } from "../platform/kernel.ts";
import type { BadgesContext, BadgesDeps } from "./badges-context.ts";
import { createCollection } from "./collection/index.ts";
import { contentHashOf } from "./described.ts";
import { createExports } from "./exports/export-collection.ts";
import { frameworkRouter } from "./framework/framework.router.ts";
import { createMetaBadgeModel } from "./framework/framework.store.ts";
import { plantFramework } from "./framework/plant-framework.ts";
import { followRevokedAttestation } from "./issuing/attestation-as-badge.ts";
import { createBatchModel, createBatchPartModel } from "./issuing/batches.store.ts";
import { issueByRule } from "./issuing/issue-by-rule.ts";
import { createIssuedModel, type IssuedDocument } from "./issuing/issued.store.ts";
import { issuingRouter } from "./issuing/issuing.router.ts";
import { createBatchRunner } from "./issuing/run-batches.ts";
import { signBadge } from "./issuing/sign-badge.ts";
import { createStatusEntries } from "./issuing/status-entries.ts";
import { tellRevoked } from "./issuing/tell-holders.ts";
import { createIssuerModel } from "./keys/issuers.store.ts";
import { createIssuers, REGION } from "./keys/issuers.ts";
import { createSecretBox } from "./keys/secret-box.ts";
import { localBadgesRouter } from "./local/local-badges.router.ts";
import { createImageModel, createLocalBadgeModel } from "./local/local-badges.store.ts";
import { addressesUnder } from "./public/addresses.ts";
import { createImages } from "./public/images.ts";
import { ownWeb } from "./public/own-web.ts";
import { publicBadgesRouter } from "./public/public-router.ts";
import { createStatusLists } from "./public/status-lists.ts";
import { recognitionsRouter } from "./recognition/recognitions.router.ts";
import { createRecognitionModel } from "./recognition/recognitions.store.ts";
import { badgeClassesOf, standsFor } from "./recognition/stands-for.ts";
import { tellChange, tellDecision } from "./recognition/tell-structures.ts";
import { type BadgeThread, createBadgeThread } from "./thread/badge-thread.ts";
import { safeFetch } from "./validator/safe-fetch.ts";
import { verifierRouter } from "./verifier/verifier.router.ts";
import { createVerifyThread } from "./verifier/verify-thread.ts";
import { createVerifying } from "./verifier/verifying.ts";

const badgeEvent = z.object({ badgeId: z.string() });
const decidedEvent = z.object({ recognitionId: z.string(), fact: z.number() });
const localBadgeEvent = z.object({ localBadgeId: z.string() });
const givenEvent = z.object({ traineeId: z.string() });
const revokedEvent = z.object({ traineeId: z.string(), evidenceId: z.string() });

type Given = Omit<BadgesDeps, "outside"> & Partial<Pick<BadgesDeps, "outside">>;

function createContext(kernel: Kernel, deps: Given, thread: BadgeThread): BadgesContext {
  const { db, settings, clock } = kernel;
  const box = createSecretBox(settings.badgeSecret);
  const issuers = createIssuers(kernel, createIssuerModel(db), box, deps.accounts);
  const statusEntries = createStatusEntries(db);
  const sentImages = createImageModel(db);
  const context: BadgesContext = {
    ...deps,
    outside: deps.outside ?? safeFetch(),
    kernel,
    metaBadges: createMetaBadgeModel(db),
    localBadges: createLocalBadgeModel(db),
    sentImages,
    recognitions: createRecognitionModel(db),
    issued: createIssuedModel(db),
    batches: createBatchModel(db),
    batchParts: createBatchPartModel(db),
    statusEntries,
    issuers,
    signer: thread,
    drawer: thread,
    images: createImages(sentImages, thread),
    statusLists: createStatusLists(statusEntries, issuers, thread, clock),
    web: ownWeb(
      () => context,
      () => issuers.origins(),
    ),
  };
  return context;
}

function listen(context: BadgesContext): void {
  const { delivery } = context.kernel;
  delivery.watch(context.localBadges as never);
  delivery.watch(context.recognitions as never);
  delivery.watch(context.issued as never);
  delivery.on("badge.written", async (event) => {
    const { badgeId } = badgeEvent.parse(event.data);
    const badge = await context.issued.findById(badgeId).lean<IssuedDocument>();
    if (badge) await signBadge(context, badge);
  });
  delivery.on("badge.revoked", (event) => tellRevoked(context, badgeEvent.parse(event.data).badgeId));
  delivery.on("recognition.decided", (event) => tellDecision(context, decidedEvent.parse(event.data)));
  delivery.on("localBadge.changed", (event) =>
    tellChange(context, localBadgeEvent.parse(event.data).localBadgeId),
  );
  delivery.on("attestation.given", (event) => issueByRule(context, givenEvent.parse(event.data).traineeId));
  delivery.on("attestation.revoked", (event) =>
    followRevokedAttestation(context, revokedEvent.parse(event.data)),
  );
}

/** A badge issued here: its address, whom it was issued to, and whether they asked for it themselves. */
async function readIssued(
  { issued, issuers }: BadgesContext,
  badgeId: string,
): Promise<{ url: string; traineeId: string; asked: boolean } | null> {
  const badge = await issued.findById(badgeId).lean<IssuedDocument>();
  const issuer = badge && (await issuers.read(badge.issuerId));
  if (!badge?.traineeId || !issuer) return null;
  const url = addressesUnder(issuer.origin).credential(badgeId);
  return { url, traineeId: badge.traineeId, asked: badge.issuedFor === "attestation" };
}

/** Badges: the framework of the Région, local badges and their recognition, issuing, and what people hold. */
export function createBadges(kernel: Kernel, deps: Given) {
  const thread = createBadgeThread();
  const context = createContext(kernel, deps, thread);
  const runner = createBatchRunner(context);
  const verifier = createVerifyThread();
  const region = async () => {
    const { did, name } = await context.issuers.region();
    return { id: REGION, did, name };
  };
  const verifying = createVerifying({
    regionDid: async () => (await region()).did,
    verifyBadge: verifier.verify,
  });
  const asStanding = (achievementId: string) => standsFor(context, achievementId);
  listen(context);
  const collection = createCollection(kernel, {
    ...deps,
    resolve: context.web,
    verifying,
    region,
    standsFor: asStanding,
    contentHashOf,
    issued: (badgeId) => readIssued(context, badgeId),
    exportAll: createExports,
    aliasesOf: (achievementId) => badgeClassesOf(context, achievementId),
  });
  /** The keys of the Région and its framework, made at the first start. */
  const ready = async () => {
    await Promise.all([context.issuers.region(), plantFramework(context)]);
  };

  return {
    context,
    router: {
      framework: frameworkRouter(context),
      local: localBadgesRouter(context),
      recognitions: recognitionsRouter(context),
      issuing: issuingRouter(context, runner, verifying),
      collection: collection.router,
      verifier: verifierRouter({
        kernel,
        resolve: context.web,
        verifying,
        standsFor: asStanding,
        contentHashOf,
      }),
    },
    /** Our own addresses from the store, without network; those of others from outside. */
    resolve: context.web,
    region,
    standsFor: asStanding,
    /** Resources under `/badges` for the world. */
    publicRouter: (clientDir: string) => publicBadgesRouter(context, clientDir),
    ready,
    /** Batches go on where they were. */
    async start(): Promise<void> {
      await ready();
      runner.start();
      collection.start();
    },
    collection,
    batches: runner,
    async stop(): Promise<void> {
      await runner.stop();
      await collection.stop();
      await Promise.all([thread.close(), verifier.close()]);
    },
  };
}
export type Badges = ReturnType<typeof createBadges>;
