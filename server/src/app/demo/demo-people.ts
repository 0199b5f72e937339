import { addDays, addMonths, monthOf } from "@acquis/shared/platform/dates.ts";
import type { Level } from "@acquis/shared/platform/primitives.schema.ts";
import { CONTRACT_KINDS, type Visibility } from "@acquis/shared/portfolio/portfolio.schema.ts";
import type { OccupationSheet } from "@acquis/shared/referential/referential.schema.ts";
import type { AccountDocument } from "../../accounts/accounts.store.ts";
import type { PortfolioDocument } from "../../portfolio/index.ts";
import type { SessionDocument } from "../../training/training.store.ts";
import { attestSome, declareAll, enrolIn } from "./demo-evidence.ts";
import { addAccount, born, type DemoWorld, somewhere } from "./demo-world.ts";
import { FIRST_NAMES, LAST_NAMES } from "./names.ts";

const PEOPLE_A_SESSION = 14;
const PEOPLE_WITHOUT_TRAINING = 260;
const EMPLOYERS = ["une entreprise de la région", "un employeur précédent", "plusieurs employeurs"];

function visibilityOf(world: DemoWorld): Visibility {
  const draw = world.chance.next();
  return draw < 0.07 ? "private" : draw < 0.25 ? "named" : "anonymous";
}

function experienceIn(
  world: DemoWorld,
  occupation: OccupationSheet,
): PortfolioDocument["experiences"][number] {
  const { chance, today } = world;
  const began = addMonths(monthOf(today), -chance.between(14, 90));
  const kind = chance.happens(0.72) ? "work" : chance.pick(["association", "personal"] as const);
  return {
    id: chance.id(),
    kind,
    title: occupation.label,
    organisation: kind === "work" ? chance.pick(EMPLOYERS) : "",
    startsOn: began,
    endsOn: addMonths(began, chance.between(3, 12)),
    description: "",
  };
}

/** A trainee: where they live, what they did before, what they look for. Training comes after. */
export function addTrainee(
  world: DemoWorld,
  seeking: OccupationSheet,
  identity: Partial<Pick<AccountDocument, "firstName" | "lastName" | "persona" | "passwordHash">> = {},
): PortfolioDocument {
  const { chance, today } = world;
  const account = addAccount(world, {
    role: "trainee",
    firstName: identity.firstName ?? chance.pick(FIRST_NAMES),
    lastName: identity.lastName ?? chance.pick(LAST_NAMES),
    organisationId: null,
    persona: identity.persona ?? null,
    passwordHash: identity.passwordHash ?? null,
  });
  const portfolio: PortfolioDocument = {
    _id: account._id,
    experiences: [],
    evidence: [],
    preferences: {
      place: somewhere(world),
      radiusKm: chance.pick([10, 20, 30, 30, 50]),
      availableFrom: chance.happens(0.4) ? addDays(today, chance.between(5, 160)) : null,
      contracts: chance.happens(0.5) ? chance.some(CONTRACT_KINDS, chance.between(1, 3)) : [],
      occupationCodes: [seeking.code],
    },
    visibility: visibilityOf(world),
    createdOn: today,
    ...born,
  };
  world.portfolios.push(portfolio);
  return portfolio;
}

/** What somebody did in an occupation, and which of its competencies they say they kept. */
export function addExperience(
  world: DemoWorld,
  portfolio: PortfolioDocument,
  occupation: OccupationSheet,
  share: number,
): void {
  const { chance } = world;
  const experience = experienceIn(world, occupation);
  const used = occupation.competencies.filter(() => chance.happens(share));
  portfolio.experiences.push(experience);
  declareAll(
    world,
    portfolio,
    used.map((one) => ({
      competencyId: one.id,
      level: chance.between(1, Math.min(4, one.level + 1)) as Level,
    })),
    experience.id,
  );
}

/** Everybody: those of each session, and those who look for work with what they have. */
export function addPeople(world: DemoWorld): void {
  const { chance } = world;
  const all = [...world.occupations.values()];
  for (const session of world.sessions) {
    const occupation = occupationOf(world, session);
    if (!occupation) continue;
    const people = chance.between(PEOPLE_A_SESSION - 5, PEOPLE_A_SESSION + 3);
    for (let index = 0; index < people; index++) {
      const portfolio = addTrainee(world, occupation);
      if (chance.happens(0.7)) addExperience(world, portfolio, chance.pick(all), 0.45);
      if (chance.happens(0.25)) addExperience(world, portfolio, occupation, 0.4);
      enrolIn(world, portfolio, session);
      attestSome(world, portfolio, session, 0.3);
    }
  }
  for (let index = 0; index < PEOPLE_WITHOUT_TRAINING; index++) {
    const occupation = chance.pick(all);
    const portfolio = addTrainee(world, occupation);
    addExperience(world, portfolio, occupation, 0.7);
    if (chance.happens(0.5)) addExperience(world, portfolio, chance.pick(all), 0.4);
  }
}

export function occupationOf(world: DemoWorld, session: SessionDocument): OccupationSheet | undefined {
  const programme = world.programmes.find((one) => one._id === session.programmeId);
  return programme?.occupationCode ? world.occupations.get(programme.occupationCode) : undefined;
}
