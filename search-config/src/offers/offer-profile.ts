import type { CandidateProfile, CandidateQuery } from "@acquis/shared/candidates/candidate-profile.ts";
import type { OfferSort, PublishedSince } from "@acquis/shared/offers/offer.schema.ts";
import type { Day } from "@acquis/shared/platform/primitives.schema.ts";
import type { ContractKind } from "@acquis/shared/portfolio/portfolio.schema.ts";
import type { FacetBucket } from "../candidates/facets.ts";

/** What the search knows of an open offer: the projection that every engine is given. */
export interface OfferProfile {
  id: string;
  /** As the rule of candidates is asked, families resolved. */
  essential: CandidateQuery["essential"];
  useful: CandidateQuery["useful"];
  neededBy: Day;
  /** Centre of the commune in degrees, and EPCI code. */
  place: { lat: number; lng: number; area: string };
  contract: ContractKind;
  occupation: string | null;
  publishedOn: Day;
  /** Folded, distinct words of what may be searched by text: title, occupation, company, competencies, description. */
  words: string[];
}

/** A search of offers as engines take it. */
export interface OfferQuery {
  text?: string | undefined;
  contracts?: ContractKind[] | undefined;
  areas?: string[] | undefined;
  occupations?: string[] | undefined;
  /** Offers needed on that day or before. */
  neededBefore?: Day | undefined;
  publishedSince?: PublishedSince | undefined;
  /** Where "near" is measured from, degrees; null when unknown. */
  near: { lat: number; lng: number } | null;
  /** Keeps offers within that distance of `near`; none when it is unknown. */
  maxDistanceKm?: number | undefined;
  sort: OfferSort;
  /** Whose counts order the offers, with `sort: "match"`. */
  person: CandidateProfile;
  today: Day;
}

/** How many of the offers found there are by value, every filter applied. */
export interface OfferFacets {
  contracts: FacetBucket[];
  areas: FacetBucket[];
  occupations: FacetBucket[];
  /** Each offer in the narrowest period that holds it: within a day, a week, a month, or `older`. */
  published: FacetBucket[];
}

export interface OfferAnswer {
  total: number;
  /** The page, in order. */
  ids: string[];
  facets: OfferFacets;
}
