import {
  CANDIDATE_VERSION,
  type CandidateDocument,
  documentId,
  levelToken,
  profileOf,
  promiseToken,
  toCandidateDocument,
} from "@acquis/search-config/candidates/candidate-document.ts";
import {
  type PlannedSearch,
  planPage,
  type SearchAnswer,
} from "@acquis/search-config/candidates/plan/plan-page.ts";
import { EVERYBODY, oneOf } from "@acquis/search-config/filters/filter-tree.ts";
import { candidatesIndex } from "@acquis/search-config/settings/indexes.ts";
import type { CandidateProfile, CandidateQuery } from "@acquis/shared/candidates/candidate-profile.ts";
import { DocumentsRefused } from "../../platform/search/documents-refused.ts";
import { IndexClient, type IndexClientOptions } from "../../platform/search/meilisearch/index-client.ts";
import type {
  CandidateAnswer,
  CandidateCondition,
  CandidateEngine,
  CandidateHit,
  EngineHealth,
} from "../candidate-engine.ts";
import { hitOf } from "../hit-of.ts";
import { RememberedFacts } from "./index-facts.ts";

export interface MeilisearchEngineOptions extends IndexClientOptions {
  /** Told of each multi-search of a page: how many people it fetched. What is known of words and places is read apart. */
  onRound?: (fetched: number) => void;
}

const COUNTED_AT_ONCE = 200;

/** The engine on a Meilisearch server: the same answers as the pure rule, through filters and counts. */
class MeilisearchCandidateEngine implements CandidateEngine {
  readonly remembers = true;
  readonly #index: IndexClient<CandidateDocument>;
  readonly #onRound: MeilisearchEngineOptions["onRound"];
  readonly #facts: RememberedFacts;

  constructor(options: MeilisearchEngineOptions) {
    this.#onRound = options.onRound;
    this.#index = new IndexClient(options, candidatesIndex, ["profile"]);
    this.#facts = new RememberedFacts(async () => {
      const search = { filter: EVERYBODY, facets: ["words", "place"], fetch: 0 };
      return (await this.#ask([search]))[0]?.facets ?? {};
    });
  }

  async put(profiles: readonly CandidateProfile[]): Promise<void> {
    if (profiles.length === 0) return;
    this.#facts.learn(profiles);
    // The last word on a person, as one task cannot hold two.
    const people = new Map(profiles.map((profile) => [documentId(profile.id), profile]));
    const refused = await this.#index.push([...people.values()].map(toCandidateDocument));
    if (refused.length > 0)
      throw new DocumentsRefused(refused.map(({ id, reason }) => ({ id: people.get(id)?.id ?? id, reason })));
  }

  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#index.remove(ids.map(documentId));
  }

  async search(
    query: CandidateQuery,
    page: number,
    pageSize: number,
    { facets = false, signal }: { facets?: boolean; signal?: AbortSignal } = {},
  ): Promise<CandidateAnswer> {
    signal?.throwIfAborted();
    if (query.text || query.maxDistanceKm !== undefined) await this.#facts.ready();
    const plan = planPage(query, page, pageSize, facets, this.#facts);
    let step = plan.next();
    while (!step.done) {
      const answers = await this.#ask(step.value, signal);
      this.#onRound?.(answers.reduce((sum, answer) => sum + answer.people.length, 0));
      step = plan.next(answers);
    }
    const { hits, ...counts } = step.value;
    return {
      ...counts,
      hits: hits.map(({ id, counts: own, essential, useful, explanation, step: away }) => ({
        id,
        counts: own,
        essential,
        useful,
        explanation,
        step: away,
      })),
    };
  }

  async judgeOne(id: string, query: CandidateQuery): Promise<CandidateHit | null> {
    const document = await this.#index.read(documentId(id));
    return document ? hitOf(profileOf(document), query) : null;
  }

  async count(conditions: readonly CandidateCondition[]): Promise<number[]> {
    const counts: number[] = [];
    for (let at = 0; at < conditions.length; at += COUNTED_AT_ONCE) {
      const searches = conditions.slice(at, at + COUNTED_AT_ONCE).map((condition) => ({
        filter:
          condition.standing === "upcoming"
            ? oneOf("upcoming", [promiseToken(condition.competencyId, 1, condition.month)])
            : oneOf(condition.standing, [levelToken(condition.competencyId, 1)]),
        facets: [],
        fetch: 0,
      }));
      for (const answer of await this.#ask(searches)) counts.push(answer.total);
    }
    return counts;
  }

  async size(): Promise<number> {
    return (await this.#ask([{ filter: EVERYBODY, facets: [], fetch: 0 }]))[0]?.total ?? 0;
  }

  async health(): Promise<EngineHealth> {
    const { documents, ...health } = await this.#index.health(() => this.size(), CANDIDATE_VERSION);
    return { engine: "meilisearch", people: documents, ...health };
  }

  async close(): Promise<void> {}

  async #ask(searches: readonly PlannedSearch[], signal?: AbortSignal): Promise<SearchAnswer[]> {
    return (await this.#index.ask(searches, signal)).map(({ documents, ...counts }) => ({
      ...counts,
      people: documents.map(profileOf),
    }));
  }
}

export function createMeilisearchCandidateEngine(options: MeilisearchEngineOptions): CandidateEngine {
  return new MeilisearchCandidateEngine(options);
}
