import type { Actor, OrganisationStatus, Role } from "./account.schema.ts";

/** Roles that each role may invite; a provider's or company's people only into their own organisation. */
const mayInvite: Record<Role, readonly Role[]> = {
  trainee: [],
  trainer: ["trainee"],
  providerAdmin: ["trainee", "trainer", "providerAdmin"],
  employer: ["employer"],
  advisor: ["trainee", "advisor"],
  steward: ["trainee", "trainer", "providerAdmin", "employer", "advisor", "steward"],
};

export function canInvite(actor: Actor, role: Role, organisationId: string | null): boolean {
  if (!mayInvite[actor.role].includes(role)) return false;
  if (actor.role === "steward" || role === "trainee") return true;
  return organisationId !== null && organisationId === actor.organisationId;
}

/** Whatever the role, an organisation that the Région has not approved acts on nobody's data. */
export function isOrganisationActive(actor: Actor, status: OrganisationStatus | null): boolean {
  return actor.role === "trainee" || status === "approved";
}

export function rolesInvitedBy(role: Role): readonly Role[] {
  return mayInvite[role];
}
