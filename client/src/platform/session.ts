import type { Account, Role } from "@acquis/shared/accounts/account.schema.ts";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "./api.ts";
import { refreshOnce } from "./fetch-signed-in.ts";
import { adoptLanguage } from "./i18n.ts";
import { dropDraftsOfOthers } from "./kept-drafts.ts";
import { queryClient } from "./query-client.ts";

export interface Session {
  account: Account | null;
  demo: boolean;
}

const nobody: Session = { account: null, demo: false };

async function readSession(): Promise<Session> {
  const first = await api.accounts.session();
  const { account, demo } = first.refreshable && (await refreshOnce()) ? await api.accounts.session() : first;
  if (account) void adoptLanguage(account.locale);
  return { account, demo };
}

/** Who is signed in; read once, then kept up to date by sign-in and sign-out. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: readSession,
  staleTime: Number.POSITIVE_INFINITY,
});

/** The session as screens know it; nobody while it is being read. */
export function useSession(): Session {
  return useQuery(sessionQuery).data ?? nobody;
}

/** The signed-in person. Only for pages behind `requireRole`. */
export function useAccount(): Account {
  const { account } = useSession();
  if (!account) throw new Error("this page is behind a role guard");
  return account;
}

export function useRole(): Role | null {
  return useSession().account?.role ?? null;
}

/** Tabs of one browser share their cookies: each tells the others who is signed in now. */
const tabs = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("acquis-session");

/** Calls `listener` when another tab signs somebody in (their id), or out (null), and it changes who is here. */
export function whenOtherTabChanges(listener: (accountId: string | null, was: string | null) => void): void {
  tabs?.addEventListener("message", ({ data }: MessageEvent<string | null>) => {
    const here = queryClient.getQueryData(sessionQuery.queryKey)?.account?.id ?? null;
    if (data !== here) listener(data, here);
  });
}

/** Puts a person in the session, or nobody, and forgets all that was read for the one before. */
export function enterSession(account: Account | null): void {
  const demo = queryClient.getQueryData(sessionQuery.queryKey)?.demo ?? false;
  if (account) dropDraftsOfOthers(account.id);
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== "session" });
  queryClient.setQueryData(sessionQuery.queryKey, { account, demo });
  tabs?.postMessage(account?.id ?? null);
  if (account) void adoptLanguage(account.locale);
}

/** Changes what is shown of the signed-in person, and keeps the rest. */
export function updateSession(account: Account): void {
  queryClient.setQueryData(sessionQuery.queryKey, (session) => session && { ...session, account });
}
