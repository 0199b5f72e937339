import { attestationsBehind, attestedLevel } from "@acquis/shared/badges/framework.rules.ts";
import { factId } from "../../portfolio/index.ts";
import type { BadgesContext } from "../badges-context.ts";
import type { MetaBadgeDocument } from "../framework/framework.store.ts";
import { issuableLevel } from "./choose-badge.ts";
import type { IssuedDocument } from "./issued.store.ts";
import { signBadge } from "./sign-badge.ts";
import { writeBadge } from "./write-badge.ts";

/** The Région gives a meta-badge as soon as trainers have attested all that it asks, at the highest level. */
export async function issueByRule(context: BadgesContext, traineeId: string): Promise<void> {
  const { accounts, issued, metaBadges, portfolio } = context;
  const evidence = (await portfolio.read(traineeId))?.evidence ?? [];
  const person = (await accounts.people([traineeId])).get(traineeId);
  if (!person) return;
  const published = await metaBadges
    .find({ retired: null, "versions.0": { $exists: true } })
    .lean<MetaBadgeDocument[]>();
  for (const metaBadge of published) {
    const version = metaBadge.versions.at(-1);
    const level = version && attestedLevel(version, evidence);
    if (!version || !level) continue;
    const held = await issued
      .find({ traineeId, metaBadgeId: metaBadge._id, revoked: null })
      .lean<IssuedDocument[]>();
    if (held.some((one) => (one.level ?? 0) >= level && one.signed)) continue;
    const by = attestationsBehind(version, evidence).map((item) => item.by?.organisation ?? "");
    const organisations = [...new Set(by.filter(Boolean))].join(", ");
    const written = await writeBadge(context, await issuableLevel(context, { metaBadge, version, level }), {
      id: factId("r", metaBadge._id, version.version, level, traineeId),
      recipient: person,
      narrative: `Toutes les compétences de ce badge ont été attestées en formation${organisations ? ` (${organisations})` : ""}.`,
      issuedFor: "rule",
      issuedBy: null,
      batchId: null,
    });
    if (!written.revoked) await signBadge(context, written);
  }
}
