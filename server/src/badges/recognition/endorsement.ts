import type { BadgesContext } from "../badges-context.ts";
import { instant, profileOf, statusOf } from "../issuing/credential.ts";
import { addressesUnder } from "../public/addresses.ts";
import { OB3, VC2 } from "../validator/contexts.ts";
import type { SignedEndorsement } from "./recognitions.store.ts";

/** What the Région signs: this achievement, with this content, is recognised (OB 3.0, EndorsementCredential). */
export async function signEndorsement(
  { issuers, signer, statusEntries, kernel }: BadgesContext,
  about: { id: string; achievementId: string; contentHash: string; metaVersion: number; comment: string },
): Promise<SignedEndorsement> {
  const region = await issuers.region();
  const at = addressesUnder(region.origin);
  const now = instant(kernel.clock.now());
  const statusEntry = await statusEntries.allocate(region.slug);
  const credential = {
    "@context": [VC2, OB3],
    id: at.endorsement(about.id),
    type: ["VerifiableCredential", "EndorsementCredential"],
    name: "Reconnaissance par la Région",
    issuer: profileOf(region),
    validFrom: now,
    credentialSubject: {
      id: about.achievementId,
      type: ["EndorsementSubject"],
      endorsementComment: about.comment,
    },
    credentialStatus: statusOf(statusEntry, at),
  };
  const keys = issuers.signingKeys(region);
  const signed = await signer.sign({ credential, assertion: null, keys, date: now });
  return {
    id: about.id,
    contentHash: about.contentHash,
    metaVersion: about.metaVersion,
    on: kernel.clock.today(),
    credential: JSON.stringify(signed.credential),
    statusEntry,
  };
}
