import type { Account, Organisation } from "@acquis/shared/accounts/account.schema.ts";
import type { AccountDocument, LinkDocument, OrganisationDocument } from "./accounts.store.ts";

export function presentAccount(account: AccountDocument, organisation: OrganisationDocument | null): Account {
  return {
    id: account._id,
    email: account.email,
    role: account.role,
    firstName: account.firstName,
    lastName: account.lastName,
    locale: account.locale,
    organisation: organisation && {
      id: organisation._id,
      name: organisation.name,
      kind: organisation.kind,
      status: organisation.status,
    },
  };
}

export function presentOrganisation(organisation: OrganisationDocument, members?: number): Organisation {
  return {
    id: organisation._id,
    kind: organisation.kind,
    name: organisation.name,
    siret: organisation.siret,
    place: organisation.place,
    status: organisation.status,
    statusReason: organisation.statusReason,
    createdOn: organisation.createdOn,
    members,
  };
}

export function presentLink(link: LinkDocument, organisationName: string | null) {
  return {
    purpose: link.purpose,
    email: link.email,
    role: link.role,
    firstName: link.firstName,
    lastName: link.lastName,
    organisationName: link.company?.name ?? organisationName,
  };
}
