import type { Actor } from "@acquis/shared/accounts/account.schema.ts";
import { useAccount } from "../platform/session.ts";

/** Addresses of the same pages for the two roles that work with sessions. */
const addresses = {
  trainer: {
    home: "/formateur",
    sessions: "/formateur/sessions",
    session: "/formateur/sessions/$sessionId",
    trainee: "/formateur/stagiaires/$traineeId",
    path: "/formateur/stagiaires/$traineeId/parcours",
    badges: "/formateur/stagiaires/$traineeId/badges",
  },
  providerAdmin: {
    home: "/organisme",
    sessions: "/organisme",
    session: "/organisme/sessions/$sessionId",
    trainee: "/organisme/stagiaires/$traineeId",
    path: "/organisme/stagiaires/$traineeId/parcours",
    badges: "/organisme/stagiaires/$traineeId/badges",
  },
} as const;

/** Whose desk this is: what every policy is given, and where the shared pages live for this role. */
export function useDesk() {
  const account = useAccount();
  const isTrainer = account.role === "trainer";
  const actor: Actor = {
    accountId: account.id,
    role: account.role,
    organisationId: account.organisation?.id ?? null,
  };
  return { actor, isTrainer, to: addresses[isTrainer ? "trainer" : "providerAdmin"] };
}
