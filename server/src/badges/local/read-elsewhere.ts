import { DomainError } from "@acquis/shared/platform/errors.ts";
import { contentHashOf, type SaidAlignment } from "../described.ts";
import { hasType, idOf, isObject, type JsonObject, listOf, parseJson, textOf } from "../validator/json.ts";
import { type Resolve, WebError } from "../validator/model.ts";
import { readInput } from "../validator/read-input.ts";
import { readSigned } from "../validator/signed.ts";
import { verifyBadge } from "../validator/verify-badge.ts";
import { ACCEPT_BADGE } from "../validator/web.ts";

/** A badge described elsewhere: what its achievement (3.0) or badge class (2.0) says, and who is behind it. */
export interface ReadElsewhere {
  achievement: JsonObject;
  achievementId: string;
  issuer: { id: string; name: string };
  confirmed: boolean;
  contentHash: string;
}

const notABadge = () => new DomainError("not_a_badge");

async function fetchBytes(url: string, web: Resolve): Promise<Uint8Array> {
  try {
    const { status, body } = await web(url, ACCEPT_BADGE);
    if (status !== 200) throw new WebError("web.status", `${url} answered ${status}.`, status);
    return body;
  } catch (error) {
    if (!(error instanceof WebError)) throw error;
    throw new DomainError(error.code === "web.type" ? "not_a_badge" : "badge_unreachable", {
      field: "url",
      why: error.code,
    });
  }
}

async function fetchJson(url: string | undefined, web: Resolve): Promise<JsonObject | null> {
  if (!url?.startsWith("https:")) return null;
  const read = await web(url, ACCEPT_BADGE).catch(() => null);
  const value = read?.status === 200 ? parseJson(Buffer.from(read.body).toString("utf8")) : null;
  return isObject(value) ? value : null;
}

function parse(bytes: Uint8Array): JsonObject {
  const source = readInput(bytes);
  if (source.kind === "object") return source.value;
  const signed = source.kind === "jws" ? readSigned(source.token) : undefined;
  if (!signed) throw notABadge();
  return isObject(signed.credential) && Object.keys(signed.credential).length > 0
    ? signed.credential
    : (signed.jwt?.claims ?? {});
}

/** Reads the address of a description, or of one badge. Errors: badge_unreachable, not_a_badge. */
export async function readFromAddress(url: string, web: Resolve, now: Date): Promise<ReadElsewhere> {
  return readFromBytes(await fetchBytes(url, web), web, now);
}

/** Reads a file: a description, or one badge that carries it. Errors: not_a_badge. */
export async function readFromBytes(bytes: Uint8Array, web: Resolve, now: Date): Promise<ReadElsewhere> {
  const json = parse(bytes);
  const subject = isObject(json.credentialSubject) ? json.credentialSubject : {};
  if (isObject(subject.achievement)) {
    const { verdict } = await verifyBadge(bytes, { resolve: web, now });
    return described(subject.achievement, json.issuer, verdict === "valid");
  }
  if (json.badge !== undefined && json.recipient !== undefined) {
    const { verdict, credential } = await verifyBadge(bytes, { resolve: web, now });
    const badge = isObject(credential?.badge) ? credential.badge : null;
    if (!badge) throw notABadge();
    return described(badge, badge.issuer, verdict === "valid");
  }
  if (hasType(json, "Achievement")) return confirmAtHome(json, json.creator, web);
  if (hasType(json, "BadgeClass")) {
    const issuer = isObject(json.issuer) ? json.issuer : await fetchJson(textOf(json.issuer), web);
    return confirmAtHome(json, issuer ?? json.issuer, web);
  }
  throw notABadge();
}

function described(achievement: JsonObject, issuer: JsonObject[string], confirmed: boolean): ReadElsewhere {
  const achievementId = idOf(achievement);
  const issuerId = idOf(issuer);
  if (!achievementId || !issuerId || !textOf(achievement.name)) throw notABadge();
  return {
    achievement,
    achievementId,
    issuer: { id: issuerId, name: (isObject(issuer) ? textOf(issuer.name) : undefined) ?? issuerId },
    confirmed,
    contentHash: contentHashOf(achievement),
  };
}

const hostOf = (id: string) => {
  const did = id.match(/^did:web:([^:]+)/)?.[1];
  if (did) return decodeURIComponent(did);
  return URL.canParse(id) ? new URL(id).host : "";
};

/** A bare description proves nothing: it counts when it stands at its own address, on the host of its issuer. */
async function confirmAtHome(
  json: JsonObject,
  issuer: JsonObject[string],
  web: Resolve,
): Promise<ReadElsewhere> {
  const read = described(json, issuer, false);
  const home = await fetchJson(read.achievementId, web);
  const same = home !== null && contentHashOf(home) === read.contentHash;
  const housed = hostOf(read.achievementId) !== "" && hostOf(read.achievementId) === hostOf(read.issuer.id);
  return { ...read, confirmed: same && housed };
}

/** What one may have to do, one thing a line; an address alone stays one. */
export function criteriaOf({ criteria }: JsonObject, most = 12): { id: string; text: string }[] {
  const { id, narrative } = isObject(criteria) ? criteria : { id: criteria, narrative: undefined };
  const lines = (textOf(narrative) ?? "")
    .split(/\r?\n/)
    .map((line) =>
      line
        .replace(/^\s*(?:[-*•+]|\d+[.)]|#+)\s*/, "")
        .replace(/\p{Cc}/gu, " ")
        .trim(),
    )
    .filter(Boolean);
  const some = lines.length > 0 ? lines : [textOf(id) ?? ""].filter(Boolean);
  return some.slice(0, most).map((text, index) => ({ id: `c${index + 1}`, text: text.slice(0, 400) }));
}

export function alignmentsOf({ alignment }: JsonObject): SaidAlignment[] {
  return listOf(alignment)
    .filter(isObject)
    .slice(0, 16)
    .flatMap((one) => {
      const [targetName, targetUrl, targetCode] = [one.targetName, one.targetUrl, one.targetCode].map(textOf);
      return targetName && targetUrl
        ? [{ targetName, targetUrl, ...(targetCode ? { targetCode } : {}) }]
        : [];
    });
}
