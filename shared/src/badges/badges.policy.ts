import type { Actor, OrganisationStatus, Role } from "../accounts/account.schema.ts";

/** An organisation's own badges: described, issued and revoked under its name. */
export interface BadgeFacts {
  organisationId: string;
}

/** What ties an organisation to the person a badge would go to. */
export interface RecipientFacts {
  /** The actor follows them: a trainer's sessions, a provider admin's whole organisation. */
  followed: boolean;
  /** The actor knows the address of their account, and gave it. */
  addressKnown: boolean;
}

const MANAGERS: readonly Role[] = ["providerAdmin", "employer", "advisor", "steward"];

const ofOrganisation = (actor: Actor, status: OrganisationStatus | null, { organisationId }: BadgeFacts) =>
  status === "approved" && actor.organisationId === organisationId;

/** Describe a badge, change it, ask for its recognition: who runs an approved organisation, for its own badges. */
export function canManageBadge(actor: Actor, status: OrganisationStatus | null, badge: BadgeFacts): boolean {
  return MANAGERS.includes(actor.role) && ofOrganisation(actor, status, badge);
}

/** Its own people, trainers included; the Région reads what it is asked to recognise. */
export function canReadBadge(actor: Actor, badge: BadgeFacts): boolean {
  if (actor.role === "steward") return true;
  return actor.role !== "trainee" && actor.organisationId === badge.organisationId;
}

/**
 * A trainer issues to people of their own sessions, and to nobody else. Who runs an organisation also issues to
 * somebody with an account whose address they know, as on paper: a certificate is sent to an address.
 */
export function canIssueTo(
  actor: Actor,
  status: OrganisationStatus | null,
  badge: BadgeFacts,
  recipient: RecipientFacts,
): boolean {
  if (!ofOrganisation(actor, status, badge)) return false;
  if (actor.role === "trainer") return recipient.followed;
  return MANAGERS.includes(actor.role) && (recipient.followed || recipient.addressKnown);
}

/** Meta-badges are the Région's alone; its rule issues them too. */
export function canIssueMetaBadge(actor: Actor, status: OrganisationStatus | null): boolean {
  return actor.role === "steward" && status === "approved";
}

/** Who runs the organisation that issued it; a trainer, those they issued themselves. */
export function canRevokeBadge(
  actor: Actor,
  status: OrganisationStatus | null,
  issued: BadgeFacts & { issuedBy: string | null },
): boolean {
  if (!ofOrganisation(actor, status, issued)) return false;
  return actor.role === "trainer" ? issued.issuedBy === actor.accountId : MANAGERS.includes(actor.role);
}

/** Its structure, and the Région. */
export function canReadRecognition(actor: Actor, badge: BadgeFacts): boolean {
  return MANAGERS.includes(actor.role) && canReadBadge(actor, badge);
}

export function canDecideRecognition(actor: Actor, status: OrganisationStatus | null): boolean {
  return actor.role === "steward" && status === "approved";
}

/** The trainee it was given to, and the trainer who gave it, may take an attestation away as a credential. */
export function canTakeAttestation(
  actor: Actor,
  attestation: { traineeId: string; givenBy: string | null },
): boolean {
  if (actor.role === "trainee") return attestation.traineeId === actor.accountId;
  return actor.role === "trainer" && attestation.givenBy === actor.accountId;
}
