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
  const { kernel, store } = context;
  const link = await readLink(context, input.token);
  requireStrong(input.password, { ...link, ...namesIn(input) }, "password");
  const passwordHash = await hashPassword(input.password);
  const taken = await store.links.updateOne(
    { _id: link._id, usedAt: null },
    { $set: { usedAt: kernel.clock.now() } },
  );
  if (taken.modifiedCount === 0) throw new DomainError("link_expired");
  try {
    const account =
      link.purpose === "passwordReset"
        ? await setPassword(context, link.accountId, passwordHash)
        : await createAccount(context, link, input, passwordHash);
    return await openSession(context, account);
  } catch (error) {
    // The link was not of use: give it back rather than lock the person out.
    if (!(error instanceof DomainError))
      await store.links.updateOne({ _id: link._id }, { $set: { usedAt: null } });
    throw error;
  }
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

async function createAccount(
  context: AccountsContext,
  link: LinkDocument,
  input: UseLink,
  passwordHash: string,
): Promise<AccountDocument> {
  const { kernel, store } = context;
  const createdOn = kernel.clock.today();
  // Asked for twice, used twice: the second makes no company that nobody belongs to.
  if (await store.accounts.exists({ email: link.email }))
    throw new DomainError("already_exists", { field: "email" });
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
  if (!(await insertAggregate(store.accounts, account, [event])))
    throw new DomainError("already_exists", { field: "email" });
  kernel.delivery.nudge();
  return { ...account, revision: 1, pendingEvents: [] };
}
