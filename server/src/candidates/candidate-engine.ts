import type { CandidateFacets } from "@acquis/search-config/candidates/facets.ts";
import type { Counts, Verdict } from "@acquis/shared/candidates/candidate.schema.ts";
import type { CandidateProfile, CandidateQuery } from "@acquis/shared/candidates/candidate-profile.ts";
import type { Explanations } from "@acquis/shared/candidates/explanation.rules.ts";
import type { Month } from "@acquis/shared/platform/primitives.schema.ts";

/** One person of a page: why they are there, and how far (`step` of 10 km, see distance.rules). */
export interface CandidateHit {
  id: string;
  counts: Counts;
  essential: Verdict[];
  useful: Verdict[];
  /** All that a page says of the verdicts, so that no evidence is read to show it. */
  explanation: Explanations;
  step: number;
}

/** A page of the ranking; `total` and `allReady` count everybody shown, facets are null when not asked. */
export interface CandidateAnswer {
  total: number;
  allReady: number;
  hits: CandidateHit[];
  facets: CandidateFacets | null;
}

/** A standing to count people by, at level 1 or more: held (proven or not), proven, or promised for a month. */
export type CandidateCondition =
  | { standing: "held" | "proven"; competencyId: string }
  | { standing: "upcoming"; competencyId: string; month: Month };

export interface EngineHealth {
  engine: "embedded" | "meilisearch";
  ok: boolean;
  /** People that can be found; null when the engine does not answer. */
  people: number | null;
  /** Why it is not ok, for the health page. */
  detail: string | null;
}

/**
 * Port: finds people in exactly the order of `rankCandidates` (shared/candidates/ranking.rules.ts). What is put
 * or removed is seen by searches that start after the promise is kept. Errors: search_unavailable; DocumentsRefused
 * by `put`, which took the others.
 */
export interface CandidateEngine {
  /** True when people stay through a restart: only what changed since has to be put. */
  readonly remembers: boolean;
  /** Adds people or replaces them whole. */
  put(profiles: readonly CandidateProfile[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** `page` counts from 1; beyond the end a page is empty and the counts are still right. */
  search(
    query: CandidateQuery,
    page: number,
    pageSize: number,
    options?: { facets?: boolean; signal?: AbortSignal },
  ): Promise<CandidateAnswer>;
  /** One person by the same rule, filters aside; null when they are not in the search. */
  judgeOne(id: string, query: CandidateQuery): Promise<CandidateHit | null>;
  /** How many people meet each condition, in the order given. */
  count(conditions: readonly CandidateCondition[]): Promise<number[]>;
  size(): Promise<number>;
  health(): Promise<EngineHealth>;
  close(): Promise<void>;
}
