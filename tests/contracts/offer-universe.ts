import type { OfferProfile, OfferQuery } from "@acquis/search-config/offers/offer-profile.ts";
import type { Level } from "@acquis/shared/platform/primitives.schema.ts";
import { CONTRACT_KINDS } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { wordsOf } from "@acquis/shared/referential/text.rules.ts";
import fc from "fast-check";
import { person } from "./candidate-builders.ts";
import { CAEN, FAMILIES, profileArbitrary } from "./candidate-universe.ts";

export const OFFER_DAY = "2026-11-21";
const COMPETENCIES = Object.keys(FAMILIES);
const PLACES = [
  CAEN,
  { lat: 49.2764, lng: -0.7024, area: "200069508" },
  { lat: 49.4431, lng: 1.0993, area: "200023414" },
  { lat: 49.4944, lng: 0.1079, area: "200084952" },
  { lat: 49.4944, lng: 0.1079, area: "ODD" },
];
const DAYS = [
  "2026-08-01",
  "2026-10-20",
  "2026-10-21",
  "2026-11-13",
  "2026-11-14",
  "2026-11-20",
  "2026-11-21",
];
const NEEDED = ["2026-11-30", "2027-01-15", "2027-06-30"];
const WORDS = wordsOf(
  "soudeur soudeuse soudure cariste CACES chariot conducteur poids lourd PL aide soignante AS cuisine chaudronnier",
);
const TYPED = [
  "soud",
  "soudur",
  "caces",
  "conducteur de chariot",
  "pl",
  "aide-soignant",
  "cuisnie",
  "zzz",
  "de",
  "a",
];

export function offer(id: string, more: Partial<OfferProfile> = {}): OfferProfile {
  return {
    id,
    essential: [{ competencyId: "weld-mig", level: 1, familyId: "metal" }],
    useful: [],
    neededBy: "2027-01-15",
    place: CAEN,
    contract: "permanent",
    occupation: "H2913",
    publishedOn: OFFER_DAY,
    words: [],
    ...more,
  };
}

export function offerQuery(more: Partial<OfferQuery> = {}): OfferQuery {
  return { near: CAEN, sort: "match", person: person("me"), today: OFFER_DAY, ...more };
}

const asked = fc.record({
  competencyId: fc.constantFrom(...COMPETENCIES),
  level: fc.constantFrom<Level>(1, 2, 3, 4),
});

export const offersArbitrary: fc.Arbitrary<OfferProfile[]> = fc.uniqueArray(
  fc
    .record({
      id: fc.oneof(
        fc.integer({ min: 0, max: 40 }).map((number) => `offer-${number}`),
        fc.constantFrom("Offer.A", "offer_a", "OFFER:1", "Z9"),
      ),
      asked: fc.uniqueArray(asked, { minLength: 1, maxLength: 8, selector: (one) => one.competencyId }),
      split: fc.integer({ min: 1, max: 6 }),
      neededBy: fc.constantFrom(...NEEDED),
      place: fc.constantFrom(...PLACES),
      contract: fc.constantFrom(...CONTRACT_KINDS),
      occupation: fc.option(fc.constantFrom("H2913", "K1302", "N1101")),
      publishedOn: fc.constantFrom(...DAYS),
      words: fc.uniqueArray(fc.constantFrom(...WORDS), { maxLength: 5 }),
    })
    .map(({ asked: all, split, ...rest }) => ({
      ...rest,
      essential: all.slice(0, split).map((one) => ({ ...one, familyId: FAMILIES[one.competencyId] ?? null })),
      useful: all.slice(split),
    })),
  { maxLength: 30, selector: (one) => one.id },
);

const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 });

export const offerQueryArbitrary: fc.Arbitrary<OfferQuery> = fc.record({
  text: some(fc.constantFrom(...TYPED)),
  contracts: some(fc.uniqueArray(fc.constantFrom(...CONTRACT_KINDS), { maxLength: 2 })),
  areas: some(fc.uniqueArray(fc.constantFrom(...PLACES.map((place) => place.area)), { maxLength: 2 })),
  occupations: some(fc.uniqueArray(fc.constantFrom("H2913", "K1302", "none"), { maxLength: 2 })),
  neededBefore: some(fc.constantFrom(...NEEDED)),
  publishedSince: some(fc.constantFrom("day", "week", "month")),
  near: fc.option(fc.constantFrom(...PLACES.map(({ lat, lng }) => ({ lat, lng })))),
  maxDistanceKm: some(fc.constantFrom(5, 30, 120)),
  sort: fc.constantFrom("match", "date", "distance"),
  person: profileArbitrary(fc.constant("me")),
  today: fc.constantFrom(OFFER_DAY, "2026-11-22"),
});
