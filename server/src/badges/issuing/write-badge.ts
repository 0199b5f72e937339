import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { IssuedFor } from "@acquis/shared/badges/issuing.schema.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { Level } from "@acquis/shared/platform/primitives.schema.ts";
import { insertAggregate } from "../../platform/database/aggregate.ts";
import type { BadgesContext } from "../badges-context.ts";
import type { Described } from "../described.ts";
import type { IssuerDocument } from "../keys/issuers.store.ts";
import type { IssuedDocument } from "./issued.store.ts";

/** What is issued, as it is described today, and by whom. */
export interface Issuable {
  /** Keys are read when it is signed. */
  issuer: Pick<IssuerDocument, "_id" | "slug">;
  organisationId: string;
  described: Described;
  contentHash: string;
  localBadgeId: string | null;
  metaBadgeId: string | null;
  level: Level | null;
}

export interface Issuing {
  /** Drawn from who, what and why: the same twice is one badge. */
  id: string;
  recipient: { id: string; email: string };
  narrative: string;
  issuedFor: IssuedFor;
  issuedBy: string | null;
  batchId: string | null;
}

export const issuerRef = ({ _id, slug }: IssuerDocument) => ({ _id, slug });

/** How long a batch has to sign what it wrote, before the outbox does it instead. */
const BATCH_SIGNS_WITHIN_MS = 10 * 60_000;

/** OB 3.0, IdentityObject: SHA-256 of the address and the salt. */
const identityOf = (email: string, salt: string) =>
  `sha256$${createHash("sha256")
    .update(email.toLowerCase() + salt)
    .digest("hex")}`;

/** One badge of one content for one person, as long as it stands. */
const heldKeyOf = ({ issuer, described, contentHash }: Issuable, traineeId: string) =>
  `${issuer._id} ${described.key} ${contentHash.slice(0, 12)} ${traineeId}`;

/**
 * Writes a badge, once by id; its signature comes after, by whoever is first: the caller, or the outbox after a
 * crash. Errors: already_exists when the person holds this badge under another id, or the id is another badge's.
 */
export async function writeBadge(
  { kernel, issued, statusEntries }: BadgesContext,
  what: Issuable,
  { id, recipient, ...why }: Issuing,
): Promise<IssuedDocument> {
  const known = await issued.findById(id).lean<IssuedDocument>();
  if (known) return sameBadge(known, what, recipient.id);
  const salt = randomBytes(16).toString("hex");
  const statusEntry = await statusEntries.allocate(what.issuer.slug);
  const now = kernel.clock.now();
  const document: Omit<IssuedDocument, "revision" | "pendingEvents" | "deliverAt"> = {
    _id: id,
    issuerId: what.issuer._id,
    organisationId: what.organisationId,
    described: what.described,
    contentHash: what.contentHash,
    localBadgeId: what.localBadgeId,
    metaBadgeId: what.metaBadgeId,
    level: what.level,
    traineeId: recipient.id,
    recipient: {
      identity: identityOf(recipient.email, salt),
      salt,
      subjectId: `urn:uuid:${randomUUID()}`,
    },
    ...why,
    issuedAt: now,
    issuedOn: kernel.clock.today(),
    statusEntry,
    signed: null,
    revoked: null,
    heldKey: heldKeyOf(what, recipient.id),
  };
  const written = { id: `${id}-sign`, type: "badge.written", data: { badgeId: id }, at: now };
  const inserted = why.batchId
    ? await insertLater(issued, document, written)
    : await insertAggregate(issued, document, [written]);
  if (inserted) return { ...document, revision: 1, pendingEvents: [written] };
  await statusEntries.forget(statusEntry);
  const other = await issued.findById(id).lean<IssuedDocument>();
  if (other) return sameBadge(other, what, recipient.id);
  throw new DomainError("already_exists", { field: "recipient" });
}

/** The outbox looks at it only if its batch did not: 1,000 signatures are the batch's work. */
function insertLater(
  issued: BadgesContext["issued"],
  document: Omit<IssuedDocument, "revision" | "pendingEvents" | "deliverAt">,
  written: IssuedDocument["pendingEvents"][number],
): Promise<boolean> {
  const deliverAt = new Date(Date.now() + BATCH_SIGNS_WITHIN_MS);
  return issued.collection
    .insertOne({ ...document, revision: 1, pendingEvents: [written], deliverAt } as never)
    .then(
      () => true,
      (error: { code?: number }) => {
        if (error.code === 11_000) return false;
        throw error;
      },
    );
}

function sameBadge(known: IssuedDocument, what: Issuable, traineeId: string): IssuedDocument {
  const same = known.described.key === what.described.key && known.traineeId === traineeId;
  if (!same) throw new DomainError("already_exists", { field: "id" });
  return known;
}
