import { OB3, VC1, VC2 } from "./contexts.ts";
import { hasType, instantOf, isObject, type Json, type JsonObject, listOf, textOf } from "./json.ts";

/** One departure from OB 3.0. `strict: false` is tolerated: the published schema or common use allows it. */
export interface Problem {
  code: string;
  detail: string;
  strict: boolean;
}

const ob3Context = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)?\.json$/;

/** OB 3.0: 0..* members are lists even of one (appendix A). */
const LISTS = {
  credential: ["endorsement", "endorsementJwt", "evidence"],
  subject: ["identifier", "result"],
  achievement: [
    "alignment",
    "endorsement",
    "endorsementJwt",
    "otherIdentifier",
    "related",
    "resultDescription",
    "tag",
  ],
  profile: ["endorsement", "endorsementJwt", "otherIdentifier"],
};

const ACHIEVEMENT_PARTS = {
  alignment: "Alignment",
  endorsement: "EndorsementCredential",
  related: "Related",
  resultDescription: "ResultDescription",
};

class Report {
  readonly problems: Problem[] = [];
  must(condition: boolean, code: string, detail: string) {
    if (!condition) this.problems.push({ code, detail, strict: true });
  }
  should(condition: boolean, code: string, detail: string) {
    if (!condition) this.problems.push({ code, detail, strict: false });
  }
}

/** Our own structural checks of an OpenBadgeCredential, VCDM 2.0 or 1.1. */
export function badgeProblems(credential: JsonObject): Problem[] {
  const report = new Report();
  envelope(credential, report);
  const subject = credential.credentialSubject;
  report.must(isObject(subject), "subject", "credentialSubject must be one object.");
  if (isObject(subject)) subjectOf(subject, report);
  return report.problems;
}

/** Our own structural checks of an EndorsementCredential. */
export function endorsementProblems(credential: JsonObject): Problem[] {
  const report = new Report();
  envelope(credential, report);
  report.must(hasType(credential, "EndorsementCredential"), "type", "type must hold EndorsementCredential.");
  const subject = credential.credentialSubject;
  report.must(
    isObject(subject) && isUri(subject.id),
    "subject",
    "credentialSubject.id must name the endorsed thing.",
  );
  return report.problems;
}

function envelope(credential: JsonObject, report: Report) {
  const contexts = listOf(credential["@context"]);
  const old = contexts[0] === VC1;
  report.must(Array.isArray(credential["@context"]), "context", "@context must be an ordered list.");
  report.must(old || contexts[0] === VC2, "contextOrder", `The first context must be ${VC2}.`);
  report.must(
    typeof contexts[1] === "string" && ob3Context.test(contexts[1]),
    "contextOrder",
    `The second context must be that of Open Badges, such as ${OB3}.`,
  );
  report.must(isUri(credential.id), "id", "id must be a URI.");
  report.must(hasType(credential, "VerifiableCredential"), "type", "type must hold VerifiableCredential.");
  report.must(Array.isArray(credential.type), "type", "type must be a list.");
  const [from, until] = old ? ["issuanceDate", "expirationDate"] : ["validFrom", "validUntil"];
  report.must(instantOf(credential[from]) !== undefined, from, `${from} must be a date with its zone.`);
  report.must(
    credential[until] === undefined || instantOf(credential[until]) !== undefined,
    until,
    `${until} must be a date with its zone.`,
  );
  issuerOf(credential.issuer, report);
  statusOf(credential.credentialStatus, report);
  for (const name of ["name", "description"])
    report.must(
      credential[name] === undefined || text(credential[name]),
      "name",
      "name and description must be texts.",
    );
  lists(credential, LISTS.credential, "", report);
  parts(credential, { evidence: "Evidence", endorsement: "EndorsementCredential" }, report);
  report.should(
    credential.proof === undefined || Array.isArray(credential.proof),
    "proofList",
    "proof should be a list.",
  );
  contents(credential, report);
}

function issuerOf(issuer: Json | undefined, report: Report) {
  if (typeof issuer === "string") {
    report.must(isUri(issuer), "issuer", "issuer must be a URI or a Profile.");
    report.should(false, "issuerProfile", "issuer should be a Profile, not a bare URI.");
    return;
  }
  report.must(isObject(issuer), "issuer", "issuer must be a Profile.");
  if (!isObject(issuer)) return;
  report.must(isUri(issuer.id), "issuer", "issuer.id must be a URI.");
  report.must(hasType(issuer, "Profile"), "issuer", "issuer.type must hold Profile.");
  report.should(Array.isArray(issuer.type), "typeList", "issuer.type should be a list.");
  lists(issuer, LISTS.profile, "issuer.", report);
  parts(issuer, { endorsement: "EndorsementCredential" }, report);
}

function subjectOf(subject: JsonObject, report: Report) {
  const identifiers = listOf(subject.identifier).filter(isObject);
  report.must(
    isUri(subject.id) || identifiers.length > 0,
    "subjectUnidentified",
    "credentialSubject must have an id or an identifier.",
  );
  report.must(
    subject.id === undefined || isUri(subject.id),
    "subject",
    "credentialSubject.id must be a URI.",
  );
  report.must(hasType(subject, "AchievementSubject"), "subject", "Its type must hold AchievementSubject.");
  report.should(Array.isArray(subject.type), "typeList", "credentialSubject.type should be a list.");
  for (const one of identifiers)
    report.must(
      typeof one.hashed === "boolean" && text(one.identityHash) && text(one.identityType),
      "identifier",
      "An identifier needs hashed, identityHash and identityType.",
    );
  lists(subject, LISTS.subject, "credentialSubject.", report);
  parts(subject, { identifier: "IdentityObject", result: "Result" }, report);
  report.must(isObject(subject.achievement), "achievement", "achievement must be an object.");
  if (isObject(subject.achievement)) achievementOf(subject.achievement, report);
}

function achievementOf(achievement: JsonObject, report: Report) {
  const { criteria, image } = achievement;
  report.must(isUri(achievement.id), "achievement", "achievement.id must be a URI.");
  report.must(hasType(achievement, "Achievement"), "achievement", "Its type must hold Achievement.");
  report.should(Array.isArray(achievement.type), "typeList", "achievement.type should be a list.");
  report.must(text(achievement.name), "achievement", "achievement.name is missing.");
  report.must(text(achievement.description), "achievement", "achievement.description is missing.");
  report.must(
    isObject(criteria) && (text(criteria.narrative) || isUri(criteria.id)),
    "criteria",
    "achievement.criteria must have an id or a narrative.",
  );
  report.must(
    image === undefined || (isObject(image) && isUri(image.id)),
    "image",
    "achievement.image must be an object with an id.",
  );
  lists(achievement, LISTS.achievement, "achievement.", report);
  parts(achievement, ACHIEVEMENT_PARTS, report);
  for (const one of listOf(achievement.alignment))
    report.must(
      isObject(one) && text(one.targetName) && isUri(one.targetUrl),
      "alignment",
      "An alignment needs targetName and targetUrl.",
    );
}

function statusOf(status: Json | undefined, report: Report) {
  if (status === undefined) return;
  report.must(isObject(status), "status", "credentialStatus must be one object.");
  for (const one of listOf(status)) {
    report.must(isObject(one) && text(one.type), "status", "credentialStatus must have a type.");
    if (!isObject(one)) continue;
    report.should(isUri(one.id), "statusId", "credentialStatus should have an id.");
    if (one.type === "1EdTechRevocationList")
      report.must(isUri(one.id), "status", "A 1EdTechRevocationList needs its id.");
    if (one.type !== "BitstringStatusListEntry") continue;
    report.must(
      text(one.statusPurpose) &&
        isUri(one.statusListCredential) &&
        /^\d{1,9}$/.test(`${one.statusListIndex}`),
      "status",
      "A BitstringStatusListEntry needs statusPurpose, statusListIndex (digits) and statusListCredential.",
    );
  }
}

/** No null, no empty list, and no JSON-LD keyword that would say more to a signature than to a reader. */
function contents(credential: JsonObject, report: Report) {
  const waiting: [string, Json | undefined][] = Object.entries(credential);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [name, value] = next;
    if (name === "@context") continue;
    const keyword = name.startsWith("@") && !["@value", "@language", "@direction", "@type"].includes(name);
    report.must(!keyword, "keyword", `The keyword ${name} is not allowed in a badge.`);
    // JSON-LD skips it, so no signature covers it.
    report.must(name !== "__proto__", "keyword", "The name __proto__ is not allowed in a badge.");
    report.must(value !== null, "null", `${name} is null.`);
    report.must(!(Array.isArray(value) && value.length === 0), "emptyList", `${name} is an empty list.`);
    if (Array.isArray(value)) for (const item of value) waiting.push([name, item]);
    else if (isObject(value)) waiting.push(...Object.entries(value));
  }
}

/** A part says what it is: by its type its members get their meaning, and a JWT has no JSON-LD to miss it. */
function parts(object: JsonObject, typeOf: Record<string, string>, report: Report) {
  for (const [name, type] of Object.entries(typeOf))
    for (const one of listOf(object[name]))
      report.must(
        isObject(one) && hasType(one, type),
        "part",
        `Each ${name} must be an object whose type holds ${type}.`,
      );
}

function lists(object: JsonObject, names: string[], prefix: string, report: Report) {
  for (const name of names)
    report.must(
      object[name] === undefined || Array.isArray(object[name]),
      "list",
      `${prefix}${name} must be a list, even of one.`,
    );
}

const text = (value: Json | undefined) => (textOf(value)?.trim() ?? "") !== "";

const isUri = (value: Json | undefined): boolean =>
  typeof value === "string" && /^[a-z][a-z0-9+.-]*:[^\s]+$/i.test(value);
