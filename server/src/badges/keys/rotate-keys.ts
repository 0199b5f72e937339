import type { Logger } from "pino";
import { changeAggregate } from "../../platform/database/aggregate.ts";
import { connectDatabase } from "../../platform/database/connect.ts";
import type { Settings } from "../../platform/settings.ts";
import { addressesUnder } from "../public/addresses.ts";
import { createIssuerModel, type IssuerDocument, type IssuerModel } from "./issuers.store.ts";
import { makeEd25519, makeRsa } from "./make-keys.ts";
import { createSecretBox, type SecretBox } from "./secret-box.ts";

/** New keys, which sign from now on; the old ones stay listed, so that what they signed still verifies. */
export async function rotateIssuer(
  issuers: IssuerModel,
  box: SecretBox,
  current: IssuerDocument,
  now: Date,
): Promise<IssuerDocument> {
  const rsaId = addressesUnder(current.origin).v2.key(current.slug, current.rsa.length);
  const [ed25519, rsa] = await Promise.all([makeEd25519(current.did, box, now), makeRsa(rsaId, box, now)]);
  return changeAggregate(issuers, current._id, (latest) =>
    // Rotated by somebody else meanwhile: one new pair is enough.
    latest.rsa.length > current.rsa.length
      ? null
      : { next: { ...latest, ed25519: [...latest.ed25519, ed25519], rsa: [...latest.rsa, rsa] } },
  );
}

/** Rotates the keys of one organisation (its id or its slug), or of all; the product may be running. */
export async function rotateKeys(
  settings: Settings,
  log: Logger,
  organisation?: string,
): Promise<IssuerDocument[]> {
  const database = await connectDatabase(settings, log);
  try {
    const issuers = createIssuerModel(database.connection);
    const box = createSecretBox(settings.badgeSecret);
    const which = organisation ? { $or: [{ _id: organisation }, { slug: organisation }] } : {};
    const found = await issuers.find(which).sort({ _id: 1 }).lean<IssuerDocument[]>();
    const rotated: IssuerDocument[] = [];
    for (const issuer of found) rotated.push(await rotateIssuer(issuers, box, issuer, new Date()));
    return rotated;
  } finally {
    await database.close();
  }
}
