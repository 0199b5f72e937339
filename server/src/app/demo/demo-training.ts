import { addDays } from "@acquis/shared/platform/dates.ts";
import type { OccupationSheet } from "@acquis/shared/referential/referential.schema.ts";
import type { TrainingModule } from "@acquis/shared/training/training.schema.ts";
import type { OrganisationDocument } from "../../accounts/accounts.store.ts";
import type { ProgrammeDocument, SessionDocument } from "../../training/training.store.ts";
import { addAccount, addOrganisation, born, type DemoWorld } from "./demo-world.ts";
import { FIRST_NAMES, LAST_NAMES } from "./names.ts";
import { PROVIDERS } from "./territory.ts";

const COMPETENCIES_A_MODULE = 3;
const TRAINERS_A_PROVIDER = 4;

/** When sessions run, in days from today: one over, two under way, one about to begin. */
const RUNS = [
  { start: -330, end: -60 },
  { start: -150, end: 75 },
  { start: -60, end: 190 },
  { start: 25, end: 280 },
] as const;

function modulesFor(world: DemoWorld, occupation: OccupationSheet): TrainingModule[] {
  const modules: TrainingModule[] = [];
  const taught = [...occupation.competencies].sort((a, b) =>
    (a.familyId ?? "").localeCompare(b.familyId ?? ""),
  );
  for (let start = 0; start < taught.length; start += COMPETENCIES_A_MODULE) {
    const part = taught.slice(start, start + COMPETENCIES_A_MODULE);
    const family = part[0]?.familyLabel ?? part[0]?.label ?? occupation.label;
    const again = modules.some((module) => module.name === family);
    modules.push({
      id: world.chance.id(),
      name: again ? `${family} (suite)` : family,
      teaches: part.map((one) => ({ competencyId: one.id, level: one.level })),
    });
  }
  return modules;
}

/** Providers with their people, a programme for each occupation in tension, and its sessions. */
export function addTraining(world: DemoWorld): void {
  const { chance } = world;
  const providers: { organisation: OrganisationDocument; trainerIds: string[] }[] = PROVIDERS.map(
    ([name, insee]) => {
      const organisation = addOrganisation(world, { kind: "provider", name, insee });
      const member = (role: "trainer" | "providerAdmin") =>
        addAccount(world, {
          role,
          firstName: chance.pick(FIRST_NAMES),
          lastName: chance.pick(LAST_NAMES),
          organisationId: organisation._id,
        })._id;
      member("providerAdmin");
      return {
        organisation,
        trainerIds: Array.from({ length: TRAINERS_A_PROVIDER }, () => member("trainer")),
      };
    },
  );

  let turn = 0;
  for (const occupation of world.occupations.values()) {
    for (const provider of [providers[turn % providers.length], providers[(turn + 5) % providers.length]]) {
      if (!provider) continue;
      const programme: ProgrammeDocument = {
        _id: chance.id(),
        providerId: provider.organisation._id,
        name: `Titre professionnel — ${occupation.label}`,
        occupationCode: occupation.code,
        modules: modulesFor(world, occupation),
        ...born,
      };
      world.programmes.push(programme);
      for (const run of chance.some(RUNS, 2)) addSession(world, programme, provider, run);
    }
    turn++;
  }
}

function addSession(
  world: DemoWorld,
  programme: ProgrammeDocument,
  provider: { organisation: OrganisationDocument; trainerIds: string[] },
  run: { start: number; end: number },
): void {
  const { chance, today } = world;
  const shift = chance.between(-15, 15);
  const length = run.end - run.start;
  const session: SessionDocument = {
    _id: chance.id(),
    programmeId: programme._id,
    providerId: provider.organisation._id,
    startsOn: addDays(today, run.start + shift),
    endsOn: addDays(today, run.end + shift),
    place: provider.organisation.place as SessionDocument["place"],
    trainerIds: chance.some(provider.trainerIds, 2),
    moduleEnds: programme.modules.map((module, index) => ({
      moduleId: module.id,
      endsOn: addDays(
        today,
        run.start + shift + Math.round((length * (index + 1)) / programme.modules.length),
      ),
    })),
    ...born,
  };
  world.sessions.push(session);
}
