import type { Context } from "./context.ts";
import type { JsonObject } from "./json.ts";
import type { Problem } from "./ob3-conformance.ts";
import { type Finding, finding } from "./verdict.ts";

/** Says which departures were found; the strict ones make the badge `notConformant`. */
export function conformanceOf(problems: Problem[]): Finding {
  const strict = problems.filter((problem) => problem.strict);
  const told = (some: Problem[]) =>
    [...new Set(some.map(({ detail }) => detail))].slice(0, 12).join(" ") ||
    "It is as the specification asks.";
  const [first] = strict;
  if (first) return finding("conformance", "failed", first.code, told(strict), "notConformant");
  const [mild] = problems;
  if (mild) return finding("conformance", "warning", mild.code, told(problems));
  return finding("conformance", "passed", "conformant", told([]));
}

export const strictly = (code: string, details: string[]): Problem[] =>
  details.map((detail) => ({ code, detail, strict: true }));

/** What the published schema adds; it is that of VCDM 2.0 and wants proof as a list, which both models leave free. */
export function schemaProblems(
  credential: JsonObject,
  kind: "badge" | "endorsement",
  context: Context,
): Problem[] {
  if (!context.schemas || credential.issuanceDate !== undefined) return [];
  const { proof } = credential;
  const listed = proof === undefined || Array.isArray(proof) ? credential : { ...credential, proof: [proof] };
  return strictly("schema", context.schemas[kind](listed));
}
