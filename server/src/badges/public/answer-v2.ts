import type { BadgesContext } from "../badges-context.ts";
import { contentHashOf, type Described } from "../described.ts";
import { describeLevel, findLevel } from "../framework/describe-level.ts";
import { badgeClassOf, hostedAssertion, issuerProfile2 } from "../issuing/assertion.ts";
import { achievementOf } from "../issuing/credential.ts";
import type { IssuedDocument } from "../issuing/issued.store.ts";
import type { IssuerDocument } from "../keys/issuers.store.ts";
import { cryptographicKey } from "../keys/key-documents.ts";
import type { LocalBadgeDocument } from "../local/local-badges.store.ts";
import { bakePng } from "../validator/bake-png.ts";
import { bakeSvg } from "../validator/bake-svg.ts";
import { OB2 } from "../validator/contexts.ts";
import { addressesUnder } from "./addresses.ts";
import { asSigned, json, type PublicAnswer, picture } from "./answer.ts";
import { revokedBy, unsigned } from "./answer-v3.ts";
import { LIST_SECONDS } from "./status-lists.ts";

/** The address inside `Name <address>`. */
const addressOf = (from: string) => from.match(/<([^>]+)>/)?.[1] ?? from;

export async function answerIssuer2(context: BadgesContext, slug: string): Promise<PublicAnswer | null> {
  const issuer = await context.issuers.bySlug(slug);
  const { mailFrom, publicUrl } = context.kernel.settings;
  return issuer && json(issuerProfile2(issuer, addressOf(mailFrom), publicUrl));
}

export async function answerKey(
  context: BadgesContext,
  slug: string,
  index: string,
): Promise<PublicAnswer | null> {
  const issuer = await context.issuers.bySlug(slug);
  const key = issuer && /^\d{1,4}$/.test(index) ? cryptographicKey(issuer, Number(index)) : null;
  return key && json(key);
}

interface OneClass {
  described: Described;
  contentHash: string;
  issuer: IssuerDocument;
}

/** A badge class is one content: that of the version, even after the badge was described otherwise. */
async function findClass(context: BadgesContext, classKey: string): Promise<OneClass | null> {
  const [, key = "", hash = ""] = classKey.match(/^(.+)\.c([\w-]{12})$/) ?? [];
  const local = await context.localBadges.findById(key).lean<LocalBadgeDocument>();
  const version = local?.versions.find((one) => one.contentHash.startsWith(hash));
  if (local && version && !local.elsewhere)
    return { ...version, issuer: await context.issuers.forOrganisation(local.organisationId) };
  const level = await findLevel(context, key);
  if (level) {
    const [described, issuer] = [describeLevel(level), await context.issuers.region()];
    const contentHash = contentHashOf(achievementOf(described, issuer));
    return contentHash.startsWith(hash) ? { described, contentHash, issuer } : null;
  }
  const issued = await context.issued
    .findOne({ "described.key": key, contentHash: { $regex: `^${hash}` } })
    .lean<IssuedDocument>();
  const issuer = issued && (await context.issuers.read(issued.issuerId));
  if (issued && issuer) return { described: issued.described, contentHash: issued.contentHash, issuer };
  return null;
}

export async function answerClass(context: BadgesContext, classKey: string): Promise<PublicAnswer | null> {
  const found = await findClass(context, classKey);
  return found && json(badgeClassOf(found.described, found.contentHash, found.issuer));
}

/** The hosted assertion: the truth of the 2.0 twin, so a revoked one is gone (OB 2.0, 4.6). */
export async function answerAssertion(
  context: BadgesContext,
  id: string,
  form: "json" | "png" | "svg",
): Promise<PublicAnswer | null> {
  const issued = await context.issued.findById(id).lean<IssuedDocument>();
  const issuer = issued && (await context.issuers.read(issued.issuerId));
  if (!issued || !issuer) return null;
  const assertion = hostedAssertion(issued, issuer);
  if (issued.revoked)
    return json(
      { "@context": OB2, id: assertion.id ?? "", revoked: true, revocationReason: issued.revoked.reason },
      { status: 410, keepSeconds: LIST_SECONDS },
    );
  if (form === "json") return json(assertion, { keepSeconds: LIST_SECONDS });
  const text = JSON.stringify(assertion);
  const { imageKey, name } = issued.described;
  if (form === "png") {
    const png = await context.images.png(imageKey);
    return png && picture(bakePng(png, "openbadges", text), "image/png", LIST_SECONDS);
  }
  const svg = await context.images.svg(imageKey, name);
  return svg === null ? null : picture(bakeSvg(svg, "2.0", text), "image/svg+xml", LIST_SECONDS);
}

export async function answerSigned(context: BadgesContext, id: string): Promise<PublicAnswer | null> {
  const issued = await context.issued.findById(id).lean<IssuedDocument>();
  if (!issued) return null;
  return issued.signed ? asSigned(issued.signed.token, "text/plain") : unsigned;
}

/** What revokes the signed twin (OB 2.0, Profile.revocationList). */
export async function answerRevocations2(context: BadgesContext, slug: string): Promise<PublicAnswer | null> {
  const issuer = await context.issuers.bySlug(slug);
  if (!issuer) return null;
  const at = addressesUnder(issuer.origin).v2;
  const revoked = await revokedBy(context, issuer);
  return json(
    {
      "@context": OB2,
      id: at.revocations(slug),
      type: "RevocationList",
      issuer: at.issuer(slug),
      revokedAssertions: revoked.map((one) => ({
        id: at.signed(one._id),
        revocationReason: one.revoked?.reason ?? "",
      })),
    },
    { keepSeconds: LIST_SECONDS },
  );
}
