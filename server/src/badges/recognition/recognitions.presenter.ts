import { compareCriteria } from "@acquis/shared/badges/recognition.rules.ts";
import type { Comparison, RecognisedBadge, Recognition } from "@acquis/shared/badges/recognition.schema.ts";
import type { BadgesContext } from "../badges-context.ts";
import { imageKeyOf, imagePath, presentLocalBadge } from "../local/local-badges.presenter.ts";
import { addressesUnder } from "../public/addresses.ts";
import { type Recognising, statusNow } from "./read-recognitions.ts";

const versionOf = ({ recognition, metaBadge }: Recognising) => {
  const version = metaBadge.versions.find((one) => one.version === recognition.metaVersion);
  if (!version) throw new Error(`${metaBadge._id} has no version ${recognition.metaVersion}`);
  return version;
};

async function endorsementUrl({ issuers }: BadgesContext, one: Recognising): Promise<string | null> {
  const last = one.recognition.endorsements.at(-1);
  if (!last || last.contentHash !== one.badge.contentHash) return null;
  return addressesUnder((await issuers.region()).origin).endorsement(last.id);
}

export async function presentRecognition(context: BadgesContext, one: Recognising): Promise<Recognition> {
  const { recognition, badge, metaBadge } = one;
  const { version, name, motif, kind } = versionOf(one);
  const organisation = await context.accounts.organisation(recognition.organisationId);
  return {
    id: recognition._id,
    status: statusNow(one),
    localBadge: {
      id: badge._id,
      name: badge.name,
      achievementId: badge.achievementId,
      organisation: { id: recognition.organisationId, name: organisation?.name ?? "" },
    },
    metaBadge: { id: metaBadge._id, version, name, motif, kind },
    level: recognition.level,
    mapping: recognition.mapping,
    note: recognition.note,
    history: recognition.history,
    endorsementUrl: await endorsementUrl(context, one),
    revision: recognition.revision,
  };
}

/** Side by side, for whoever decides: facts only. */
export async function presentComparison(context: BadgesContext, one: Recognising): Promise<Comparison> {
  const { recognition, badge } = one;
  const expected = versionOf(one).levels.find(({ level }) => level === recognition.level)?.criteria ?? [];
  const { criteria, besides } = compareCriteria(recognition.mapping, expected, badge.criteria);
  const localBadge = await presentLocalBadge(context, badge);
  const { alignments, issuer, origin } = localBadge;
  const filled = alignments.some(
    ({ metaBadgeId, level }) => metaBadgeId === recognition.metaBadgeId && level === recognition.level,
  );
  const other = alignments.some(({ metaBadgeId }) => metaBadgeId !== null);
  const asked = recognition.history.findLast(({ kind }) => kind === "asked");
  return {
    recognition: await presentRecognition(context, one),
    localBadge,
    criteria,
    besides,
    facts: {
      covered: criteria.filter(({ metBy }) => metBy.length > 0).length,
      expected: criteria.length,
      alignment: filled ? "filled" : other ? "other" : "missing",
      issuer: issuer.confirmation,
      contentChanged: asked !== undefined && asked.contentHash !== badge.contentHash,
      readOn: origin?.readOn ?? null,
    },
  };
}

/** What everybody may read of a recognition that stands. */
export async function presentRecognised(
  context: BadgesContext,
  one: Recognising,
): Promise<RecognisedBadge[]> {
  const { recognition, badge, metaBadge } = one;
  const url = await endorsementUrl(context, one);
  const recognised = recognition.endorsements.at(-1);
  if (statusNow(one) !== "recognised" || !url || !recognised) return [];
  const { name, motif, kind } = versionOf(one);
  const organisation = await context.accounts.organisation(recognition.organisationId);
  return [
    {
      name: badge.name,
      description: badge.description,
      organisationName: organisation?.name ?? "",
      achievementId: badge.achievementId,
      imageUrl: badge.elsewhere ? null : imagePath(imageKeyOf(badge.image)),
      metaBadgeId: metaBadge._id,
      metaBadgeName: name,
      motif,
      kind,
      level: recognition.level,
      recognisedOn: recognised.on,
      endorsementUrl: url,
    },
  ];
}
