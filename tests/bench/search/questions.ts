import type { CandidateQuery } from "@acquis/shared/candidates/candidate-profile.ts";
import { addDays, addMonths, monthOf } from "@acquis/shared/platform/dates.ts";
import type { Day, Level } from "@acquis/shared/platform/primitives.schema.ts";
import { CONTRACT_KINDS } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { wordsOf } from "@acquis/shared/referential/text.rules.ts";
import { occupationDraw } from "./people.ts";
import { Random, weighted } from "./random.ts";
import type { RomeWorld } from "./rome-world.ts";

export interface Question {
  query: CandidateQuery;
  /** Commune of the place of work: what the API is asked with. */
  insee: string | null;
  page: number;
  pageSize: number;
}

const LEVELS: readonly Level[] = [1, 1, 1, 1, 2, 2, 2, 3, 3, 4];

/** Part of a word, a word with a letter missing, or the word. */
function typed(random: Random, label: string): string {
  const words = wordsOf(label).filter((word) => word.length > 3);
  if (words.length === 0) return label;
  const word = random.one(words);
  const draw = random.unit();
  if (draw < 0.4) return word.slice(0, Math.max(3, word.length - random.whole(1, 4)));
  if (draw < 0.6) return word.slice(0, 2) + word.slice(3);
  return draw < 0.8 ? `${random.one(words)} ${word}` : word;
}

/** Questions as employers ask them: within an occupation, with any filter now and then, and some deep pages. */
export function createQuestions(
  world: RomeWorld,
  today: Day,
  people: number,
  count: number,
  seed = 1,
): Question[] {
  const random = new Random(seed, 99);
  const drawOccupation = occupationDraw(world);
  const drawCommune = weighted(world.communes, (commune) => commune.population);
  const areas = [...new Set(world.communes.map((commune) => commune.place.area))];
  return Array.from({ length: count }, () => {
    // As many common trades as rare ones.
    const occupation = random.chance(0.5) ? drawOccupation(random) : random.one(world.occupations);
    const pool = [
      ...random.some(occupation.competencyIds, 14),
      ...(random.chance(0.25) ? random.some(world.transversal, 2) : []),
    ];
    const asked = random.some(pool, 14).map((competencyId) => ({ competencyId, level: random.one(LEVELS) }));
    const essential = asked.slice(0, random.whole(1, 6));
    const commune = random.chance(0.8) ? drawCommune(random) : null;
    const pageSize = random.chance(0.8) ? 20 : random.one([1, 10, 50]);
    const deepest = Math.max(1, Math.floor(people / 20 / pageSize));
    const draw = random.unit();
    const page = draw < 0.55 ? 1 : draw < 0.8 ? random.whole(2, 5) : Math.ceil(deepest ** random.unit());
    const query: CandidateQuery = {
      essential: essential.map((one) => ({ ...one, familyId: world.familyOf(one.competencyId) })),
      useful: asked.slice(essential.length, essential.length + random.whole(0, 8)),
      neededBy: addMonths(monthOf(today), random.whole(0, 18)),
      place: commune && { lat: commune.place.lat, lng: commune.place.lng },
      maxDistanceKm: commune && random.chance(0.6) ? random.one([10, 20, 30, 50, 100]) : undefined,
      contracts: random.chance(0.3) ? random.some(CONTRACT_KINDS, random.whole(1, 2)) : undefined,
      availableBy: random.chance(0.25) ? addDays(today, random.whole(0, 150)) : undefined,
      occupations: random.chance(0.15) ? [occupation.code, random.one(world.occupations).code] : undefined,
      areas: random.chance(0.1) ? random.some(areas, random.whole(1, 5)) : undefined,
      text: random.chance(0.15) ? typed(random, occupation.label) : undefined,
      today,
    };
    return { query, insee: commune?.place.insee ?? null, page, pageSize };
  });
}
