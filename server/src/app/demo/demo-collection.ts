/// <reference path="../../badges/validator/libraries.d.ts" />
import { createHash } from "node:crypto";
import * as Multikey from "@digitalbazaar/ed25519-multikey";
import type { AccountDocument } from "../../accounts/accounts.store.ts";
import type { CollectionContext } from "../../badges/collection/collection-context.ts";
import { keepBadge } from "../../badges/collection/import-badge.ts";
import { readBadge } from "../../badges/collection/read-badge.ts";
import { signCredential } from "../../badges/thread/sign-documents.ts";
import { bakeSvg } from "../../badges/validator/bake-svg.ts";
import { OB3, VC2 } from "../../badges/validator/contexts.ts";
import { WebError } from "../../badges/validator/model.ts";
import { verifyBadge } from "../../badges/validator/verify-badge.ts";
import { createVerifying } from "../../badges/verifier/verifying.ts";

/** An address of nowhere: what a link that fails looks like. */
const LOST = "https://badges.example/assertions/atelier-cuisine";
const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120"><title>Bénévole au festival</title><circle cx="60" cy="60" r="54" fill="#fff" stroke="#173a5e" stroke-width="8"/><path d="M60 24l10 24 26 2-20 17 6 26-22-14-22 14 6-26-20-17 26-2z" fill="#173a5e"/></svg>`;

/** A badge by somebody who needs no web, a `did:key`, so that a demonstration without network can verify it. */
async function elsewhereBadge(email: string, now: Date): Promise<Uint8Array> {
  const pair = await Multikey.generate({ controller: "did:key" });
  const did = `did:key:${pair.publicKeyMultibase}`;
  const { secretKeyMultibase = "" } = await pair.export({ publicKey: true, secretKey: true });
  const ed25519 = {
    id: `${did}#${pair.publicKeyMultibase}`,
    publicKeyMultibase: pair.publicKeyMultibase,
    secretKeyMultibase,
  };
  const salt = "festival";
  const identityHash = `sha256$${createHash("sha256")
    .update(email + salt)
    .digest("hex")}`;
  const credential = {
    "@context": [VC2, OB3],
    id: "urn:uuid:3f0c5b4e-1d2a-4c57-9a0e-5a9f6d1b7c01",
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: "Bénévole au festival",
    issuer: { id: did, type: ["Profile"], name: "Maison des associations" },
    validFrom: new Date(now.getTime() - 120 * 86_400_000).toISOString().replace(/\.\d+Z$/, "Z"),
    credentialSubject: {
      type: ["AchievementSubject"],
      identifier: [
        { type: "IdentityObject", hashed: true, identityHash, identityType: "emailAddress", salt },
      ],
      achievement: {
        id: "urn:uuid:3f0c5b4e-1d2a-4c57-9a0e-5a9f6d1b7c02",
        type: ["Achievement"],
        name: "Bénévole au festival",
        description: "Accueillir le public et tenir un stand pendant trois jours.",
        criteria: {
          narrative: "A tenu un stand trois jours. A orienté le public. A formé un autre bénévole.",
        },
      },
    },
  };
  const keys = { did, ed25519, rsa: { id: "", privateKeyPem: "" } };
  const signed = await signCredential(credential, keys, now.toISOString());
  return Buffer.from(bakeSvg(PICTURE, "3.0", JSON.stringify(signed)));
}

/** The trainee holds a badge from elsewhere, valid but not recognised, and a link that gives nothing. */
export async function addCollection(collection: CollectionContext, trainee: AccountDocument): Promise<void> {
  const { kernel, store } = collection;
  if (await store.badges.exists({ traineeId: trainee._id })) return;
  const offline: CollectionContext = {
    ...collection,
    resolve: () => Promise.reject(new WebError("web.failed", "Nobody answers at this address.")),
    // Right here: starting the thread would cost the start more than two badges do.
    verifying: createVerifying({ regionDid: async () => null, verifyBadge }),
  };
  const held = { traineeId: trainee._id, source: "imported" as const };
  const lost = await readBadge(offline, LOST, trainee.email);
  await keepBadge(offline, lost, { ...held, link: LOST });
  const badge = await elsewhereBadge(trainee.email, kernel.clock.now());
  await keepBadge(offline, await readBadge(offline, badge, trainee.email), { ...held, link: null });
}
