import { addDays } from "@acquis/shared/platform/dates.ts";
import { byCompetency, standingOf } from "@acquis/shared/portfolio/evidence.rules.ts";
import type { OccupationSheet } from "@acquis/shared/referential/referential.schema.ts";
import type { Model } from "mongoose";
import { hashPassword } from "../../accounts/passwords.ts";
import { openKeyOf, type RequestDocument } from "../../attestations/attestations.store.ts";
import type { App } from "../app.ts";
import { seedDemoBadges } from "./demo-badges.ts";
import { addCollection } from "./demo-collection.ts";
import { addCompanies } from "./demo-offers.ts";
import { addPeople } from "./demo-people.ts";
import { addPersonas, type Personas } from "./demo-personas.ts";
import { addTraining } from "./demo-training.ts";
import { born, type DemoWorld } from "./demo-world.ts";
import { createChance } from "./random.ts";
import { COMMUNES } from "./territory.ts";

const SEED = 1_515;
const BATCH = 500;
const WAITING = 6;
const NOTES = [
  "Je l'ai fait pendant mon stage.",
  "",
  "Vous m'avez vu le faire mardi.",
  "J'en ai besoin pour une offre.",
];
/** For those who want to sign in by hand; a demonstration holds nothing true. */
export const DEMO_PASSWORD = "pommier-en-fleur";

type Seeded = Pick<App, "kernel" | "features">;

/**
 * Fills an empty demonstration with a fictional territory, once. Everything has the same identifiers each time,
 * and the personas come last, so that a seeding cut short is simply done again.
 */
export async function seedDemo(seeded: Seeded): Promise<void> {
  const { kernel, features } = seeded;
  const { referential, accounts, training, portfolio, attestations, offers } = features;
  await referential.ensureStarter();
  if (await accounts.store.accounts.exists({ persona: { $ne: null } })) return seedDemoBadges(seeded);
  const world = emptyWorld(kernel.clock.today(), referential);
  addTraining(world);
  addCompanies(world);
  addPeople(world);
  const personas = addPersonas(world, await hashPassword(DEMO_PASSWORD));

  await insertAll(accounts.store.organisations, world.organisations);
  await insertAll(training.store.programmes, world.programmes);
  await insertAll(training.store.sessions, world.sessions);
  await insertAll(training.store.enrolments, world.enrolments);
  // The embedded engine reads everybody when it starts; another one must be told.
  const indexPending = kernel.settings.meili ? { indexPending: true as const } : {};
  await insertAll(
    portfolio.portfolios,
    world.portfolios.map((one) => ({ ...one, ...indexPending })),
  );
  await insertAll(
    offers.store,
    world.offers.map((one) => ({ ...one, indexPending: true as const })),
  );
  await insertAll(attestations.requests, requestsFor(world, personas));
  await addCollection(features.badges.collection.context, personas.trainee);
  await insertAll(
    accounts.store.accounts,
    world.accounts.filter((one) => one.persona === null),
  );
  await insertAll(
    accounts.store.accounts,
    world.accounts.filter((one) => one.persona !== null),
  );
  await seedDemoBadges(seeded);
  kernel.log.info(
    { people: world.portfolios.length, sessions: world.sessions.length, offers: world.offers.length },
    "fictional territory ready",
  );
}

function emptyWorld(today: string, referential: App["features"]["referential"]): DemoWorld {
  const occupations = new Map<string, OccupationSheet>();
  for (const { code } of referential.inTension()) occupations.set(code, referential.readOccupation(code));
  return {
    today,
    chance: createChance(SEED),
    occupations,
    places: new Map(COMMUNES.map(([insee]) => [insee, referential.requirePlace(insee, "insee")])),
    organisations: [],
    accounts: [],
    programmes: [],
    sessions: [],
    enrolments: [],
    portfolios: [],
    offers: [],
  };
}

async function insertAll<T extends object>(model: Model<T>, documents: T[]): Promise<void> {
  for (let start = 0; start < documents.length; start += BATCH)
    try {
      await model.collection.insertMany(documents.slice(start, start + BATCH) as never, { ordered: false });
    } catch (error) {
      // Already there from a seeding that was cut short.
      if ((error as { code?: number }).code !== 11_000) throw error;
    }
}

/** Claire finds people waiting for her on the first day. */
function requestsFor(world: DemoWorld, { trainee, trainer }: Personas): RequestDocument[] {
  const session = world.sessions.find((one) => one.trainerIds.includes(trainer._id));
  const attending = world.enrolments
    .filter((one) => one.sessionId === session?._id)
    .map((one) => one.traineeId);
  const programme = world.programmes.find((one) => one._id === session?.programmeId);
  const taught = new Set(
    programme?.modules.flatMap((module) => module.teaches.map((one) => one.competencyId)) ?? [],
  );
  const waiting = [trainee._id, ...attending.filter((id) => id !== trainee._id)].slice(0, WAITING);
  return waiting.flatMap((traineeId, index) => {
    const evidence = world.portfolios.find((one) => one._id === traineeId)?.evidence ?? [];
    // What the session teaches first: that is what its trainer has seen.
    const declared = [...byCompetency(evidence)]
      .filter(([, items]) => {
        const standing = standingOf(items, world.today);
        return standing.held !== null && standing.proven === null;
      })
      .sort(([one], [other]) => Number(taught.has(other)) - Number(taught.has(one)))[0];
    if (!declared) return [];
    const [competencyId] = declared;
    return {
      _id: world.chance.id(),
      traineeId,
      trainerId: trainer._id,
      competencyId,
      note: NOTES[index % NOTES.length] ?? "",
      askedOn: addDays(world.today, -1 - index * 2),
      outcome: null,
      openKey: openKeyOf(traineeId, competencyId, trainer._id),
      ...born,
    };
  });
}
