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
  // A trainee belongs to no organisation, whatever else was sent.
  const company = input.role === "employer" ? input.company : undefined;
  if (input.role === "employer" && !company) throw new DomainError("invalid_input", { field: "company" });
  const place = company?.insee ? places.requirePlace(company.insee, "company.insee") : null;
  const known = await store.accounts.findOne({ email: input.email }).lean<AccountDocument>();
  if (known) return sendPasswordLink(context, known);
  await sendLink(context, {
    purpose: "registration",
    email: input.email,
    role: input.role,
    firstName: input.firstName,
    lastName: input.lastName,
    locale: input.locale,
    company: company && { id: kernel.newId(), name: company.name, siret: company.siret ?? null, place },
  });
}

/** An unknown address costs the same write, of a link that is used up already: the time taken tells nothing. */
export async function askPasswordReset(context: AccountsContext, email: string): Promise<void> {
  const account = await context.store.accounts.findOne({ email }).lean<AccountDocument>();
  if (account) return sendPasswordLink(context, account);
  await sendLink(context, {
    purpose: "passwordReset",
    email,
    role: "trainee",
    firstName: "",
    lastName: "",
    locale: "fr",
    usedAt: context.kernel.clock.now(),
  });
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
