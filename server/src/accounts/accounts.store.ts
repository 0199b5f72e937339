import type {
  LinkPurpose,
  Locale,
  OrganisationKind,
  OrganisationStatus,
  Role,
} from "@acquis/shared/accounts/account.schema.ts";
import type { Place } from "@acquis/shared/platform/primitives.schema.ts";
import { type Connection, type Model, Schema } from "mongoose";
import type { Aggregate } from "../platform/database/aggregate.ts";

export interface AccountDocument extends Aggregate {
  email: string;
  role: Role;
  firstName: string;
  lastName: string;
  locale: Locale;
  organisationId: string | null;
  /** argon2id; null until a one-time link is used. */
  passwordHash: string | null;
  /** Shown on the sign-in page of a demonstration, in this order. */
  persona: number | null;
  createdOn: string;
}

export interface OrganisationDocument extends Aggregate {
  kind: OrganisationKind;
  name: string;
  siret: string | null;
  place: Place | null;
  status: OrganisationStatus;
  statusReason: string | null;
  createdOn: string;
}

/** One sign-in on one device: the only refresh token that is good, hashed; any other ends the family. */
export interface FamilyDocument {
  _id: string;
  accountId: string;
  tokenHash: string;
  expiresAt: Date;
}

/** A one-time link. Its token is derived from the id and the server's secret, so that nothing stored opens it. */
export interface LinkDocument extends Aggregate {
  purpose: LinkPurpose;
  /** The account it creates, or whose password it sets. */
  accountId: string;
  email: string;
  role: Role;
  firstName: string;
  lastName: string;
  locale: Locale;
  organisationId: string | null;
  company: { id: string; name: string; siret: string | null; place: Place | null } | null;
  sessionId: string | null;
  invitedBy: { id: string; name: string } | null;
  expiresAt: Date;
  usedAt: Date | null;
}

const outbox = {
  revision: { type: Number, required: true },
  pendingEvents: { type: [Object], default: [] },
  deliverAt: { type: Date },
};
const options = { versionKey: false, minimize: false } as const;

export interface AccountsStore {
  accounts: Model<AccountDocument>;
  organisations: Model<OrganisationDocument>;
  families: Model<FamilyDocument>;
  links: Model<LinkDocument>;
}

export function createAccountsStore(db: Connection): AccountsStore {
  const account = new Schema<AccountDocument>(
    {
      _id: String,
      email: { type: String, required: true },
      role: { type: String, required: true },
      firstName: String,
      lastName: String,
      locale: String,
      organisationId: { type: String, default: null },
      passwordHash: { type: String, default: null },
      persona: { type: Number, default: null },
      createdOn: String,
      ...outbox,
    },
    options,
  );
  account.index({ email: 1 }, { unique: true });
  account.index({ organisationId: 1, role: 1 });
  account.index({ role: 1 });
  account.index({ deliverAt: 1 }, { sparse: true });

  const organisation = new Schema<OrganisationDocument>(
    {
      _id: String,
      kind: { type: String, required: true },
      name: { type: String, required: true },
      siret: { type: String, default: null },
      place: { type: Object, default: null },
      status: { type: String, required: true },
      statusReason: { type: String, default: null },
      createdOn: String,
      ...outbox,
    },
    options,
  );
  organisation.index({ status: 1 });
  organisation.index({ deliverAt: 1 }, { sparse: true });

  const family = new Schema<FamilyDocument>(
    { _id: String, accountId: String, tokenHash: String, expiresAt: Date },
    options,
  );
  family.index({ accountId: 1 });
  family.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

  const link = new Schema<LinkDocument>(
    {
      _id: String,
      purpose: String,
      accountId: String,
      email: String,
      role: String,
      firstName: String,
      lastName: String,
      locale: String,
      organisationId: { type: String, default: null },
      company: { type: Object, default: null },
      sessionId: { type: String, default: null },
      invitedBy: { type: Object, default: null },
      expiresAt: Date,
      usedAt: { type: Date, default: null },
      ...outbox,
    },
    options,
  );
  link.index({ accountId: 1 });
  link.index({ deliverAt: 1 }, { sparse: true });
  link.index({ expiresAt: 1 }, { expireAfterSeconds: 90 * 24 * 3600 });

  return {
    accounts: db.model<AccountDocument>("account", account, "accounts"),
    organisations: db.model<OrganisationDocument>("organisation", organisation, "organisations"),
    families: db.model<FamilyDocument>("signInFamily", family, "signInFamilies"),
    links: db.model<LinkDocument>("oneTimeLink", link, "oneTimeLinks"),
  };
}
