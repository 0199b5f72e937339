import type { Locale } from "@acquis/shared/accounts/account.schema.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import { changeAggregate } from "../platform/database/aggregate.ts";
import type { AccountDocument } from "./accounts.store.ts";
import type { AccountsContext, SignedInDevice } from "./accounts-context.ts";
import { openSession } from "./open-session.ts";
import { checkPassword, hashPassword, requireStrong } from "./passwords.ts";
import { setPassword } from "./use-link.ts";

/** Saying the same changes nothing; a trainee's new name is told, so that it is hidden where the old one was. */
export async function updateAccount(
  context: AccountsContext,
  accountId: string,
  input: { firstName?: string | undefined; lastName?: string | undefined; locale?: Locale | undefined },
): Promise<AccountDocument> {
  const { kernel, store } = context;
  const updated = await changeAggregate(store.accounts, accountId, (current) => {
    const firstName = input.firstName ?? current.firstName;
    const lastName = input.lastName ?? current.lastName;
    const locale = input.locale ?? current.locale;
    const isRenamed = firstName !== current.firstName || lastName !== current.lastName;
    if (!isRenamed && locale === current.locale) return null;
    const event = { id: kernel.newId(), type: "account.renamed", data: {}, at: kernel.clock.now() };
    return {
      next: { ...current, firstName, lastName, locale },
      events: isRenamed && current.role === "trainee" ? [event] : [],
    };
  });
  kernel.delivery.nudge();
  return updated;
}

/** Errors: wrong_credentials, weak_password. Every other device is signed out; this one gets a new session. */
export async function changePassword(
  context: AccountsContext,
  accountId: string,
  input: { current: string; next: string },
): Promise<SignedInDevice> {
  const account = await context.store.accounts.findById(accountId).lean<AccountDocument>();
  if (!(await checkPassword(input.current, account?.passwordHash ?? null)))
    throw new DomainError("wrong_credentials", { field: "current" });
  if (account) requireStrong(input.next, account, "next");
  return openSession(context, await setPassword(context, accountId, await hashPassword(input.next)));
}
