import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { AccountDocument } from "./accounts.store.ts";
import type { AccountsContext, SignedInDevice } from "./accounts-context.ts";
import { accessTokenFor } from "./open-session.ts";
import { hashToken, REFRESH_SECONDS } from "./tokens.ts";

/**
 * Exchanges a refresh token for a new pair. A token that was good once and no longer is means that somebody
 * copied it: the whole family ends (RFC 9700 section 4.14). Errors: session_expired, session_reused.
 */
export async function refreshSession(
  context: AccountsContext,
  token: string | undefined,
): Promise<SignedInDevice> {
  if (!token) throw new DomainError("session_expired");
  const { kernel, store, tokens } = context;
  const familyId = tokens.familyOf(token);
  const next = tokens.refresh(familyId);
  const now = kernel.clock.now();
  const family = await store.families.findOneAndUpdate(
    { _id: familyId, tokenHash: hashToken(token), expiresAt: { $gt: now } },
    { $set: { tokenHash: next.hash, expiresAt: new Date(now.getTime() + REFRESH_SECONDS * 1000) } },
  );
  if (!family) {
    const ended = await store.families.deleteOne({ _id: familyId });
    if (ended.deletedCount > 0) kernel.log.warn({ familyId }, "refresh token reused: family ended");
    throw new DomainError(ended.deletedCount > 0 ? "session_reused" : "session_expired");
  }
  const account = await store.accounts.findById(family.accountId).lean<AccountDocument>();
  if (!account) throw new DomainError("session_expired");
  return { account, accessToken: accessTokenFor(context, account, familyId), refreshToken: next.token };
}

/** Ends the family of a refresh token; nothing to say when it is unknown. */
export async function endSession(context: AccountsContext, token: string | undefined): Promise<void> {
  if (!token) return;
  await context.store.families.deleteOne({
    _id: context.tokens.familyOf(token),
    tokenHash: hashToken(token),
  });
}
