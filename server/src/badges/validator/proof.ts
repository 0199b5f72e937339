import type { Context } from "./context.ts";
import { confirmIssuer, type UsedKey } from "./key-lookup.ts";
import { proveDataIntegrity } from "./proof-data-integrity.ts";
import { proveJwt } from "./proof-jwt.ts";
import { issuerIdOf, type Signed } from "./signed.ts";
import { type Finding, finding } from "./verdict.ts";

export interface ProofReport {
  intact: boolean;
  finding: Finding;
  key?: UsedKey;
}

export interface Authenticity {
  intact: boolean;
  /** The issuer that the credential names lists the key. */
  confirmed: boolean;
  proof: Finding;
  issuer: Finding;
}

/** Two questions kept apart: is the signature intact, and does the issuer named stand behind its key? */
export async function authenticate(signed: Signed, context: Context): Promise<Authenticity> {
  const id = issuerIdOf(signed.credential) ?? "";
  const issuer = await context.lookUpIssuer(id);
  const report = signed.jwt
    ? await proveJwt({ ...signed, jwt: signed.jwt }, issuer, context)
    : await proveDataIntegrity(signed.credential, issuer, context);
  const confirmation =
    report.intact && report.key
      ? confirmIssuer(issuer, report.key)
      : finding(
          "issuer",
          "unknown",
          "notChecked",
          "Without an intact signature nothing is known of the issuer.",
        );
  return {
    intact: report.intact,
    confirmed: confirmation.outcome === "passed",
    proof: report.finding,
    issuer: confirmation,
  };
}
