import type { registrationSchema } from "@acquis/shared/accounts/account.schema.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { z } from "zod";
import type { AccountDocument } from "./accounts.store.ts";
import type { AccountsContext } from "./accounts-context.ts";
import { sendLink } from "./send-link.ts";

/**
 * Somebody asks for an account: a link goes to the address, which proves that it is theirs. A known address
 * gets a way back in instead; whoever asks sees no difference.
 */
export async function register(
  context: AccountsContext,
  input: z.output<typeof registrationSchema>,
): Promise<void> {
  const { kernel, store, places } = context;
  if (input.role === "employer" && !input.company)
    throw new DomainError("invalid_input", { field: "company" });
  const place = input.company?.insee ? places.requirePlace(input.company.insee, "company.insee") : null;
  const known = await store.accounts.findOne({ email: input.email }).lean<AccountDocument>();
  if (known) return sendPasswordLink(context, known);
  await sendLink(context, {
    purpose: "registration",
    email: input.email,
    role: input.role,
    firstName: input.firstName,
    lastName: input.lastName,
    locale: input.locale,
    company: input.company
      ? { id: kernel.newId(), name: input.company.name, siret: input.company.siret ?? null, place }
      : null,
  });
}

export async function askPasswordReset(context: AccountsContext, email: string): Promise<void> {
  const account = await context.store.accounts.findOne({ email }).lean<AccountDocument>();
  if (account) await sendPasswordLink(context, account);
}

function sendPasswordLink(context: AccountsContext, account: AccountDocument): Promise<void> {
  return sendLink(context, {
    purpose: "passwordReset",
    accountId: account._id,
    email: account.email,
    role: account.role,
    firstName: account.firstName,
    lastName: account.lastName,
    locale: account.locale,
    organisationId: account.organisationId,
  });
}
