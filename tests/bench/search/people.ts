import type { ProjectedPortfolio } from "@acquis/search-config/candidates/project-candidate.ts";
import { addDays } from "@acquis/shared/platform/dates.ts";
import type { Day, Level } from "@acquis/shared/platform/primitives.schema.ts";
import type { Evidence } from "@acquis/shared/portfolio/evidence.schema.ts";
import { CONTRACT_KINDS } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { Random, weighted } from "./random.ts";
import type { RomeWorld } from "./rome-world.ts";

type Occupation = RomeWorld["occupations"][number];

/** Levels as people have them: most apply or are autonomous. */
const LEVELS: readonly Level[] = [1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4];

function personId(number: number): string {
  return `bench-${String(number).padStart(7, "0")}`;
}

export function numberOf(id: string): number {
  return Number(id.slice("bench-".length));
}

/** Trades are unequally common: a few occupations have a large part of the people. */
export function occupationDraw(world: RomeWorld): (random: Random) => Occupation {
  const order = new Random(532);
  const shuffled = order.some(world.occupations, world.occupations.length);
  return weighted(shuffled, (_, rank) => 1 / (rank + 12));
}

/**
 * People by number, each made anew from their own seed: 1 to 3 occupations, a share of their competencies held,
 * some proven, four in ten in training over the next 18 months, a commune by its population, preferences.
 */
export function createPeople(world: RomeWorld, today: Day): (number: number) => ProjectedPortfolio {
  const drawOccupation = occupationDraw(world);
  const drawCommune = weighted(world.communes, (commune) => commune.population);

  return (number) => {
    const random = new Random(number, 7);
    const first = drawOccupation(random);
    const near = world.occupations.filter((one) => one.code[0] === first.code[0]);
    const occupations = [first];
    while (occupations.length < 3 && random.chance(0.4))
      occupations.push(random.chance(0.6) ? random.one(near) : drawOccupation(random));
    const evidence: Evidence[] = [];
    const add = (
      competencyId: string,
      kind: Evidence["kind"],
      level: Level,
      expectedOn: Day | null = null,
    ) => {
      evidence.push({
        id: `${number}-${evidence.length}`,
        competencyId,
        kind,
        level,
        addedOn: addDays(today, -random.whole(0, 700)),
        by:
          kind === "declaration"
            ? null
            : { id: "t1", name: "A", organisation: "GRETA", organisationId: null },
        comment: "",
        context: "",
        observedOn: null,
        experienceId: null,
        training:
          expectedOn === null
            ? null
            : {
                enrolmentId: `e${number}`,
                moduleId: `m${evidence.length % 5}`,
                programmeName: first.label,
                moduleName: "Module",
                providerName: "GRETA",
                expectedOn,
              },
        withdrawal: null,
        answer: null,
      });
    };
    for (const occupation of occupations)
      for (const id of random.some(
        occupation.competencyIds,
        Math.ceil(occupation.competencyIds.length * (0.15 + 0.5 * random.unit())),
      )) {
        const level = random.one(LEVELS);
        add(id, "declaration", level);
        if (random.chance(0.3)) add(id, random.chance(0.8) ? "attestation" : "badge", random.one(LEVELS));
      }
    for (const id of random.some(world.transversal, random.whole(0, 4)))
      add(id, "declaration", random.one(LEVELS));
    if (random.chance(0.4))
      for (const id of random.some(random.one(occupations).competencyIds, random.whole(3, 10)))
        add(id, "training", random.one(LEVELS), addDays(today, random.whole(-40, 540)));
    return {
      id: personId(number),
      evidence,
      experiences: occupations.map((one) => ({
        title: random.one(one.titles.length ? one.titles : [one.label]),
      })),
      preferences: {
        place: random.chance(0.97) ? drawCommune(random).place : null,
        radiusKm: random.whole(5, 60),
        availableFrom: random.chance(0.5) ? addDays(today, random.whole(-60, 200)) : null,
        contracts: random.chance(0.4) ? [] : random.some(CONTRACT_KINDS, random.whole(1, 3)),
        occupations: occupations.map(({ code, label }) => ({ code, label })),
      },
      visibility: random.chance(0.03) ? "private" : random.chance(0.3) ? "named" : "anonymous",
    };
  };
}
