import { instantOf, type Json } from "./json.ts";
import { type Finding, finding } from "./verdict.ts";

/** In force from the first instant to the last, both included. Dates that cannot be read are conformance. */
export function checkDates(from: Json | undefined, until: Json | undefined, now: Date): Finding {
  const [start, end] = [instantOf(from) ?? looseInstant(from), instantOf(until) ?? looseInstant(until)];
  if (start !== undefined && now.getTime() < start)
    return finding("dates", "failed", "notYetValid", `It is valid from ${from}.`, "notYetValid");
  if (end !== undefined && now.getTime() > end)
    return finding("dates", "failed", "expired", `It expired on ${until}.`, "expired");
  if (start === undefined) return finding("dates", "unknown", "noStart", "It does not say since when.");
  return finding("dates", "passed", "inForce", until ? `It is valid until ${until}.` : "It has no end.");
}

/**
 * OB 2.0 dates and old issuers: whatever ISO 8601 the language reads, and only that. Without a zone it is UTC,
 * so that a badge does not expire at another hour on another machine.
 */
export function looseInstant(value: Json | undefined): number | undefined {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d/.test(value)) return undefined;
  const zoneless = /[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(value);
  const time = Date.parse(zoneless ? `${value}Z` : value);
  return Number.isNaN(time) ? undefined : time;
}
