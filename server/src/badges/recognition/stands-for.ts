import type { Recognised } from "@acquis/shared/badges/collection.rules.ts";
import type { BadgesContext } from "../badges-context.ts";
import { badgeClassKey } from "../described.ts";
import { findLevel } from "../framework/describe-level.ts";
import type { MetaBadgeDocument } from "../framework/framework.store.ts";
import type { LocalBadgeDocument } from "../local/local-badges.store.ts";
import { addressesUnder, readAchievementId } from "../public/addresses.ts";
import type { JsonObject } from "../validator/json.ts";
import type { RecognitionDocument } from "./recognitions.store.ts";

type Reading = Pick<BadgesContext, "metaBadges" | "localBadges" | "recognitions" | "issuers">;

/** Endorsements by the Région of this achievement with this content, as signed. */
export async function standingEndorsements(
  { recognitions }: Pick<BadgesContext, "recognitions">,
  achievementId: string,
  contentHash: string,
): Promise<JsonObject[]> {
  const found = await recognitions.find({ achievementId }).lean<RecognitionDocument[]>();
  return found.flatMap(({ endorsements }) =>
    endorsements
      .filter((one) => one.contentHash === contentHash)
      .slice(-1)
      .map((one) => JSON.parse(one.credential) as JsonObject),
  );
}

/**
 * What the Région lets an achievement (3.0) or badge class (2.0) stand for: a level of its own framework, or what
 * it recognised, each with who may issue it and with which content.
 */
export async function standsFor(context: Reading, id: string): Promise<Recognised[]> {
  const ours = readAchievementId(id, await context.issuers.origins());
  const level = ours && (await findLevel(context, ours.key));
  if (level) {
    const region = await context.issuers.region();
    const { metaBadge, version } = level;
    return [
      {
        how: "framework",
        metaBadgeId: metaBadge._id,
        name: version.name,
        level: level.level,
        competencyIds: version.competencyIds,
        issuerIds: [region.did, addressesUnder(region.origin).v2.issuer(region.slug)],
        contentHash: null,
      },
    ];
  }
  const achievementId = ours ? addressesUnder(ours.origin).achievement(ours.key) : id;
  const found = await context.recognitions.find({ achievementId }).lean<RecognitionDocument[]>();
  return (await Promise.all(found.map((recognition) => recognisedBy(context, recognition)))).flat();
}

async function recognisedBy(context: Reading, recognition: RecognitionDocument): Promise<Recognised[]> {
  if (recognition.endorsements.length === 0) return [];
  const [metaBadge, local] = await Promise.all([
    context.metaBadges.findById(recognition.metaBadgeId).lean<MetaBadgeDocument>(),
    context.localBadges.findById(recognition.localBadgeId).lean<LocalBadgeDocument>(),
  ]);
  if (!metaBadge || !local) return [];
  const issuerIds = await issuersOf(context, local);
  return recognition.endorsements.flatMap((endorsement): Recognised[] => {
    const version = metaBadge.versions.find((one) => one.version === endorsement.metaVersion);
    if (!version) return [];
    return [
      {
        how: "recognition",
        metaBadgeId: metaBadge._id,
        name: version.name,
        level: recognition.level,
        competencyIds: version.competencyIds,
        issuerIds,
        contentHash: endorsement.contentHash,
      },
    ];
  });
}

/** Ids of the 2.0 twins of an achievement of ours: one badge class for each content it had. */
export async function badgeClassesOf(context: Reading, achievementId: string): Promise<string[]> {
  const ours = readAchievementId(achievementId, await context.issuers.origins());
  const local = ours && (await context.localBadges.findById(ours.key).lean<LocalBadgeDocument>());
  if (!ours || !local || local.elsewhere) return [];
  const at = addressesUnder(ours.origin).v2;
  return local.versions.map((one) => at.badgeClass(badgeClassKey(one.described, one.contentHash)));
}

async function issuersOf({ issuers }: Reading, local: LocalBadgeDocument): Promise<string[]> {
  if (local.elsewhere) return [local.elsewhere.issuer.id];
  const issuer = await issuers.forOrganisation(local.organisationId);
  return [issuer.did, addressesUnder(issuer.origin).v2.issuer(issuer.slug)];
}
