import type { Context } from "./context.ts";
import { documentLoader } from "./contexts.ts";
import { isObject, isReasonable, type Json, type JsonObject, listOf, messageOf, textOf } from "./json.ts";
import { type Issuer, isReadableKeyId, lookUpKey } from "./key-lookup.ts";
import { multikeyDocument } from "./keys.ts";
import { WebError } from "./model.ts";
import type { ProofReport } from "./proof.ts";
import { hiddenTerms } from "./signed-terms.ts";
import { canonize, checkSignature, suiteOf } from "./suites.ts";
import { finding } from "./verdict.ts";

/** Canonical form takes its time: a badge has a hundred values, and one with thousands is there to keep us busy. */
const MOST_VALUES = 3_000;
/** A badge has three, and two more for each endorsement. */
const MOST_CONTEXTS = 100;

/**
 * Embedded proofs (OB 3.0, 8.3). Any one proof is enough, and none made invalid can make another valid:
 * the best of those we can check speaks for the credential.
 */
export async function proveDataIntegrity(
  document: JsonObject,
  issuer: Issuer,
  context: Context,
): Promise<ProofReport> {
  const proofs = listOf(document.proof).filter(isObject);
  if (proofs.length === 0) return unsupported("missing", "The credential carries no proof.");
  const usable = proofs.filter((proof) => suiteOf(proof, document)).slice(0, 5);
  if (usable.length === 0)
    return unsupported("suite", `No proof that we can check: ${proofs.map(nameOf).join(", ")}.`);
  const asserting = usable.filter((proof) => proof.proofPurpose === "assertionMethod");
  if (asserting.length === 0)
    return unsupported("purpose", "The proof was not made to assert a credential (proofPurpose).");

  const canonical = await readTerms(document, context);
  if (typeof canonical !== "string") return canonical;
  const reports: ProofReport[] = [];
  for (const proof of asserting) {
    const report = await prove(document, proof, canonical, issuer, context);
    const confirmed = report.key && issuer.keys.some(({ key }) => key?.thumbprint === report.key?.thumbprint);
    if (confirmed) return report;
    reports.push(report);
  }
  const intact = reports.find((report) => report.intact) ?? reports[0];
  return intact ?? unsupported("missing", "The credential carries no proof.");
}

async function prove(
  document: JsonObject,
  proof: JsonObject,
  canonical: string,
  issuer: Issuer,
  context: Context,
): Promise<ProofReport> {
  const suite = suiteOf(proof, document);
  const id = isObject(proof.verificationMethod)
    ? textOf(proof.verificationMethod.id)
    : textOf(proof.verificationMethod);
  if (!suite || !id) return unsupported("method", "The proof names no verification method.");
  const key = await lookUpKey(id, issuer, context.now, context.web);
  const method = key && (await multikeyDocument(id, key));
  if (!key && !isReadableKeyId(id)) return unsupported("key", `We cannot read keys such as ${id}.`);
  if (!key)
    return {
      intact: false,
      finding: finding("proof", "unknown", "noKey", noKey(id, issuer), "keyUnreachable"),
    };
  if (!method) return unsupported("key", `The key ${id} is not an Ed25519 key.`);
  const loader = documentLoader(context.web, new Map([[id, method]]));
  const { intact, malformed, detail } = await checkSignature({ suite, document, proof, canonical, loader });
  if (intact && isPast(proof.expires, context.now))
    return { intact: false, finding: finding("proof", "failed", "expired", "The proof expired.", "expired") };
  if (intact) return { intact, key, finding: finding("proof", "passed", "intact", detail) };
  return malformed
    ? { intact, finding: finding("proof", "failed", "malformed", detail, "notConformant") }
    : { intact, finding: finding("proof", "failed", "broken", detail, "tampered") };
}

/** What the signature covers, or why nothing can be: an undefined term, a context out of reach, a hidden member. */
async function readTerms(document: JsonObject, context: Context): Promise<string | ProofReport> {
  const unsigned = { ...document };
  delete unsigned.proof;
  if (!isReasonable(unsigned, MOST_VALUES))
    return tooComplex(`A credential of more than ${MOST_VALUES} values is not put in canonical form.`);
  if (contextsIn(unsigned) > MOST_CONTEXTS) return tooComplex("It names too many contexts.");
  try {
    const canonical = await canonize(unsigned, documentLoader(context.web));
    const hidden = hiddenTerms(unsigned, canonical);
    if (hidden.length === 0) return canonical;
    const detail = `The signature covers what the document does not show: ${hidden.join(", ")}.`;
    return { intact: false, finding: finding("proof", "failed", "hiddenTerms", detail, "notConformant") };
  } catch (error) {
    const unreachable = webErrorIn(error);
    if (unreachable)
      return {
        intact: false,
        finding: finding("proof", "unknown", "noContext", unreachable.message, "keyUnreachable"),
      };
    // The libraries give up on graphs and contexts that would keep them busy for hours.
    if (/^Maximum /.test(messageOf(error))) return tooComplex(messageOf(error));
    const detail = `Not every term is defined, so no signature can cover them: ${termOf(error)}`;
    return { intact: false, finding: finding("proof", "failed", "undefinedTerms", detail, "notConformant") };
  }
}

const tooComplex = (detail: string): ProofReport => ({
  intact: false,
  finding: finding("proof", "failed", "tooComplex", detail, "notConformant"),
});

/** How many contexts a document names in all: each is read again wherever it is named. */
function contextsIn(value: Json | undefined): number {
  if (typeof value !== "object" || value === null) return 0;
  const own = isObject(value) ? listOf(value["@context"]).length : 0;
  return Object.values(value).reduce((sum: number, one) => sum + contextsIn(one), own);
}

/** jsonld wraps what the loader threw in `cause` or `details.cause`, sometimes twice. */
function webErrorIn(error: unknown, depth = 0): WebError | undefined {
  if (error instanceof WebError) return error;
  if (depth > 3 || !(error instanceof Error)) return undefined;
  const details = "details" in error && isObject(error.details) ? error.details : {};
  return webErrorIn(error.cause, depth + 1) ?? webErrorIn(details.cause as unknown, depth + 1);
}

function termOf(error: unknown): string {
  const details = error instanceof Error && "details" in error ? (error.details as Json) : undefined;
  const event = isObject(details) && isObject(details.event) ? details.event : undefined;
  const which = isObject(event?.details)
    ? (event.details.property ?? event.details.value ?? event.details.type)
    : undefined;
  return which === undefined ? messageOf(error) : JSON.stringify(which);
}

const noKey = (id: string, { problem }: Issuer) =>
  `The key ${id} was not found.${problem ? ` ${problem.message}` : ""}`;

const nameOf = (proof: JsonObject) => [proof.type, proof.cryptosuite].filter(Boolean).join(" ");

const unsupported = (code: string, detail: string): ProofReport => ({
  intact: false,
  finding: finding("proof", "failed", code, detail, "unsupportedProof"),
});

const isPast = (value: Json | undefined, now: Date) =>
  typeof value === "string" && Date.parse(value) < now.getTime();
