import type { Alignment, LocalBadge } from "@acquis/shared/badges/local-badge.schema.ts";
import { recognitionStatus } from "@acquis/shared/badges/recognition.rules.ts";
import type { BadgesContext } from "../badges-context.ts";
import type { SaidAlignment } from "../described.ts";
import { findLevel } from "../framework/describe-level.ts";
import type { MetaBadgeDocument } from "../framework/framework.store.ts";
import { addressesUnder, readAchievementId } from "../public/addresses.ts";
import { motifKey, sentKey } from "../public/images.ts";
import type { RecognitionDocument } from "../recognition/recognitions.store.ts";
import type { LocalBadgeDocument } from "./local-badges.store.ts";

export const imageKeyOf = (image: LocalBadgeDocument["image"]) =>
  image && "sent" in image ? sentKey(image.sent) : motifKey(image?.motif ?? "star");

/** Images as our own screens show them: by a path of ours, whatever origin the ids were made under. */
export const imagePath = (key: string) => `/badges/images/${key}.png`;

/** Badges of organisations, with what the Région says of each. */
export async function presentLocalBadges(
  context: BadgesContext,
  badges: readonly LocalBadgeDocument[],
): Promise<LocalBadge[]> {
  const ids = badges.map(({ _id }) => _id);
  const recognitions = await context.recognitions
    .find({ localBadgeId: { $in: ids } })
    .lean<RecognitionDocument[]>();
  const metaBadges = await context.metaBadges
    .find({ _id: { $in: [...new Set(recognitions.map(({ metaBadgeId }) => metaBadgeId))] } })
    .lean<MetaBadgeDocument[]>();
  return Promise.all(
    badges.map((badge) =>
      presentOne(
        context,
        badge,
        recognitions.filter(({ localBadgeId }) => localBadgeId === badge._id),
        metaBadges,
      ),
    ),
  );
}

export async function presentLocalBadge(
  context: BadgesContext,
  badge: LocalBadgeDocument,
): Promise<LocalBadge> {
  const [presented] = await presentLocalBadges(context, [badge]);
  return presented as LocalBadge;
}

async function presentOne(
  context: BadgesContext,
  badge: LocalBadgeDocument,
  recognitions: readonly RecognitionDocument[],
  metaBadges: readonly MetaBadgeDocument[],
): Promise<LocalBadge> {
  const organisation = await context.accounts.organisation(badge.organisationId);
  const { elsewhere, image } = badge;
  const said = elsewhere?.alignments ?? badge.versions.at(-1)?.described.alignments ?? [];
  const ours = elsewhere ? null : await context.issuers.forOrganisation(badge.organisationId);
  return {
    id: badge._id,
    organisation: { id: badge.organisationId, name: organisation?.name ?? "" },
    source: elsewhere ? "elsewhere" : "own",
    achievementId: badge.achievementId,
    name: badge.name,
    description: badge.description,
    criteria: badge.criteria,
    alignments: await Promise.all(said.map((one) => presentAlignment(context, one))),
    image: elsewhere
      ? null
      : { motif: image && "motif" in image ? image.motif : null, url: imagePath(imageKeyOf(image)) },
    contentHash: badge.contentHash,
    issuer: elsewhere
      ? { ...elsewhere.issuer, confirmation: elsewhere.confirmation }
      : { id: ours?.did ?? "", name: organisation?.name ?? "", confirmation: "ours" },
    origin: elsewhere && { url: elsewhere.url, readOn: elsewhere.readOn },
    recognitions: recognitions.map((one) => ({
      recognitionId: one._id,
      metaBadgeId: one.metaBadgeId,
      metaBadgeName: metaBadges.find(({ _id }) => _id === one.metaBadgeId)?.versions.at(-1)?.name ?? {
        fr: one.metaBadgeId,
        en: one.metaBadgeId,
      },
      level: one.level,
      status: recognitionStatus(one.history, badge.contentHash),
    })),
    issuedCount: await context.issued.countDocuments({ localBadgeId: badge._id }),
    changedOn: badge.changedOn,
    revision: badge.revision,
  };
}

async function presentAlignment(
  context: BadgesContext,
  { targetName, targetUrl, targetCode }: SaidAlignment,
): Promise<Alignment> {
  const ours = readAchievementId(targetUrl, await context.issuers.origins());
  const level = ours && (await findLevel(context, ours.key));
  return {
    targetName,
    targetUrl,
    metaBadgeId: level?.metaBadge._id ?? null,
    level: level?.level ?? null,
    criterionId: (level && targetCode) || null,
  };
}

/** The address of an own badge's achievement, under the origin frozen with its issuer. */
export async function achievementIdOf(
  { issuers }: Pick<BadgesContext, "issuers">,
  organisationId: string,
  key: string,
): Promise<string> {
  return addressesUnder((await issuers.forOrganisation(organisationId)).origin).achievement(key);
}
