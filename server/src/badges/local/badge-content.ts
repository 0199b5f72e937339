import type { AlignmentInput } from "@acquis/shared/badges/local-badge.schema.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { BadgesContext } from "../badges-context.ts";
import { contentHashOf, type Described, type SaidAlignment } from "../described.ts";
import { describeLevel, requireLevel } from "../framework/describe-level.ts";
import { achievementOf, FRAMEWORK_NAME } from "../issuing/credential.ts";
import { addressesUnder } from "../public/addresses.ts";
import { idOf, textOf } from "../validator/json.ts";
import { imageKeyOf } from "./local-badges.presenter.ts";
import type { LocalBadgeDocument } from "./local-badges.store.ts";
import { alignmentsOf as alignmentsRead, criteriaOf, type ReadElsewhere } from "./read-elsewhere.ts";

async function alignmentsOf(
  context: BadgesContext,
  alignments: readonly AlignmentInput[],
): Promise<SaidAlignment[]> {
  const at = addressesUnder((await context.issuers.region()).origin);
  return Promise.all(
    alignments.map(async ({ metaBadgeId, level, criterionId }, index) => {
      const found = await requireLevel(context, metaBadgeId, level, `alignments.${index}`);
      const { key, name } = describeLevel(found);
      const criteria = found.version.levels.find((one) => one.level === level)?.criteria ?? [];
      const criterion = criteria.find(({ id }) => id === criterionId);
      if (criterionId && !criterion)
        throw new DomainError("unknown_meta_badge", { field: `alignments.${index}.criterionId` });
      return {
        targetName: criterion ? `${name} : ${criterion.text.fr}` : name,
        targetUrl: at.achievement(key),
        targetFramework: FRAMEWORK_NAME,
        ...(criterion ? { targetCode: criterion.id } : {}),
      };
    }),
  );
}

/** The content a badge has now; the versions keep what each content said, the last image and alignments of it. */
export async function withContent(
  context: BadgesContext,
  badge: LocalBadgeDocument,
): Promise<LocalBadgeDocument> {
  const described: Described = {
    key: badge._id,
    name: badge.name,
    description: badge.description,
    criteria: badge.criteria.map(({ text }) => text),
    alignments: await alignmentsOf(context, badge.alignments),
    imageKey: imageKeyOf(badge.image),
  };
  const issuer = await context.issuers.forOrganisation(badge.organisationId);
  const contentHash = contentHashOf(achievementOf(described, issuer));
  const versions = badge.versions.filter((one) => one.contentHash !== contentHash);
  return {
    ...badge,
    achievementId: addressesUnder(issuer.origin).achievement(badge._id),
    contentHash,
    versions: [...versions, { contentHash, described }],
  };
}

export const born = (_id: string, organisationId: string, createdAt: Date): LocalBadgeDocument => ({
  _id,
  organisationId,
  achievementId: "",
  name: "",
  description: "",
  criteria: [],
  alignments: [],
  image: null,
  contentHash: "",
  elsewhere: null,
  versions: [],
  changedOn: "",
  changedBy: "",
  createdAt,
  revision: 1,
  pendingEvents: [],
});

const clean = (text: string | undefined, most: number) =>
  (text ?? "")
    .replace(/[^\P{Cc}\n]/gu, " ")
    .trim()
    .slice(0, most);

/** A badge described elsewhere, as it was read there. */
export function withRead(
  { kernel }: BadgesContext,
  badge: LocalBadgeDocument,
  read: ReadElsewhere,
  url: string | null,
  by: string,
): LocalBadgeDocument {
  const { achievement, achievementId, contentHash, issuer, confirmed } = read;
  const [name, description] = [
    clean(textOf(achievement.name), 200),
    clean(textOf(achievement.description), 2000),
  ];
  const criteria = criteriaOf(achievement);
  const described = {
    key: badge._id,
    name,
    description,
    criteria: criteria.map(({ text }) => text),
    alignments: [],
    imageKey: "",
  };
  const today = kernel.clock.today();
  return {
    ...badge,
    achievementId,
    name,
    description,
    criteria,
    contentHash,
    versions: [
      ...badge.versions.filter((one) => one.contentHash !== contentHash),
      { contentHash, described },
    ],
    elsewhere: {
      url,
      issuer: { id: issuer.id, name: clean(issuer.name, 200) },
      confirmation: confirmed ? "confirmed" : "unconfirmed",
      readOn: today,
      alignments: alignmentsRead(achievement),
      image: idOf(achievement.image) ?? null,
    },
    changedOn: today,
    changedBy: by,
  };
}
