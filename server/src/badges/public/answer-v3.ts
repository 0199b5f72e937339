import type { BadgesContext } from "../badges-context.ts";
import type { Described } from "../described.ts";
import { describeLevel, findLevel } from "../framework/describe-level.ts";
import { achievementOf, profileOf } from "../issuing/credential.ts";
import type { IssuedDocument } from "../issuing/issued.store.ts";
import type { IssuerDocument } from "../keys/issuers.store.ts";
import { didDocument } from "../keys/key-documents.ts";
import type { LocalBadgeDocument } from "../local/local-badges.store.ts";
import { standingEndorsements } from "../recognition/stands-for.ts";
import { bakePng } from "../validator/bake-png.ts";
import { bakeSvg } from "../validator/bake-svg.ts";
import { OB3, VC2 } from "../validator/contexts.ts";
import { addressesUnder } from "./addresses.ts";
import { asSigned, json, type PublicAnswer, picture } from "./answer.ts";
import { LIST_SECONDS } from "./status-lists.ts";

export const CREDENTIAL_TYPE = "application/vc+ld+json";

/** An achievement as it is described today: a local badge, a level of a meta-badge, or what was issued alone. */
export async function findDescribed(
  context: BadgesContext,
  key: string,
): Promise<{ described: Described; issuer: IssuerDocument; contentHash: string | null } | null> {
  const level = await findLevel(context, key);
  if (level)
    return {
      described: describeLevel(level),
      issuer: await context.issuers.region(),
      contentHash: null,
    };
  const local = await context.localBadges.findById(key).lean<LocalBadgeDocument>();
  const version = local && !local.elsewhere ? local.versions.at(-1) : undefined;
  if (local && version)
    return {
      described: version.described,
      issuer: await context.issuers.forOrganisation(local.organisationId),
      contentHash: version.contentHash,
    };
  const issued = await context.issued.findOne({ "described.key": key }).lean<IssuedDocument>();
  const issuer = issued && (await context.issuers.read(issued.issuerId));
  return issued && issuer ? { described: issued.described, issuer, contentHash: null } : null;
}

export async function answerIssuer(
  context: BadgesContext,
  slug: string,
  rest: string,
): Promise<PublicAnswer | null> {
  const issuer = await context.issuers.bySlug(slug);
  if (!issuer) return null;
  if (rest === "did.json") return json(didDocument(issuer), { type: "application/did+json" });
  if (rest !== "") return null;
  return json({ "@context": [VC2, OB3], ...profileOf(issuer) });
}

export async function answerAchievement(context: BadgesContext, key: string): Promise<PublicAnswer | null> {
  const found = await findDescribed(context, key);
  if (!found) return null;
  const { described, issuer, contentHash } = found;
  const id = addressesUnder(issuer.origin).achievement(described.key);
  const endorsements = contentHash ? await standingEndorsements(context, id, contentHash) : [];
  return json({ "@context": [VC2, OB3], ...achievementOf(described, issuer, endorsements) });
}

/** The credential in every form that was promised: as signed, or baked in its image. */
export async function answerCredential(
  context: BadgesContext,
  id: string,
  form: "json" | "png" | "svg",
): Promise<PublicAnswer | null> {
  const issued = await context.issued.findById(id).lean<IssuedDocument>();
  if (!issued) return null;
  if (!issued.signed) return unsigned;
  const { credential } = issued.signed;
  const { name, imageKey } = issued.described;
  if (form === "json") return asSigned(credential, CREDENTIAL_TYPE);
  if (form === "png") {
    const png = await context.images.png(imageKey);
    return png && picture(bakePng(png, "openbadgecredential", credential), "image/png", LIST_SECONDS);
  }
  const svg = await context.images.svg(imageKey, name);
  return svg === null ? null : picture(bakeSvg(svg, "3.0", credential), "image/svg+xml", LIST_SECONDS);
}

/** Written, and signed within seconds. */
export const unsigned: PublicAnswer = {
  status: 503,
  type: "application/json",
  body: JSON.stringify({ message: "This badge is being signed: ask again in a moment." }),
  keepSeconds: 0,
};

export async function answerEndorsement(context: BadgesContext, id: string): Promise<PublicAnswer | null> {
  const found = await context.recognitions.findOne({ "endorsements.id": id }).lean();
  const endorsement = found?.endorsements.find((one) => one.id === id);
  return endorsement ? asSigned(endorsement.credential, CREDENTIAL_TYPE, LIST_SECONDS) : null;
}

export async function answerStatus(
  context: BadgesContext,
  slug: string,
  list: string,
): Promise<PublicAnswer | null> {
  const issuer = await context.issuers.bySlug(slug);
  if (!issuer || !/^\d{1,4}$/.test(list)) return null;
  const signed = await context.statusLists.read(issuer, Number(list));
  return signed && json(signed, { type: CREDENTIAL_TYPE, keepSeconds: LIST_SECONDS });
}

/** 1EdTech Revocation List (OB 3.0): every credential of an issuer that it has revoked, by id. */
export async function answerRevocations(context: BadgesContext, slug: string): Promise<PublicAnswer | null> {
  const issuer = await context.issuers.bySlug(slug);
  if (!issuer) return null;
  const at = addressesUnder(issuer.origin);
  const revoked = await revokedBy(context, issuer);
  return json(
    {
      id: at.revocations(slug),
      type: "1EdTechRevocationList",
      issuer: issuer.did,
      revokedCredential: revoked.map(({ _id, revoked: why }) => ({
        id: at.credential(_id),
        revoked: true,
        revocationReason: why?.reason ?? "",
      })),
    },
    { type: "application/json", keepSeconds: LIST_SECONDS },
  );
}

export const revokedBy = (
  { issued }: BadgesContext,
  { _id }: IssuerDocument,
): Promise<Pick<IssuedDocument, "_id" | "revoked">[]> =>
  issued
    .find({ issuerId: _id, "revoked.at": { $exists: true } }, { revoked: 1 })
    .sort({ "revoked.at": 1 })
    .lean<Pick<IssuedDocument, "_id" | "revoked">[]>()
    .exec();
