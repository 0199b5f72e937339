import type { BadgeContent } from "@acquis/shared/badges/verifier.schema.ts";
import { idOf, isObject, type Json, type JsonObject, listOf, textOf } from "../validator/json.ts";
import { isBadge, issuerIdOf, validFromOf, validUntilOf } from "../validator/signed.ts";

/** What is read of a credential beside what is shown. */
export interface Described {
  content: BadgeContent;
  achievement: JsonObject;
  /** Instants in milliseconds. */
  validFrom: number;
  validUntil: number | null;
  /** An address, or a data: one. */
  imageUrl: string | null;
}

const parisDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" });

/** Text of others: bounded, without control characters but line breaks. */
function plain(value: Json | undefined, most: number): string {
  const text = typeof value === "string" ? value : "";
  return text
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .trim()
    .slice(0, most);
}

const idText = (value: Json | undefined) => plain(idOf(value), 500) || null;
const webUrl = (value: Json | undefined) => {
  const text = plain(value, 2000);
  return /^https?:\/\//i.test(text) ? text : null;
};

function instant(value: Json | undefined): number | null {
  const time = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}

const dayOf = (time: number | null) =>
  time === null || Math.abs(time) > 8e14 ? null : dayOnly(parisDay.format(time));
/** A year beyond four digits is no day of ours. */
const dayOnly = (day: string) => (/^\d{4}-\d\d-\d\d$/.test(day) ? day : null);

function alignmentsOf(achievement: JsonObject): BadgeContent["alignments"] {
  return listOf(achievement.alignment)
    .filter(isObject)
    .slice(0, 20)
    .map((one) => ({
      name: plain(one.targetName, 200),
      url: webUrl(one.targetUrl),
      framework: plain(one.targetFramework, 200),
    }))
    .filter(({ name }) => name !== "");
}

/** What an Open Badge says, 3.0 or 2.0, whatever it is worth: plain text, and the ids that identify it. */
export function describeCredential(credential: JsonObject): Described {
  const is3 = isBadge(credential) || isObject(credential.credentialSubject);
  const subject = isObject(credential.credentialSubject) ? credential.credentialSubject : {};
  const held = is3 ? subject.achievement : credential.badge;
  const achievement: JsonObject = isObject(held) ? held : { id: textOf(held) };
  const issuer = is3 ? credential.issuer : achievement.issuer;
  const profile: JsonObject = isObject(issuer) ? issuer : {};
  const issuerId = is3 ? issuerIdOf(credential) : idOf(issuer);
  const from = instant(is3 ? validFromOf(credential) : credential.issuedOn);
  const until = instant(is3 ? validUntilOf(credential) : credential.expires);
  const criteria: JsonObject = isObject(achievement.criteria)
    ? achievement.criteria
    : { id: textOf(achievement.criteria) };
  const image = achievement.image ?? credential.image;
  return {
    content: {
      version: is3 ? "3.0" : "2.0",
      id: idText(credential.id),
      name: plain(achievement.name, 200) || plain(credential.name, 200),
      description: plain(achievement.description, 2000),
      criteria: { narrative: plain(criteria.narrative, 4000), url: webUrl(criteria.id) },
      achievementId: idText(achievement.id),
      issuer: { id: idText(issuerId), name: plain(profile.name, 200), url: webUrl(profile.url) },
      issuedOn: dayOf(from),
      expiresOn: dayOf(until),
      alignments: alignmentsOf(achievement),
    },
    achievement,
    validFrom: from ?? 0,
    validUntil: until,
    imageUrl: idOf(image) ?? null,
  };
}
