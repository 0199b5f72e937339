import type { Role } from "@acquis/shared/accounts/account.schema.ts";
import { type ParsedLocation, redirect } from "@tanstack/react-router";
import { queryClient } from "../platform/query-client.ts";
import { type Session, sessionQuery } from "../platform/session.ts";
import { homes } from "./homes.ts";

interface GuardContext {
  location: ParsedLocation;
}

const readSession = (): Promise<Session> => queryClient.ensureQueryData(sessionQuery);

/** For the `beforeLoad` of a role's routes: others are sent to their own home, visitors to sign in and back. */
export function requireRole(...roles: Role[]) {
  return async ({ location }: GuardContext): Promise<void> => {
    const { account } = await readSession();
    if (!account) throw redirect({ to: "/connexion", search: { retour: location.href }, replace: true });
    if (!roles.includes(account.role)) throw redirect({ to: homes[account.role].path, replace: true });
  };
}

/** For pages of anybody signed in. */
export async function requireAccount({ location }: GuardContext): Promise<void> {
  const { account } = await readSession();
  if (!account) throw redirect({ to: "/connexion", search: { retour: location.href }, replace: true });
}

/** The address to return to after signing in, when it is one of ours. */
export function safeReturn(address: unknown): string | undefined {
  return typeof address === "string" && /^\/(?![/\\])/.test(address) ? address : undefined;
}
