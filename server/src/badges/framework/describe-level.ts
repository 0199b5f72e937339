import { achievementKey, readAchievementKey } from "@acquis/shared/badges/framework.rules.ts";
import type { MetaBadgeContent, MetaBadgeVersion } from "@acquis/shared/badges/framework.schema.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { Level } from "@acquis/shared/platform/primitives.schema.ts";
import type { BadgesContext } from "../badges-context.ts";
import type { Described } from "../described.ts";
import { levelName } from "../public/addresses.ts";
import { motifKey } from "../public/images.ts";
import type { MetaBadgeDocument } from "./framework.store.ts";

/** One level of one version, as the Région says it. */
export interface FrameworkLevel {
  metaBadge: MetaBadgeDocument;
  version: MetaBadgeVersion;
  level: Level;
}

const reachedOf = ({ levels }: MetaBadgeContent, level: Level) =>
  levels.findIndex((one) => one.level === level) + 1;

/** What the achievement of one level says: it never changes, since a version never does. */
export function describeLevel({ metaBadge, version, level }: FrameworkLevel): Described {
  const criteria = version.levels.find((one) => one.level === level)?.criteria ?? [];
  return {
    key: achievementKey(metaBadge._id, version.version, level),
    name: levelName(version.name.fr, level),
    description: version.summary.fr,
    criteria: criteria.map(({ text }) => text.fr),
    alignments: [],
    imageKey: motifKey(version.motif, {
      reached: reachedOf(version, level),
      of: version.levels.length,
    }),
  };
}

/** A level of the version in force. Errors: unknown_meta_badge when it is not published, retired, or lacks it. */
export async function requireLevel(
  { metaBadges }: Pick<BadgesContext, "metaBadges">,
  id: string,
  level: Level,
  field: string,
): Promise<FrameworkLevel> {
  const metaBadge = await metaBadges.findById(id).lean<MetaBadgeDocument>();
  const version = metaBadge && !metaBadge.retired ? metaBadge.versions.at(-1) : undefined;
  if (!metaBadge || !version?.levels.some((one) => one.level === level))
    throw new DomainError("unknown_meta_badge", { field });
  return { metaBadge, version, level };
}

/** The level behind an achievement key; null for anything else. A retired one still says what it was. */
export async function findLevel(
  { metaBadges }: Pick<BadgesContext, "metaBadges">,
  key: string,
): Promise<FrameworkLevel | null> {
  const read = readAchievementKey(key);
  const metaBadge = read && (await metaBadges.findById(read.metaBadgeId).lean<MetaBadgeDocument>());
  const version = metaBadge?.versions.find((one) => one.version === read?.version);
  if (!read || !metaBadge || !version?.levels.some((one) => one.level === read.level)) return null;
  return { metaBadge, version, level: read.level };
}
