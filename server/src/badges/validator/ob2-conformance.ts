import { OB2 } from "./contexts.ts";
import { looseInstant } from "./dates.ts";
import { hasType, isObject, type Json, type JsonObject, listOf, textOf } from "./json.ts";
import type { Problem } from "./ob3-conformance.ts";

const text = (value: Json | undefined) => (textOf(value)?.trim() ?? "") !== "";
const isUri = (value: Json | undefined) =>
  typeof value === "string" && /^[a-z][a-z0-9+.-]*:[^\s]+$/i.test(value);
const isDate = (value: Json | undefined) => looseInstant(value) !== undefined;

/** What OB 2.0 requires of an Assertion (4.1) and its IdentityObject. */
export function assertionProblems(assertion: JsonObject): Problem[] {
  const { recipient, verification } = assertion;
  return problems(
    [listOf(assertion["@context"]).includes(OB2), "context", `@context must be ${OB2}.`],
    [isUri(assertion.id), "id", "id must be a URI."],
    [hasType(assertion, "Assertion"), "type", "type must be Assertion."],
    [
      isObject(recipient) &&
        text(recipient.type) &&
        text(recipient.identity) &&
        typeof recipient.hashed === "boolean",
      "recipient",
      "recipient must have type, hashed and identity.",
    ],
    [assertion.badge !== undefined, "badge", "badge is missing."],
    [isObject(verification), "verification", "verification must say how to verify it."],
    [isDate(assertion.issuedOn), "issuedOn", "issuedOn must be a date."],
    [isAbsent(assertion.expires) || isDate(assertion.expires), "expires", "expires must be a date."],
  );
}

/** What OB 2.0 requires of a BadgeClass (4.2). */
export function badgeClassProblems(badge: JsonObject): Problem[] {
  const { criteria, image } = badge;
  return problems(
    [isUri(badge.id), "badgeClass", "badge.id must be a URI."],
    [hasType(badge, "BadgeClass"), "badgeClass", "badge.type must be BadgeClass."],
    [text(badge.name), "badgeClass", "badge.name is missing."],
    [text(badge.description), "badgeClass", "badge.description is missing."],
    [text(image) || isObject(image), "badgeClass", "badge.image is missing."],
    [text(criteria) || isObject(criteria), "badgeClass", "badge.criteria is missing."],
    [text(badge.issuer) || isObject(badge.issuer), "badgeClass", "badge.issuer is missing."],
  );
}

function problems(...rules: [boolean, string, string][]): Problem[] {
  return rules.filter(([holds]) => !holds).map(([, code, detail]) => ({ code, detail, strict: true }));
}

/** What says little of a badge, or is written differently in a file and on the web without changing it. */
const IGNORED = ["@context", "type", "image", "verification", "id", "related", "endorsement"];

/** What a file may not add to its hosted copy: it would say more of somebody than their issuer does. */
const CLAIMS = ["evidence", "expires", "narrative"];

/** What an assertion in a file says that its hosted copy, which is the truth, does not (OB 2.0, hosted verification). */
export const differences = (file: JsonObject, hosted: JsonObject): string[] => [
  ...contradictions(file, hosted),
  ...CLAIMS.filter((name) => listOf(file[name]).length > 0 && isAbsent(hosted[name])),
];

/**
 * The members that say otherwise in one than in the other. A member that only one of them has is no
 * contradiction, nor is an address against the object found there.
 */
function contradictions(file: JsonObject, hosted: JsonObject): string[] {
  return Object.keys(file)
    .filter((name) => !IGNORED.includes(name) && hosted[name] !== undefined)
    .filter((name) => !agree(file[name], hosted[name]));
}

/** Some platforms write null for what they leave out. */
const isAbsent = (value: Json | undefined) => value === undefined || value === null;

function agree(left: Json | undefined, right: Json | undefined): boolean {
  if (isAbsent(left) || isAbsent(right) || left === right) return true;
  if (isDate(left) && isDate(right)) return looseInstant(left) === looseInstant(right);
  if (Array.isArray(left) || Array.isArray(right)) {
    const [mine, its] = [listOf(left), listOf(right)];
    return mine.length === its.length && mine.every((value, index) => agree(value, its[index]));
  }
  if (isObject(left) && isObject(right))
    return agree(left.id, right.id) && contradictions(left, right).length === 0;
  if (isObject(left)) return left.id === right;
  return isObject(right) && right.id === left;
}

/** An assertion of Open Badges 0.5 to 1.1: `verify` where 2.0 says `verification`, or the badge's own version. */
export function isOldAssertion({ "@context": context, badge, verify, verification }: JsonObject): boolean {
  if (verification !== undefined || badge === undefined) return false;
  return (
    isObject(verify) ||
    listOf(context).includes("https://w3id.org/openbadges/v1") ||
    (isObject(badge) && typeof badge.version === "string" && isObject(badge.issuer) && !badge.issuer.id)
  );
}
