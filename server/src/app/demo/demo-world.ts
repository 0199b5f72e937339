import type { Place } from "@acquis/shared/platform/primitives.schema.ts";
import type { OccupationSheet } from "@acquis/shared/referential/referential.schema.ts";
import type { AccountDocument, OrganisationDocument } from "../../accounts/accounts.store.ts";
import type { OfferDocument } from "../../offers/offers.store.ts";
import type { PortfolioDocument } from "../../portfolio/index.ts";
import type { EnrolmentDocument, ProgrammeDocument, SessionDocument } from "../../training/training.store.ts";
import type { Chance } from "./random.ts";
import { COMMUNES } from "./territory.ts";

/** The fictional territory while it is being made: every document, before it is written. */
export interface DemoWorld {
  today: string;
  chance: Chance;
  occupations: Map<string, OccupationSheet>;
  places: Map<string, Place>;
  organisations: OrganisationDocument[];
  accounts: AccountDocument[];
  programmes: ProgrammeDocument[];
  sessions: SessionDocument[];
  enrolments: EnrolmentDocument[];
  portfolios: PortfolioDocument[];
  offers: OfferDocument[];
}

export const born = { revision: 1, pendingEvents: [] };

export function addOrganisation(
  world: DemoWorld,
  organisation: Pick<OrganisationDocument, "kind" | "name"> & { insee?: string; status?: "pending" },
): OrganisationDocument {
  const document: OrganisationDocument = {
    _id: world.chance.id(),
    kind: organisation.kind,
    name: organisation.name,
    siret: null,
    place: organisation.insee ? (world.places.get(organisation.insee) ?? null) : null,
    status: organisation.status ?? "approved",
    statusReason: null,
    createdOn: world.today,
    ...born,
  };
  world.organisations.push(document);
  return document;
}

export function addAccount(
  world: DemoWorld,
  account: Pick<AccountDocument, "role" | "firstName" | "lastName" | "organisationId"> &
    Partial<Pick<AccountDocument, "persona" | "passwordHash">>,
): AccountDocument {
  const id = world.chance.id();
  const document: AccountDocument = {
    _id: id,
    // The end of the id keeps addresses apart where two fictional people share a name.
    email: `${slug(account.firstName)}.${slug(account.lastName)}.${id.slice(-4)}@demo.acquis.example`,
    role: account.role,
    firstName: account.firstName,
    lastName: account.lastName,
    locale: "fr",
    organisationId: account.organisationId,
    passwordHash: account.passwordHash ?? null,
    persona: account.persona ?? null,
    createdOn: world.today,
    ...born,
  };
  world.accounts.push(document);
  return document;
}

export function slug(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
}

/** A commune, the larger ones more often. */
export function somewhere(world: DemoWorld): Place {
  const total = COMMUNES.reduce((sum, [, weight]) => sum + weight, 0);
  let left = world.chance.next() * total;
  for (const [insee, weight] of COMMUNES) {
    left -= weight;
    const place = world.places.get(insee);
    if (left <= 0 && place) return place;
  }
  return world.places.values().next().value as Place;
}
