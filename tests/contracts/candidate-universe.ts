import type { CandidateProfile, CandidateQuery } from "@acquis/shared/candidates/candidate-profile.ts";
import type { Level } from "@acquis/shared/platform/primitives.schema.ts";
import { CONTRACT_KINDS } from "@acquis/shared/portfolio/portfolio.schema.ts";
import fc from "fast-check";

/** A small world: eleven competencies in three families (two have none), so that everything collides. */
export const FAMILIES: Record<string, string | null> = {
  "weld-mig": "metal",
  "weld-tig": "metal",
  "read-plan": "metal",
  "cut-sheet": "metal",
  "cook-fish": "kitchen",
  "cook-meat": "kitchen",
  plate: "kitchen",
  "move-person": "care",
  "wash-person": "care",
  forklift: null,
  "speak-english": null,
};
const COMPETENCIES = Object.keys(FAMILIES);
const FAMILY_NAMES = ["metal", "kitchen", "care"];
export const CAEN = { lat: 49.1829, lng: -0.3707, area: "200065597" };
const PLACES = [
  CAEN,
  { lat: 49.2764, lng: -0.7024, area: "200069508" },
  { lat: 49.4431, lng: 1.0993, area: "200023414" },
  { lat: 49.4944, lng: 0.1079, area: "200084952" },
  { lat: 48.4329, lng: 0.0912, area: "200065951" },
  { lat: 49.6337, lng: -1.6222, area: "200067205" },
];
const MONTHS = ["2026-08", "2026-11", "2026-12", "2027-01", "2027-02", "2027-06", "2028-03"];
const TODAYS = ["2026-11-21", "2026-12-01", "2027-01-15"];
const DAYS = [
  "2026-10-01",
  "2026-11-21",
  "2026-11-22",
  "2026-12-22",
  "2027-01-15",
  "2027-02-21",
  "2027-09-01",
];
const OCCUPATIONS = ["H2913", "G1602", "K1302", "N1101", "K1304", "H2914", "A1416"];
const WORDS = [
  "soudage",
  "soudeur",
  "cuisine",
  "cuisinier",
  "aide",
  "soignant",
  "2024",
  "agricole",
  "mareyage",
  "a",
];
const TEXTS = [
  "soud",
  "soudeur",
  "soudur",
  "cuisiner",
  "aide soi",
  "soignant aide",
  "!!",
  "agriclo",
  "x",
  "2024",
  "a",
];

const level = fc.constantFrom<Level>(1, 2, 3, 4);
const levels = fc.dictionary(fc.constantFrom(...COMPETENCIES), level, { maxKeys: 6, noNullPrototype: true });

/** Profiles as projections make them: families follow what is held, proven never above it. */
export const profileArbitrary = (id: fc.Arbitrary<string>): fc.Arbitrary<CandidateProfile> =>
  fc
    .record({
      id,
      held: levels,
      proofs: levels,
      upcoming: fc.array(
        fc.record({
          competencyId: fc.constantFrom(...COMPETENCIES),
          level,
          month: fc.constantFrom(...MONTHS),
          from: fc.constantFrom("Titre Soudeur", "CAP Cuisine", ""),
        }),
        { maxLength: 4 },
      ),
      place: fc.option(fc.constantFrom(...PLACES), { freq: 6 }),
      availableFrom: fc.option(fc.constantFrom(...DAYS)),
      contracts: fc.uniqueArray(fc.constantFrom(...CONTRACT_KINDS), { minLength: 1, maxLength: 3 }),
      occupations: fc.uniqueArray(fc.constantFrom(...OCCUPATIONS), { maxLength: 7 }),
      words: fc.uniqueArray(fc.constantFrom(...WORDS), { maxLength: 4 }),
    })
    .map(({ proofs, ...profile }) => {
      const proven: Record<string, Level> = {};
      const families: Record<string, string[]> = {};
      for (const [competency, held] of Object.entries(profile.held)) {
        const proof = proofs[competency];
        if (proof) proven[competency] = Math.min(held, proof) as Level;
        const family = FAMILIES[competency];
        if (family) families[family] = [...(families[family] ?? []), competency].sort();
      }
      return { ...profile, proven, families };
    });

export const idArbitrary = fc.integer({ min: 0, max: 60 }).map((number) => `person-${number}`);

export const queryArbitrary: fc.Arbitrary<CandidateQuery> = fc
  .record({
    asked: fc.uniqueArray(
      fc.record({ competencyId: fc.constantFrom(...COMPETENCIES, "nobody-has-it"), level }),
      { minLength: 1, maxLength: 11, selector: (one) => one.competencyId },
    ),
    split: fc.integer({ min: 1, max: 6 }),
    strayFamily: fc.option(fc.constantFrom(...FAMILY_NAMES), { freq: 8 }),
    neededBy: fc.constantFrom(...MONTHS),
    today: fc.constantFrom(...TODAYS),
    place: fc.option(fc.constantFrom(...PLACES.map(({ lat, lng }) => ({ lat, lng })))),
    maxDistanceKm: fc.option(fc.constantFrom(5, 20, 50, 120), { nil: undefined }),
    contracts: fc.option(fc.uniqueArray(fc.constantFrom(...CONTRACT_KINDS), { maxLength: 2 }), {
      nil: undefined,
      freq: 3,
    }),
    availableBy: fc.option(fc.constantFrom(...DAYS), { nil: undefined, freq: 3 }),
    occupations: fc.option(fc.uniqueArray(fc.constantFrom(...OCCUPATIONS, "none"), { maxLength: 2 }), {
      nil: undefined,
      freq: 3,
    }),
    areas: fc.option(
      fc.uniqueArray(fc.constantFrom(...PLACES.map((place) => place.area)), { maxLength: 2 }),
      {
        nil: undefined,
        freq: 3,
      },
    ),
    text: fc.option(fc.constantFrom(...TEXTS), { nil: undefined, freq: 3 }),
  })
  .map(({ asked, split, strayFamily, ...query }) => ({
    ...query,
    essential: asked
      .slice(0, split)
      // Families may have changed since profiles were projected: engines must follow the profiles.
      .map((one, at) => ({
        ...one,
        familyId: at === 0 && strayFamily ? strayFamily : (FAMILIES[one.competencyId] ?? null),
      })),
    useful: asked.slice(split, split + 8),
  }));

export const pageArbitrary = fc.record({
  page: fc.integer({ min: 1, max: 8 }),
  pageSize: fc.constantFrom(1, 3, 10, 50),
});

/** Twenty people or more, the same at each run. */
export const twentyPeople: CandidateProfile[] =
  fc.sample(fc.uniqueArray(profileArbitrary(idArbitrary), { minLength: 20, selector: (one) => one.id }), {
    seed: 7,
    numRuns: 1,
  })[0] ?? [];

/** Who drives a forklift by January 2027. */
export const forkliftQuery: CandidateQuery = {
  essential: [{ competencyId: "forklift", level: 1, familyId: null }],
  useful: [],
  neededBy: "2027-01",
  place: null,
  today: "2026-11-21",
};
