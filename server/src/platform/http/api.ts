import type { Actor, OrganisationStatus } from "@acquis/shared/accounts/account.schema.ts";
import { type Contract, contract } from "@acquis/shared/contract.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { RouteMeta } from "@acquis/shared/platform/route.ts";
import { implement } from "@orpc/server";

/** A signed-in person, with the state of their organisation as it is now. */
export interface SignedIn extends Actor {
  organisationStatus: OrganisationStatus | null;
}

/** What a request brings to every handler. */
export interface RequestContext {
  /** Answers the person behind the access token, null without one; throws session_expired for a stale one. */
  identify(): Promise<SignedIn | null>;
  cookie(name: string): string | undefined;
  /** Says in how many seconds to ask again. */
  retryAfter(seconds: number): void;
  setCookie(name: string, value: string, options: { maxAgeSeconds: number; path: string }): void;
}

/** Puts routers together; checks nothing itself, each route comes with its own guard. */
export const apiRoot = implement<Contract, RequestContext>(contract);

/** For routes open to all: the contract says so, with its reason. Role routes are refused here. */
export const publicApi = apiRoot.use(async ({ next, procedure }) => {
  const access = (procedure["~orpc"].meta as RouteMeta).access;
  if (!access || !("public" in access)) throw new DomainError("forbidden");
  return next();
});

/** For every other route: the role table of the contract is enforced before the input is read. */
export const api = apiRoot.use(async ({ next, procedure, context }) => {
  const access = (procedure["~orpc"].meta as RouteMeta).access;
  const actor = await context.identify();
  if (!actor) throw new DomainError("not_signed_in");
  if (!access || !("roles" in access) || !access.roles.includes(actor.role))
    throw new DomainError("forbidden");
  return next({ context: { actor } });
});

export type PublicApi = typeof publicApi;
export type Api = typeof api;
