import type { Actor } from "@acquis/shared/accounts/account.schema.ts";
import type { Place } from "@acquis/shared/platform/primitives.schema.ts";
import type { Kernel } from "../platform/kernel.ts";
import type { AccountDocument, AccountsStore } from "./accounts.store.ts";
import type { OrganisationDirectory } from "./organisation-directory.ts";
import type { Tokens } from "./tokens.ts";

/** What the use cases of accounts share. */
export interface AccountsContext {
  kernel: Kernel;
  store: AccountsStore;
  tokens: Tokens;
  organisations: OrganisationDirectory;
  /** Whether the actor may bring people into this session (training). */
  canInviteTo(actor: Actor, sessionId: string): Promise<boolean>;
  places: { requirePlace(insee: string, field: string): Place };
}

/** A signed-in device: what its two cookies hold. */
export interface SignedInDevice {
  account: AccountDocument;
  accessToken: string;
  refreshToken: string;
}
