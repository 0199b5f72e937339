import {
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
import { EVERYBODY, oneOf, toMeilisearch } from "@acquis/search-config/filters/filter-tree.ts";
import { candidatesIndex } from "@acquis/search-config/settings/indexes.ts";
import type { CandidateProfile, CandidateQuery } from "@acquis/shared/candidates/candidate-profile.ts";
import { distanceStep } from "@acquis/shared/candidates/distance.rules.ts";
import { explain } from "@acquis/shared/candidates/explanation.rules.ts";
import { judge } from "@acquis/shared/candidates/ranking.rules.ts";
import { type Meilisearch, MeilisearchApiError } from "meilisearch";
import { DocumentsRefused } from "../../platform/search/documents-refused.ts";
import {
  connectMeilisearch,
  type MeilisearchAddress,
  searchSignal,
  settled,
  unavailable,
} from "../../platform/search/meilisearch/connection.ts";
import { applySettings } from "../../platform/search/meilisearch/index-upkeep.ts";
import { pushDocuments } from "../../platform/search/meilisearch/push-documents.ts";
import { ensureServerKey } from "../../platform/search/meilisearch/server-key.ts";
import type {
  CandidateAnswer,
  CandidateCondition,
  CandidateEngine,
  CandidateHit,
  EngineHealth,
} from "../candidate-engine.ts";
import { RememberedFacts } from "./index-facts.ts";

export interface MeilisearchEngineOptions extends MeilisearchAddress {
  /** Before the names of indexes, for tests and for several products on one server. */
  prefix?: string;
  /** Told of each multi-search: how many people it fetched. */
  onRound?: (fetched: number) => void;
}

const COUNTED_AT_ONCE = 200;

/** The engine on a Meilisearch server: the same answers as the pure rule, through filters and counts. */
class MeilisearchCandidateEngine implements CandidateEngine {
  readonly remembers = true;
  readonly #uid: string;
  readonly #options: MeilisearchEngineOptions;
  readonly #facts: RememberedFacts;
  #client: Promise<Meilisearch> | null = null;

  constructor(options: MeilisearchEngineOptions) {
    this.#options = options;
    this.#uid = `${options.prefix ?? ""}${candidatesIndex.uid}`;
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
    const documents = [...people.values()].map(toCandidateDocument);
    const client = await this.#connected();
    const refused = await this.#orUnavailable(pushDocuments(client, this.#uid, documents));
    if (refused.length > 0)
      throw new DocumentsRefused(
        refused.map(({ id, reason }) => ({ id: people.get(id)?.id ?? id, reason })),
      );
  }

  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const client = await this.#connected();
    await this.#orUnavailable(
      settled(client, () => client.index(this.#uid).deleteDocuments(ids.map(documentId))),
    );
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
    while (!step.done) step = plan.next(await this.#ask(step.value, signal));
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
    const client = await this.#connected();
    try {
      const document = await client.index<CandidateDocument>(this.#uid).getDocument(documentId(id));
      const profile = profileOf(document as CandidateDocument);
      const judgement = judge(profile, query);
      return {
        id: profile.id,
        ...judgement,
        explanation: explain(profile, query, judgement),
        step: distanceStep(profile.place, query.place),
      };
    } catch (error) {
      if (error instanceof MeilisearchApiError && error.cause?.code === "document_not_found") return null;
      throw unavailable(error);
    }
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
    try {
      return { engine: "meilisearch", ok: true, people: await this.size(), detail: null };
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      const detail = cause instanceof Error ? cause.message : String(cause);
      return { engine: "meilisearch", ok: false, people: null, detail };
    }
  }

  async close(): Promise<void> {}

  /**
   * With a key that may make keys, the server readies its index and makes itself a limited key, and uses no other
   * from then on. With a limited key, `search:apply` has done so before.
   */
  #connected(): Promise<Meilisearch> {
    this.#client ??= this.#connect().catch((error) => {
      this.#client = null;
      throw unavailable(error);
    });
    return this.#client;
  }

  async #connect(): Promise<Meilisearch> {
    const given = connectMeilisearch(this.#options);
    const limited = await ensureServerKey(given, [`${this.#uid}*`]);
    if (limited === null) return given;
    await applySettings(given, { ...candidatesIndex, uid: this.#uid });
    return connectMeilisearch({ url: this.#options.url, apiKey: limited });
  }

  async #orUnavailable<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      throw unavailable(error);
    }
  }

  async #ask(searches: readonly PlannedSearch[], signal?: AbortSignal): Promise<SearchAnswer[]> {
    const client = await this.#connected();
    const queries = searches.map(({ filter, facets, fetch }) => {
      const written = toMeilisearch(filter);
      return {
        indexUid: this.#uid,
        q: "",
        page: 1,
        hitsPerPage: fetch,
        attributesToRetrieve: ["profile"],
        ...(written === null ? {} : { filter: written }),
        ...(facets.length === 0 ? {} : { facets: [...facets] }),
      };
    });
    try {
      const { results } = await client.multiSearch({ queries }, { signal: searchSignal(signal) });
      const answers = results.map((result) => ({
        total: result.totalHits ?? 0,
        facets: result.facetDistribution ?? {},
        people: result.hits.map((hit) => profileOf(hit as unknown as CandidateDocument)),
      }));
      this.#options.onRound?.(answers.reduce((sum, answer) => sum + answer.people.length, 0));
      return answers;
    } catch (error) {
      throw unavailable(error, signal);
    }
  }
}

export function createMeilisearchCandidateEngine(options: MeilisearchEngineOptions): CandidateEngine {
  return new MeilisearchCandidateEngine(options);
}
