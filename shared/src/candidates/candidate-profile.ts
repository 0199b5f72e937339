import type { Day, Level, Month } from "../platform/primitives.schema.ts";
import type { ContractKind } from "../portfolio/portfolio.schema.ts";

/** What the search knows of a person: the projection of a portfolio that every engine is given. */
export interface CandidateProfile {
  id: string;
  /** Competency → level acquired, proven or not. */
  held: Record<string, Level>;
  /** Competency → level proven; never above `held`. */
  proven: Record<string, Level>;
  /** Promises, the first expected first for a competency; `from` is the programme that teaches it. */
  upcoming: { competencyId: string; level: Level; month: Month; from: string }[];
  /** Families (ids) in which something is acquired → the competencies acquired there, sorted by id. */
  families: Record<string, string[]>;
  /** Centre of the commune, degrees, and EPCI code; null when no place is given. */
  place: { lat: number; lng: number; area: string } | null;
  availableFrom: Day | null;
  /** Never empty: somebody without a preference takes any contract. */
  contracts: ContractKind[];
  /** Codes of the occupations sought. */
  occupations: string[];
  /** Folded, distinct words of what may be searched by text: occupations sought, experience titles, training. */
  words: string[];
}

/** A search as engines take it: resolved, with nothing left to look up. */
export interface CandidateQuery {
  essential: { competencyId: string; level: Level; familyId: string | null }[];
  useful: { competencyId: string; level: Level }[];
  neededBy: Month;
  /** Place of work, degrees. */
  place: { lat: number; lng: number } | null;
  maxDistanceKm?: number | undefined;
  contracts?: ContractKind[] | undefined;
  availableBy?: Day | undefined;
  occupations?: string[] | undefined;
  areas?: string[] | undefined;
  text?: string | undefined;
  /** The day the question is asked: promises before its month are void, and it turns the rotation. */
  today: Day;
}
