import { collectionContract } from "./collection.contract.ts";
import { frameworkContract } from "./framework.contract.ts";
import { issuingContract } from "./issuing.contract.ts";
import { localBadgesContract } from "./local-badges.contract.ts";
import { recognitionsContract } from "./recognitions.contract.ts";
import { verifierContract } from "./verifier.contract.ts";

/** Badges: what the Région recognises, what structures describe and issue, what people hold, and verifying. */
export const badgesContract = {
  framework: frameworkContract,
  local: localBadgesContract,
  recognitions: recognitionsContract,
  issuing: issuingContract,
  collection: collectionContract,
  verifier: verifierContract,
};
