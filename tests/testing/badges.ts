import { randomUUID } from "node:crypto";
import type { JsonObject } from "@acquis/server/badges/validator/json.ts";
import type { Resolve } from "@acquis/server/badges/validator/model.ts";
import { verifyBadge } from "@acquis/server/badges/validator/verify-badge.ts";
import type { LocalBadge } from "@acquis/shared/badges/local-badge.schema.ts";
import type { TestPerson } from "./people.ts";
import { fixedClock, type Product } from "./product.ts";

/** The origin of ids in tests of badges: https, as did:web asks. */
export const ORIGIN = "https://acquis.test";
export const badgeEnvironment = { PUBLIC_URL: ORIGIN };

/** A badge of somebody's organisation, aligned on "Communiquer, niveau 2". */
export const aLocalBadge = (
  person: TestPerson,
  over: Partial<Parameters<TestPerson["api"]["badges"]["local"]["save"]>[0]> = {},
): Promise<LocalBadge> =>
  person.api.badges.local.save({
    id: randomUUID(),
    name: "Accueillir au comptoir",
    description: "Accueillir une personne et répondre à sa demande.",
    criteria: [
      { id: "c1", text: "A tenu l'accueil trois fois." },
      { id: "c2", text: "A redit la demande avant de répondre." },
    ],
    alignments: [{ metaBadgeId: "communiquer", level: 2, criterionId: null }],
    image: { kind: "motif", motif: "communicate" },
    revision: 0,
    ...over,
  });

export const issueTo = (
  person: TestPerson,
  localBadgeId: string,
  recipient: { traineeId: string } | { email: string },
  id: string = randomUUID(),
) =>
  person.api.badges.issuing.issue({
    id,
    badge: { kind: "local", localBadgeId },
    recipient,
    narrative: "Forum des métiers, 12 novembre.",
  });

export const mapping = [
  { localCriterionId: "c1", metaCriterionId: "communiquer-2-2" },
  { localCriterionId: "c2", metaCriterionId: "communiquer-2-1" },
];

/** Asked, and recognised by the Région, as "Communiquer" at level 2. */
export async function recognise(structure: TestPerson, steward: TestPerson, badge: LocalBadge) {
  const id = randomUUID();
  await structure.api.badges.recognitions.ask({
    id,
    localBadgeId: badge.id,
    metaBadgeId: "communiquer",
    level: 2,
    mapping,
    note: "",
  });
  return steward.api.badges.recognitions.decide({
    id,
    decision: "recognise",
    reason: "",
    contentHash: badge.contentHash,
  });
}

/** Our own validator on our own web; `check` finds one check by name. */
export async function verifyHere(
  product: Product,
  input: string | Uint8Array | JsonObject,
  options: { recipient?: string; region?: string; resolve?: Resolve } = {},
) {
  const given = typeof input === "string" || input instanceof Uint8Array ? input : JSON.stringify(input);
  const judged = await verifyBadge(given, {
    resolve: product.app.features.badges.resolve,
    now: fixedClock.now(),
    ...options,
  });
  return { ...judged, check: (name: string) => judged.checks.find((one) => one.name === name) };
}

/** What one of our public addresses answers over HTTP, whatever origin its id has. */
export function fetchPublic(product: Product, address: string, headers: Record<string, string> = {}) {
  const { pathname } = new URL(address, ORIGIN);
  return fetch(`${product.url}${pathname}`, { headers });
}
