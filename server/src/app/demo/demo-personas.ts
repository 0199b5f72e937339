import type { Role } from "@acquis/shared/accounts/account.schema.ts";
import { addDays } from "@acquis/shared/platform/dates.ts";
import type { AccountDocument, OrganisationDocument } from "../../accounts/accounts.store.ts";
import type { PortfolioDocument } from "../../portfolio/index.ts";
import type { SessionDocument } from "../../training/training.store.ts";
import { attestSome, enrolIn } from "./demo-evidence.ts";
import { addOffer } from "./demo-offers.ts";
import { addExperience, addTrainee, occupationOf } from "./demo-people.ts";
import { addAccount, addOrganisation, type DemoWorld } from "./demo-world.ts";
import { ADVISORY } from "./territory.ts";

/** The session under way that the personas share: care aid, with a future. */
const PERSONA_OCCUPATION = "J1501";

export interface Personas {
  trainee: AccountDocument;
  trainer: AccountDocument;
}

/** One person per role to be in one click, whose stories meet: Awa's trainer is Claire, Thomas looks for her trade. */
export function addPersonas(world: DemoWorld, passwordHash: string): Personas {
  let order = 1;
  const persona = (
    role: Role,
    firstName: string,
    lastName: string,
    organisation: OrganisationDocument | null,
  ) =>
    addAccount(world, {
      role,
      firstName,
      lastName,
      organisationId: organisation?._id ?? null,
      persona: order++,
      passwordHash,
    });

  const session = sharedSession(world);
  const occupation = occupationOf(world, session);
  const provider = world.organisations.find((one) => one._id === session.providerId);
  if (!occupation || !provider) throw new Error("the fictional territory lacks its shared session");

  const awa = addTrainee(world, occupation, {
    firstName: "Awa",
    lastName: "Diallo",
    persona: order++,
    passwordHash,
  });
  awa.visibility = "anonymous";
  awa.preferences = {
    ...awa.preferences,
    place: world.places.get("76540") ?? null,
    radiusKm: 30,
    availableFrom: addDays(session.endsOn, 7),
    contracts: ["permanent", "fixedTerm"],
  };
  const before = world.occupations.get("K1304") ?? occupation;
  addExperience(world, awa, before, 0.6);
  enrolIn(world, awa, session);

  const leo = addTrainee(world, occupation, {
    firstName: "Léo",
    lastName: "Martin",
    persona: order++,
    passwordHash,
  });
  startOver(leo);

  const claire = persona("trainer", "Claire", "Lefèvre", provider);
  session.trainerIds = [claire._id, ...session.trainerIds];
  attestSome(world, awa, { ...session, trainerIds: [claire._id] }, 0.4);
  persona("providerAdmin", "Nadia", "Benali", provider);
  const residence = world.organisations.find((one) => one.name === "Résidence des Pommiers");
  if (residence) {
    const thomas = persona("employer", "Thomas", "Duval", residence);
    const neededInDays = 150;
    addOffer(world, residence, thomas, occupation, { neededInDays, contract: "permanent" });
  }
  persona(
    "employer",
    "Camille",
    "Roussel",
    world.organisations.find((one) => one.status === "pending") ?? null,
  );
  const [mission] = ADVISORY.map(([name, insee]) =>
    addOrganisation(world, { kind: "advisory", name, insee }),
  );
  persona("advisor", "Julien", "Morel", mission ?? null);
  persona(
    "steward",
    "Hélène",
    "Gautier",
    addOrganisation(world, { kind: "region", name: "Conseil régional" }),
  );

  const account = world.accounts.find((one) => one._id === awa._id);
  if (!account) throw new Error("a persona has no account");
  return { trainee: account, trainer: claire };
}

/** Newly arrived: everything is still to be done, and the screens must say what. */
function startOver(portfolio: PortfolioDocument): void {
  portfolio.experiences = [];
  portfolio.evidence = [];
  portfolio.preferences = {
    place: null,
    radiusKm: 30,
    availableFrom: null,
    contracts: [],
    occupationCodes: [],
  };
}

function sharedSession(world: DemoWorld): SessionDocument {
  const programmes = new Set(
    world.programmes.filter((one) => one.occupationCode === PERSONA_OCCUPATION).map((one) => one._id),
  );
  const found = world.sessions
    .filter((one) => programmes.has(one.programmeId) && one.startsOn < world.today)
    .sort((a, b) => (a.endsOn < b.endsOn ? 1 : -1))[0];
  if (!found) throw new Error("the fictional territory lacks a care session under way");
  return found;
}
