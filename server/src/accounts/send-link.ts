import type { LinkPurpose } from "@acquis/shared/accounts/account.schema.ts";
import { insertAggregate } from "../platform/database/aggregate.ts";
import type { LinkDocument } from "./accounts.store.ts";
import type { AccountsContext } from "./accounts-context.ts";

const LIFETIME_HOURS: Record<LinkPurpose, number> = {
  registration: 48,
  invitation: 24 * 14,
  passwordReset: 2,
};

type LinkInput = Pick<LinkDocument, "purpose" | "email" | "role" | "firstName" | "lastName" | "locale"> &
  Partial<
    Pick<LinkDocument, "accountId" | "organisationId" | "company" | "sessionId" | "invitedBy" | "usedAt">
  > & {
    id?: string;
  };

/** Makes a one-time link; its mail leaves with the same write, so that it is sent even if the server dies now. */
export async function sendLink(context: AccountsContext, input: LinkInput): Promise<void> {
  const { kernel, store } = context;
  const now = kernel.clock.now();
  const id = input.id ?? kernel.newId();
  await insertAggregate(
    store.links,
    {
      _id: id,
      purpose: input.purpose,
      accountId: input.accountId ?? kernel.newId(),
      email: input.email,
      role: input.role,
      firstName: input.firstName,
      lastName: input.lastName,
      locale: input.locale,
      organisationId: input.organisationId ?? null,
      company: input.company ?? null,
      sessionId: input.sessionId ?? null,
      invitedBy: input.invitedBy ?? null,
      expiresAt: new Date(now.getTime() + LIFETIME_HOURS[input.purpose] * 3_600_000),
      usedAt: input.usedAt ?? null,
    },
    [{ id: `link:${id}`, type: "link.created", at: now, data: {} }],
  );
  kernel.delivery.nudge();
}
