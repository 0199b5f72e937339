import type { Context } from "./context.ts";
import { isObject, type JsonObject, listOf, textOf } from "./json.ts";
import { issuerIdOf } from "./signed.ts";
import { bitstringStatus, revocationListStatus, type Status, statusOrUnknown } from "./status-list.ts";
import { type Finding, finding } from "./verdict.ts";

/** OB 3.0, 8.2 step 4. A status that cannot be read is never taken for a good one. */
export async function checkStatus(
  credential: JsonObject,
  confirmed: boolean,
  context: Context,
): Promise<Finding> {
  const entries = listOf(credential.credentialStatus).slice(0, 5);
  if (entries.length === 0)
    return finding("status", "notApplicable", "none", "The issuer publishes no status for it.");
  const statuses = await Promise.all(
    entries.map((entry) => statusOrUnknown(statusOf(entry, credential, confirmed, context))),
  );
  return statusFinding(statuses);
}

async function statusOf(
  entry: JsonObject[string],
  credential: JsonObject,
  confirmed: boolean,
  context: Context,
): Promise<Status> {
  const type = isObject(entry) ? textOf(entry.type) : undefined;
  if (isObject(entry) && (type === "BitstringStatusListEntry" || type === "StatusList2021Entry"))
    return bitstringStatus(entry, { issuer: issuerIdOf(credential), confirmed }, context);
  if (isObject(entry) && type === "1EdTechRevocationList")
    return revocationListStatus(entry, textOf(credential.id) ?? "", context);
  return { state: "unknown", code: "unsupported", note: `A status of type ${type} cannot be read.` };
}

/** The worst of the statuses: withdrawn, else unknown, else good, with what is worth telling. */
export function statusFinding(statuses: Status[]): Finding {
  const withdrawn = statuses.find(({ state }) => state === "revoked" || state === "suspended");
  if (withdrawn)
    return finding(
      "status",
      "failed",
      withdrawn.state,
      `The issuer has ${withdrawn.state} it.${withdrawn.note ? ` ${withdrawn.note}` : ""}`,
      "revoked",
    );
  for (const status of statuses)
    if (status.state === "unknown")
      return finding("status", "unknown", status.code, status.note, "statusUnreachable");
  const notes = statuses.flatMap(({ note }) => (note ? [note] : []));
  if (notes.length > 0) return finding("status", "warning", "goodWithNotes", notes.join(" "));
  return finding("status", "passed", "good", "The issuer has not revoked it.");
}
