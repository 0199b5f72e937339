import type { SigningKeys } from "../keys/issuers.ts";
import type { JsonObject } from "../validator/json.ts";

/** What is to be signed together: a credential, and the 2.0 assertion that goes with it. */
export interface SigningTask {
  credential: JsonObject;
  assertion: JsonObject | null;
  keys: SigningKeys;
  date: string;
}

export interface SignedDocuments {
  credential: JsonObject;
  token: string | null;
}

/** Port: signs away from the event loop, which a proof would hold for 20 ms. */
export interface Signer {
  sign(task: SigningTask): Promise<SignedDocuments>;
}
