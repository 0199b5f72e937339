import type { AccountDocument } from "./accounts.store.ts";
import type { AccountsContext, SignedInDevice } from "./accounts-context.ts";
import { REFRESH_SECONDS } from "./tokens.ts";

/** Starts a family of refresh tokens for one device. */
export async function openSession(
  context: AccountsContext,
  account: AccountDocument,
): Promise<SignedInDevice> {
  const { kernel, store, tokens } = context;
  const familyId = kernel.newId();
  const refresh = tokens.refresh(familyId);
  await store.families.create({
    _id: familyId,
    accountId: account._id,
    tokenHash: refresh.hash,
    expiresAt: new Date(kernel.clock.now().getTime() + REFRESH_SECONDS * 1000),
  });
  return { account, accessToken: accessTokenFor(context, account, familyId), refreshToken: refresh.token };
}

export function accessTokenFor(context: AccountsContext, account: AccountDocument, familyId: string): string {
  return context.tokens.access({
    accountId: account._id,
    role: account.role,
    organisationId: account.organisationId,
    familyId,
  });
}
