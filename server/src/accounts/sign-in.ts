import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { AccountDocument } from "./accounts.store.ts";
import type { AccountsContext, SignedInDevice } from "./accounts-context.ts";
import { openSession } from "./open-session.ts";
import { checkPassword } from "./passwords.ts";

/** Errors: wrong_credentials, the same for an unknown address and a wrong password. */
export async function signIn(
  context: AccountsContext,
  input: { email: string; password: string },
): Promise<SignedInDevice> {
  const account = await context.store.accounts.findOne({ email: input.email }).lean<AccountDocument>();
  const matches = await checkPassword(input.password, account?.passwordHash ?? null);
  if (!account || !matches) throw new DomainError("wrong_credentials");
  return openSession(context, account);
}

/** One click per role, in a demonstration only. Errors: not_found. */
export async function signInAsPersona(context: AccountsContext, personaId: string): Promise<SignedInDevice> {
  if (!context.kernel.settings.demo) throw new DomainError("not_found");
  const account = await context.store.accounts
    .findOne({ _id: personaId, persona: { $ne: null } })
    .lean<AccountDocument>();
  if (!account) throw new DomainError("not_found");
  return openSession(context, account);
}
