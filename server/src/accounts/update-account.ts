import type { Locale } from "@acquis/shared/accounts/account.schema.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import { changeAggregate } from "../platform/database/aggregate.ts";
import type { AccountDocument } from "./accounts.store.ts";
import type { AccountsContext, SignedInDevice } from "./accounts-context.ts";
import { openSession } from "./open-session.ts";
import { checkPassword, hashPassword } from "./passwords.ts";
import { setPassword } from "./use-link.ts";

export function updateAccount(
  context: AccountsContext,
  accountId: string,
  input: { firstName?: string | undefined; lastName?: string | undefined; locale?: Locale | undefined },
): Promise<AccountDocument> {
  return changeAggregate(context.store.accounts, accountId, (current) => ({
    next: {
      ...current,
      firstName: input.firstName ?? current.firstName,
      lastName: input.lastName ?? current.lastName,
      locale: input.locale ?? current.locale,
    },
  }));
}

/** Errors: wrong_credentials. Every other device is signed out; this one gets a new session. */
export async function changePassword(
  context: AccountsContext,
  accountId: string,
  input: { current: string; next: string },
): Promise<SignedInDevice> {
  const account = await context.store.accounts.findById(accountId).lean<AccountDocument>();
  if (!(await checkPassword(input.current, account?.passwordHash ?? null)))
    throw new DomainError("wrong_credentials", { field: "current" });
  return openSession(context, await setPassword(context, accountId, await hashPassword(input.next)));
}
