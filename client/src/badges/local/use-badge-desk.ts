import type { Actor } from "@acquis/shared/accounts/account.schema.ts";
import { canIssueTo, canManageBadge } from "@acquis/shared/badges/badges.policy.ts";
import { useAccount } from "../../platform/session.ts";

/** What whoever is signed in may do with the badges of their organisation, as the policies say. */
export function useBadgeDesk() {
  const account = useAccount();
  const organisationId = account.organisation?.id ?? null;
  const actor: Actor = { accountId: account.id, role: account.role, organisationId };
  const status = account.organisation?.status ?? null;
  const own = { organisationId: organisationId ?? "" };
  const mayIssue = (followed: boolean, addressKnown: boolean) =>
    canIssueTo(actor, status, own, { followed, addressKnown });
  return {
    actor,
    status,
    canManage: canManageBadge(actor, status, own),
    canIssue: mayIssue(true, true),
    /** To somebody outside one's sessions, by their address. */
    canIssueByAddress: mayIssue(false, true),
    /** Only providers run sessions. */
    hasSessions: account.role === "trainer" || account.role === "providerAdmin",
    organisationName: account.organisation?.name ?? "",
  };
}
