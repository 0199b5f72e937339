import type { Batch, IssuedBadge, IssuedStatus, PublicBadge } from "@acquis/shared/badges/issuing.schema.ts";
import type { BadgesContext } from "../badges-context.ts";
import type { IssuerDocument } from "../keys/issuers.store.ts";
import { imagePath } from "../local/local-badges.presenter.ts";
import { addressesUnder } from "../public/addresses.ts";
import { standsFor } from "../recognition/stands-for.ts";
import type { BatchDocument } from "./batches.store.ts";
import type { IssuedDocument } from "./issued.store.ts";

const statusOf = ({ signed, revoked }: IssuedDocument): IssuedStatus =>
  revoked ? "revoked" : signed ? "issued" : "signing";

const revocationOf = ({ revoked }: IssuedDocument) => revoked && { on: revoked.on, reason: revoked.reason };

export const pageUrl = ({ kernel }: Pick<BadgesContext, "kernel">, id: string) =>
  `${kernel.settings.publicUrl}/badges/credentials/${id}`;

async function issuersOf({ issuers }: BadgesContext, badges: readonly IssuedDocument[]) {
  const ids = [...new Set(badges.map(({ issuerId }) => issuerId))];
  const found = await Promise.all(ids.map((id) => issuers.read(id)));
  return new Map(found.flatMap((one) => (one ? [[one._id, one] as const] : [])));
}

/** Badges for who issued or received them. */
export async function presentIssued(
  context: BadgesContext,
  badges: readonly IssuedDocument[],
): Promise<IssuedBadge[]> {
  const [people, issuers] = await Promise.all([
    context.accounts.people(badges.flatMap(({ traineeId }) => traineeId ?? [])),
    issuersOf(context, badges),
  ]);
  return badges.map((badge) => {
    const person = badge.traineeId ? people.get(badge.traineeId) : undefined;
    const issuer = issuers.get(badge.issuerId);
    return {
      id: badge._id,
      status: statusOf(badge),
      issuedFor: badge.issuedFor,
      name: badge.described.name,
      level: badge.level,
      imageUrl: imagePath(badge.described.imageKey),
      issuer: { id: issuer?.did ?? "", name: issuer?.name ?? "" },
      recipient: person ? { id: person.id, name: `${person.firstName} ${person.lastName}` } : null,
      narrative: badge.narrative,
      issuedOn: badge.issuedOn,
      pageUrl: pageUrl(context, badge._id),
      credentialUrl: issuer ? addressesUnder(issuer.origin).credential(badge._id) : "",
      batchId: badge.batchId,
      revoked: revocationOf(badge),
    };
  });
}

export async function presentOneIssued(context: BadgesContext, badge: IssuedDocument): Promise<IssuedBadge> {
  const [presented] = await presentIssued(context, [badge]);
  return presented as IssuedBadge;
}

/** A LinkedIn address that fills in "licences and certifications" with this badge. */
function linkedInUrl(context: BadgesContext, badge: IssuedDocument, issuer: IssuerDocument): string {
  const url = new URL("https://www.linkedin.com/profile/add");
  const [year = "", month = ""] = badge.issuedOn.split("-");
  url.search = new URLSearchParams({
    startTask: "CERTIFICATION_NAME",
    name: badge.described.name,
    organizationName: issuer.name,
    issueYear: year,
    issueMonth: String(Number(month)),
    certUrl: pageUrl(context, badge._id),
    certId: badge._id,
  }).toString();
  return url.href;
}

/** A badge as whoever is shown it reads it: nothing of who holds it. */
export async function presentPublic(
  context: BadgesContext,
  badge: IssuedDocument,
  issuer: IssuerDocument,
): Promise<PublicBadge> {
  const at = addressesUnder(issuer.origin);
  const { described } = badge;
  const candidates = await standsFor(context, at.achievement(described.key));
  const recognised = candidates
    .filter(({ contentHash }) => contentHash === null || contentHash === badge.contentHash)
    .sort((a, b) => b.level - a.level)[0];
  const page = pageUrl(context, badge._id);
  const v2 = `${context.kernel.settings.publicUrl}/badges/v2`;
  return {
    id: badge._id,
    status: statusOf(badge),
    name: described.name,
    description: described.description,
    criteria: described.criteria,
    narrative: badge.narrative,
    level: badge.level,
    imageUrl: imagePath(described.imageKey),
    issuer: { id: issuer.did, name: issuer.name },
    issuedOn: badge.issuedOn,
    revoked: revocationOf(badge),
    alignments: described.alignments.map(({ targetName, targetUrl }) => ({ targetName, targetUrl })),
    recognition: recognised
      ? { metaBadgeId: recognised.metaBadgeId, name: recognised.name, level: recognised.level }
      : null,
    links: {
      page,
      credential: at.credential(badge._id),
      json: `${page}.json`,
      png: `${page}.png`,
      svg: `${page}.svg`,
      qr: `${page}/qr.svg`,
      assertion: `${v2}/assertions/${badge._id}`,
      signedAssertion: `${v2}/signed/${badge._id}`,
      assertionPng: `${v2}/assertions/${badge._id}.png`,
      linkedIn: linkedInUrl(context, badge, issuer),
    },
  };
}

export async function presentBatches(
  { accounts }: BadgesContext,
  batches: readonly BatchDocument[],
): Promise<Batch[]> {
  const ids = batches.flatMap(({ by, failed }) => [by, ...failed.map(({ traineeId }) => traineeId)]);
  const people = await accounts.people([...new Set(ids)]);
  const name = (id: string) => {
    const person = people.get(id);
    return person ? `${person.firstName} ${person.lastName}` : "";
  };
  return batches.map((batch) => ({
    id: batch._id,
    badgeName: batch.what.described.name,
    startedAt: batch.startedAt.toISOString(),
    startedBy: name(batch.by),
    total: batch.total,
    done: batch.cursor,
    issued: batch.issued,
    failed: batch.failed.map(({ traineeId, code }) => ({ traineeId, code, name: name(traineeId) })),
    finishedAt: batch.finishedAt?.toISOString() ?? null,
  }));
}
