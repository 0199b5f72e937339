import { changeAggregate } from "../../platform/database/aggregate.ts";
import type { BadgesContext } from "../badges-context.ts";
import { addressesUnder } from "../public/addresses.ts";
import { standingEndorsements } from "../recognition/stands-for.ts";
import type { JsonObject } from "../validator/json.ts";
import { signedAssertion } from "./assertion.ts";
import { credentialOf, instant } from "./credential.ts";
import type { IssuedDocument } from "./issued.store.ts";

/** Endorsements of what is issued, read once for a batch. */
export type Endorsing = (issued: IssuedDocument, achievementId: string) => Promise<JsonObject[]>;

/** Signs what was written, once: whoever comes second keeps the first signature. Then people may be told. */
export async function signBadge(
  context: BadgesContext,
  issued: IssuedDocument,
  endorsing: Endorsing = (one, id) => standingEndorsements(context, id, one.contentHash),
): Promise<IssuedDocument> {
  if (issued.signed) return issued;
  const { kernel, issuers, signer } = context;
  const issuer = await issuers.read(issued.issuerId);
  if (!issuer) throw new Error(`the badge ${issued._id} has lost its issuer`);
  const achievementId = addressesUnder(issuer.origin).achievement(issued.described.key);
  const { credential, token } = await signer.sign({
    credential: credentialOf(issued, issuer, await endorsing(issued, achievementId)),
    assertion: signedAssertion(issued, issuer),
    keys: issuers.signingKeys(issuer),
    date: instant(issued.issuedAt),
  });
  return changeAggregate(context.issued, issued._id, (current) => {
    if (current.signed) return null;
    const signed = { credential: JSON.stringify(credential), token: token ?? "" };
    const data = { badgeId: current._id, traineeId: current.traineeId };
    return {
      next: { ...current, signed },
      events: [{ id: `${current._id}-issued`, type: "badge.issued", data, at: kernel.clock.now() }],
    };
  });
}
