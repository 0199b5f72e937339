import type { Level } from "../platform/primitives.schema.ts";
import { byCompetency } from "../portfolio/evidence.rules.ts";
import type { Evidence } from "../portfolio/evidence.schema.ts";
import type { MetaBadgeContent, MetaBadgeStatus, MetaBadgeVersion } from "./framework.schema.ts";

interface Versioned {
  versions: readonly MetaBadgeVersion[];
  retired: object | null;
}

export function metaBadgeStatus({ versions, retired }: Versioned): MetaBadgeStatus {
  if (versions.length === 0) return "draft";
  return retired ? "retired" : "published";
}

/** The version in force; undefined for a draft, and once retired. */
export function versionInForce<T extends Versioned>(metaBadge: T): T["versions"][number] | undefined {
  return metaBadge.retired ? undefined : metaBadge.versions.at(-1);
}

/** The id of the achievement of one level of one version: part of its public address, so never changed. */
export const achievementKey = (metaBadgeId: string, version: number, level: Level): string =>
  `${metaBadgeId}.v${version}.n${level}`;

/** Reads it back; null for the achievement of a local badge. */
export function readAchievementKey(
  key: string,
): { metaBadgeId: string; version: number; level: Level } | null {
  const found = key.match(/^(.+)\.v(\d{1,4})\.n([1-4])$/);
  if (!found?.[1]) return null;
  return { metaBadgeId: found[1], version: Number(found[2]), level: Number(found[3]) as Level };
}

/** Whether an attestation vouches today: not withdrawn, and not contested by the person. */
const vouches = (item: Evidence) =>
  item.kind === "attestation" && !item.withdrawal && item.answer?.answer !== "contested";

/**
 * The highest level that trainers have attested in full: every competency of the meta-badge, at that level or
 * above. Null when none is.
 */
export function attestedLevel(
  content: Pick<MetaBadgeContent, "levels" | "competencyIds">,
  evidence: readonly Evidence[],
): Level | null {
  const attested = byCompetency(evidence.filter(vouches));
  const lowest = Math.min(
    ...content.competencyIds.map((id) =>
      Math.max(0, ...(attested.get(id) ?? []).map((item) => item.level ?? 1)),
    ),
  );
  return content.levels.map(({ level }) => level).findLast((level) => level <= lowest) ?? null;
}

/** The evidence that gives a level: one attestation a competency, the highest and then the latest. */
export function attestationsBehind(
  content: Pick<MetaBadgeContent, "competencyIds">,
  evidence: readonly Evidence[],
): Evidence[] {
  const attested = byCompetency(evidence.filter(vouches));
  return content.competencyIds.flatMap((id) => {
    const best = [...(attested.get(id) ?? [])].sort(
      (a, b) => (b.level ?? 1) - (a.level ?? 1) || (a.addedOn < b.addedOn ? 1 : -1),
    )[0];
    return best ? [best] : [];
  });
}
