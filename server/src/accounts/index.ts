import type {
  Locale,
  OrganisationKind,
  OrganisationStatus,
  Role,
} from "@acquis/shared/accounts/account.schema.ts";
import type { SignedIn } from "../platform/http/api.ts";
import type { Kernel } from "../platform/kernel.ts";
import { accountsRouter } from "./accounts.router.ts";
import { type AccountDocument, createAccountsStore, type OrganisationDocument } from "./accounts.store.ts";
import type { AccountsContext } from "./accounts-context.ts";
import { createOrganisationDirectory } from "./organisation-directory.ts";
import { sendLink } from "./send-link.ts";
import { MEMBER_TOLD, spreadDecision, tellMember, tellOfLink } from "./tell-people.ts";
import { createTokens } from "./tokens.ts";

export { requireActive } from "./require-active.ts";

/** What other features may know of a person. */
export interface Person {
  id: string;
  firstName: string;
  lastName: string;
  email: string;
  role: Role;
  locale: Locale;
  organisationId: string | null;
}

export interface OrganisationFacts {
  id: string;
  name: string;
  kind: OrganisationKind;
  status: OrganisationStatus;
}

/** Nobody else reads more of an account, its password hash least of all. */
const PERSON = {
  firstName: 1,
  lastName: 1,
  email: 1,
  role: 1,
  locale: 1,
  organisationId: 1,
} as const;

function toPerson(account: AccountDocument): Person {
  return {
    id: account._id,
    firstName: account.firstName,
    lastName: account.lastName,
    email: account.email,
    role: account.role,
    locale: account.locale,
    organisationId: account.organisationId,
  };
}

/** Accounts, organisations, sign-in and one-time links. */
export function createAccounts(kernel: Kernel, deps: Pick<AccountsContext, "places" | "canInviteTo">) {
  const store = createAccountsStore(kernel.db);
  const organisations = createOrganisationDirectory(store);
  const tokens = createTokens(kernel.settings.sessionSecret, kernel.clock);
  const context: AccountsContext = { kernel, store, tokens, organisations, ...deps };
  const { delivery, settings } = kernel;

  delivery.watch(store.accounts as never);
  delivery.watch(store.organisations as never);
  delivery.watch(store.links as never);
  delivery.on("link.created", (_event, source) => tellOfLink(context, source.id));
  delivery.on("organisation.decided", (event) => spreadDecision(context, event));
  delivery.on(MEMBER_TOLD, (event, source) => tellMember(context, event, source.id));

  return {
    store,
    router: accountsRouter(context),
    /** Who stands behind an access token. Errors: session_expired, not_signed_in. */
    async identify(accessToken: string | undefined): Promise<SignedIn | null> {
      if (!accessToken) return null;
      const { accountId, role, organisationId } = tokens.readAccess(accessToken);
      const organisation = organisationId ? await organisations.find(organisationId) : null;
      return { accountId, role, organisationId, organisationStatus: organisation?.status ?? null };
    },
    async people(ids: readonly string[]): Promise<Map<string, Person>> {
      if (ids.length === 0) return new Map();
      const found = await store.accounts
        .find({ _id: { $in: ids as string[] } }, PERSON)
        .lean<AccountDocument[]>();
      return new Map(found.map((account) => [account._id, toPerson(account)]));
    },
    async findByEmail(email: string): Promise<Person | null> {
      const account = await store.accounts.findOne({ email: email.toLowerCase() }).lean<AccountDocument>();
      return account ? toPerson(account) : null;
    },
    async organisation(id: string): Promise<OrganisationFacts | null> {
      const found = await organisations.find(id);
      return found && { id: found._id, name: found.name, kind: found.kind, status: found.status };
    },
    /** The Région as it calls itself; null before it has an organisation. */
    async regionName(): Promise<string | null> {
      const region = await store.organisations
        .findOne({ kind: "region" })
        .sort({ createdOn: 1, _id: 1 })
        .lean<OrganisationDocument>();
      return region?.name ?? null;
    },
    async membersOf(organisationId: string, role: Role): Promise<Person[]> {
      const found = await store.accounts
        .find({ organisationId, role })
        .sort({ lastName: 1 })
        .lean<AccountDocument[]>();
      return found.map(toPerson);
    },
    async countOrganisations(kind: OrganisationKind, status: OrganisationStatus): Promise<number> {
      return store.organisations.countDocuments({ kind, status });
    },
    async suspendedCompanies(): Promise<string[]> {
      const found = await store.organisations
        .find({ kind: "company", status: "suspended" })
        .select("_id")
        .lean<{ _id: string }[]>();
      return found.map((one) => one._id);
    },
    countPending: () => store.organisations.countDocuments({ status: "pending" }),
    /** Outside a demonstration, the first steward is invited by mail at the first start. */
    async inviteFirstSteward(): Promise<void> {
      const email = settings.stewardEmail;
      if (!email || (await store.accounts.exists({ role: "steward" }))) return;
      if (
        await store.links.exists({
          email,
          role: "steward",
          usedAt: null,
          expiresAt: { $gt: kernel.clock.now() },
        })
      )
        return;
      const region = "org-region";
      await store.organisations
        .create({
          _id: region,
          kind: "region",
          name: "Région",
          status: "approved",
          createdOn: kernel.clock.today(),
          revision: 1,
          pendingEvents: [],
        })
        .catch((error: { code?: number }) => {
          if (error.code !== 11_000) throw error;
        });
      await sendLink(context, {
        purpose: "invitation",
        email,
        role: "steward",
        firstName: "Région",
        lastName: "Administration",
        locale: "fr",
        organisationId: region,
      });
    },
  };
}
export type Accounts = ReturnType<typeof createAccounts>;
