import { createHash } from "node:crypto";
import type { Recognised } from "@acquis/shared/badges/collection.rules.ts";
import type { BadgeSource } from "@acquis/shared/badges/verifier.schema.ts";
import type { SignedIn } from "../../../platform/http/api.ts";
import { createTestKernel } from "../../../platform/testing/test-kernel.ts";
import { createPortfolio } from "../../../portfolio/index.ts";
import { aReferential } from "../../../training/testing/territory.ts";
import { createExports } from "../../exports/export-collection.ts";
import type { JsonObject } from "../../validator/json.ts";
import { type Resolve, WebError } from "../../validator/model.ts";
import { ACHIEVEMENT, didUrl, MAIL, web } from "../../validator/testing/badges.ts";
import { newIssuer } from "../../validator/testing/issuing.ts";
import { verifyBadge } from "../../validator/verify-badge.ts";
import { createVerifying } from "../../verifier/verifying.ts";
import { presentOne } from "../collection.presenter.ts";
import type { CollectionContext, CollectionDeps } from "../collection-context.ts";
import { importBadge } from "../import-badge.ts";
import { createCollection } from "../index.ts";

export const contentHashOf = (achievement: JsonObject) =>
  createHash("sha256").update(JSON.stringify(achievement)).digest("hex");

const people = new Map(
  [
    { id: "amina", firstName: "Amina", lastName: "Kaya", email: MAIL },
    { id: "tom", firstName: "Tom", lastName: "Petit", email: "tom@example.fr" },
  ].map((person) => [
    person.id,
    { ...person, role: "trainee" as const, locale: "fr" as const, organisationId: null },
  ]),
);

export const actor = (accountId: string, role: SignedIn["role"] = "trainee"): SignedIn => ({
  accountId,
  role,
  organisationId: role === "trainee" ? null : "greta",
  organisationStatus: role === "trainee" ? null : "approved",
});

export const fileOf = (content: string | Uint8Array | object, name = "badge.json"): BadgeSource => {
  const bytes =
    content instanceof Uint8Array
      ? new Uint8Array(content)
      : typeof content === "string"
        ? content
        : JSON.stringify(content);
  return { file: new File([bytes], name) };
};

/** Made once: an RSA key takes longer than most tests. */
const issuerMade = newIssuer("did:web:asso.example.fr");

/** A collection on a database of its own, a web on paper that tests write, and a register they decide. */
export async function createWorld() {
  const kernel = await createTestKernel();
  kernel.setToday("2026-06-01");
  const issuer = await issuerMade;
  const pages: Record<string, JsonObject> = { [didUrl(issuer.id)]: issuer.document };
  const raw: Record<string, JsonObject> = {};
  const register = new Map<string, Recognised[]>();
  const issued = new Map<string, { url: string; traineeId: string }>();
  let down = false;
  const resolve: Resolve = async (url, accept) => {
    if (down) throw new WebError("web.failed", "The network is down.");
    return web(pages, raw)(url, accept);
  };
  const accounts = {
    people: async (ids: readonly string[]) =>
      new Map(ids.flatMap((id) => (people.get(id) ? [[id, people.get(id)] as const] : []))),
  } as CollectionDeps["accounts"];
  const portfolio = createPortfolio(kernel, {
    accounts,
    referential: aReferential,
    follows: async () => false,
    requestedBy: async () => new Set(),
  });
  const standsFor = async (id: string) => register.get(id) ?? [];
  const region = async () => ({ id: "region", name: "Conseil régional", did: "did:web:region.example.fr" });
  const deps: CollectionDeps = {
    accounts,
    portfolio,
    training: { follows: async ({ accountId }) => accountId === "marie" },
    referential: aReferential,
    resolve,
    verifying: createVerifying({ regionDid: async () => (await region()).did, verifyBadge }),
    region,
    standsFor,
    contentHashOf,
    issued: async (id) => issued.get(id) ?? null,
  };
  const collection = createCollection(kernel, {
    ...deps,
    exportAll: createExports,
    aliasesOf: async () => [],
  });
  const context: CollectionContext = { kernel, store: collection.store, ...deps };
  const settle = () => kernel.delivery.drain();
  return {
    kernel,
    issuer,
    pages,
    raw,
    context,
    collection,
    portfolio,
    issued,
    settle,
    setDown: (value: boolean) => {
      down = value;
    },
    /** The Région recognises the achievement of tests, of this issuer, at level 2, for two competencies. */
    recognise(given: Partial<Recognised> = {}, achievement: JsonObject = ACHIEVEMENT) {
      register.set(`${achievement.id}`, [
        {
          how: "recognition",
          metaBadgeId: "communiquer",
          name: { fr: "Communiquer", en: "Communicate" },
          level: 2,
          competencyIds: ["flat", "drawing"],
          issuerIds: [issuer.id],
          contentHash: contentHashOf(achievement),
          ...given,
        },
      ]);
    },
    withdrawRecognition: (achievement: JsonObject = ACHIEVEMENT) => register.delete(`${achievement.id}`),
    /** Leaves an event as another feature would, and delivers it. */
    async announce(type: string, data: Record<string, unknown>) {
      await portfolio.open("carrier");
      await portfolio.portfolios.collection.updateOne(
        { _id: "carrier" as never },
        {
          $push: { pendingEvents: { id: kernel.newId(), type, data, at: kernel.clock.now() } } as never,
          $set: { deliverAt: new Date(0) },
        },
      );
      await settle();
    },
    async import(source: BadgeSource, who = "amina") {
      const { outcome, badge } = await importBadge(context, actor(who), source);
      await settle();
      return { outcome, badge: await presentOne(context, badge) };
    },
    async evidence(who = "amina") {
      await settle();
      return ((await portfolio.read(who))?.evidence ?? []).filter(({ kind }) => kind === "badge");
    },
    /** What happened to each proof, oldest first: competency, and why it ended or null. */
    async proofs(who = "amina") {
      return (await this.evidence(who)).map(({ competencyId, withdrawal }) => [
        competencyId,
        withdrawal?.kind ?? null,
      ]);
    },
    close: () => kernel.close(),
  };
}
export type World = Awaited<ReturnType<typeof createWorld>>;
