import { DomainError } from "@acquis/shared/platform/errors.ts";
import { changeAggregate, insertAggregate } from "../platform/database/aggregate.ts";
import type { AccountDocument, LinkDocument } from "./accounts.store.ts";
import type { AccountsContext, SignedInDevice } from "./accounts-context.ts";
import { openSession } from "./open-session.ts";
import { hashPassword, requireStrong } from "./passwords.ts";

interface UseLink {
  token: string;
  password: string;
  firstName?: string | undefined;
  lastName?: string | undefined;
}

/** Errors: link_expired when unknown, used or too old. */
export async function readLink(context: AccountsContext, token: string): Promise<LinkDocument> {
  const id = context.tokens.readLink(token);
  const link = await context.store.links.findById(id).lean<LinkDocument>();
  if (!link || link.usedAt || link.expiresAt <= context.kernel.clock.now())
    throw new DomainError("link_expired");
  return link;
}

/**
 * Uses a link once: creates the account it was made for, or sets a new password and ends every open session.
 * Errors: link_expired, weak_password, already_exists.
 */
export async function useLink(context: AccountsContext, input: UseLink): Promise<SignedInDevice> {
  const link = await readLink(context, input.token);
  requireStrong(input.password, { ...link, ...namesIn(input) }, "password");
  const passwordHash = await hashPassword(input.password);
  const account =
    link.purpose === "passwordReset"
      ? await resetPassword(context, link, passwordHash)
      : await createAccount(context, link, input, passwordHash);
  return openSession(context, account);
}

/** Whether the link was still good; from now on it is not. */
async function take({ kernel, store }: AccountsContext, linkId: string): Promise<boolean> {
  const taken = await store.links.updateOne(
    { _id: linkId, usedAt: null },
    { $set: { usedAt: kernel.clock.now() } },
  );
  return taken.modifiedCount > 0;
}

async function resetPassword(
  context: AccountsContext,
  link: LinkDocument,
  passwordHash: string,
): Promise<AccountDocument> {
  if (!(await take(context, link._id))) throw new DomainError("link_expired");
  return setPassword(context, link.accountId, passwordHash);
}

/** The names typed with the password, over those of the link. */
const namesIn = ({ firstName, lastName }: UseLink) => ({
  ...(firstName === undefined ? {} : { firstName }),
  ...(lastName === undefined ? {} : { lastName }),
});

/** A new password ends every session and every other link to set one: whoever held them is out. Errors: not_found. */
export async function setPassword(
  context: AccountsContext,
  accountId: string,
  passwordHash: string,
): Promise<AccountDocument> {
  const account = await changeAggregate(context.store.accounts, accountId, (current) => ({
    next: { ...current, passwordHash },
  }));
  await context.store.families.deleteMany({ accountId });
  await context.store.links.updateMany(
    { accountId, purpose: "passwordReset", usedAt: null },
    { $set: { usedAt: context.kernel.clock.now() } },
  );
  return account;
}

/** The account is there before the link is used up: a crash in between locks nobody out. */
async function createAccount(
  context: AccountsContext,
  link: LinkDocument,
  input: UseLink,
  passwordHash: string,
): Promise<AccountDocument> {
  const { kernel, store } = context;
  const createdOn = kernel.clock.today();
  // Asked for twice, used twice: the second makes no company that nobody belongs to.
  const known = await store.accounts.findOne({ email: link.email }).select("_id").lean<{ _id: string }>();
  if (known?._id === link.accountId) throw new DomainError("link_expired");
  if (known) throw new DomainError("already_exists", { field: "email" });
  if (link.company)
    await insertAggregate(store.organisations, {
      _id: link.company.id,
      kind: "company",
      name: link.company.name,
      siret: link.company.siret,
      place: link.company.place,
      status: "pending",
      statusReason: null,
      createdOn,
    });
  const account = {
    _id: link.accountId,
    email: link.email,
    role: link.role,
    firstName: input.firstName ?? link.firstName,
    lastName: input.lastName ?? link.lastName,
    locale: link.locale,
    organisationId: link.company?.id ?? link.organisationId,
    passwordHash,
    persona: null,
    createdOn,
  };
  const event = {
    id: `account:${link.accountId}`,
    type: "account.created",
    at: kernel.clock.now(),
    data: {
      accountId: account._id,
      role: account.role,
      sessionId: link.sessionId,
      invitedBy: link.invitedBy?.id ?? null,
    },
  };
  if (!(await insertAggregate(store.accounts, account, [event]))) throw new DomainError("link_expired");
  await take(context, link._id);
  kernel.delivery.nudge();
  return { ...account, revision: 1, pendingEvents: [] };
}
