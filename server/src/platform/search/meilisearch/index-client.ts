import { type Filter, not, oneOf, toMeilisearch } from "@acquis/search-config/filters/filter-tree.ts";
import type { IndexDefinition } from "@acquis/search-config/settings/index-settings.ts";
import { type Meilisearch, MeilisearchApiError } from "meilisearch";
import type { RefusedDocument } from "../documents-refused.ts";
import {
  connectMeilisearch,
  type MeilisearchAddress,
  searchSignal,
  settled,
  unavailable,
} from "./connection.ts";
import { applySettings } from "./index-upkeep.ts";
import { pushDocuments } from "./push-documents.ts";
import { ensureServerKey } from "./server-key.ts";

export interface IndexClientOptions extends MeilisearchAddress {
  /** Before the names of indexes, for tests and for several products on one server. */
  prefix?: string;
}

/** One search of the index: a filter, counts by facet, and `fetch` documents from the page `page` of that size. */
export interface IndexSearch {
  filter: Filter;
  facets?: readonly string[];
  fetch: number;
  page?: number;
  sort?: readonly string[];
}

export interface IndexAnswer<Document> {
  total: number;
  facets: Readonly<Record<string, Readonly<Record<string, number>>>>;
  documents: Document[];
}

/** How a search engine is; `documents` is null when it does not answer. */
export interface SearchHealth {
  ok: boolean;
  documents: number | null;
  /** Why it is not ok, or what should be done though it is. */
  detail: string | null;
}

/** One index of a Meilisearch server, as the running product uses it. Every failure of the server is search_unavailable. */
export class IndexClient<Document extends { id: string }> {
  readonly uid: string;
  readonly #options: IndexClientOptions;
  readonly #index: IndexDefinition;
  readonly #retrieved: readonly string[];
  #client: Promise<Meilisearch> | null = null;

  constructor(
    options: IndexClientOptions,
    index: IndexDefinition,
    retrieved: readonly (keyof Document & string)[],
  ) {
    this.#options = options;
    this.uid = `${options.prefix ?? []}${index.uid}`;
    this.#index = { ...index, uid: this.uid };
    this.#retrieved = retrieved;
  }

  /** One multi-search. */
  async ask(searches: readonly IndexSearch[], signal?: AbortSignal): Promise<IndexAnswer<Document>[]> {
    const client = await this.connected();
    const queries = searches.map(({ filter, facets = [], fetch, page = 1, sort = [] }) => {
      const written = toMeilisearch(filter);
      return {
        indexUid: this.uid,
        q: "",
        page,
        hitsPerPage: fetch,
        attributesToRetrieve: [...this.#retrieved],
        ...(written === null ? {} : { filter: written }),
        ...(facets.length === 0 ? {} : { facets: [...facets] }),
        ...(sort.length === 0 ? {} : { sort: [...sort] }),
      };
    });
    try {
      const { results } = await client.multiSearch({ queries }, { signal: searchSignal(signal) });
      return results.map((result) => ({
        total: result.totalHits ?? 0,
        facets: result.facetDistribution ?? {},
        documents: result.hits as unknown as Document[],
      }));
    } catch (error) {
      throw unavailable(error, signal);
    }
  }

  /** One document by its id in the index; null when it is not there. */
  async read(id: string): Promise<Document | null> {
    const client = await this.connected();
    try {
      return (await client.index<Document>(this.uid).getDocument(id)) as Document;
    } catch (error) {
      if (error instanceof MeilisearchApiError && error.cause?.code === "document_not_found") return null;
      throw unavailable(error);
    }
  }

  /** Writes documents whole; answers those refused, the others are in. */
  push(documents: readonly Document[]): Promise<RefusedDocument[]> {
    return this.#orUnavailable((client) => pushDocuments(client, this.uid, documents));
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.#orUnavailable((client) =>
      settled(client, () => client.index(this.uid).deleteDocuments([...ids])),
    );
  }

  async removeAll(filter: Filter): Promise<void> {
    await this.#orUnavailable((client) =>
      settled(client, () => client.index(this.uid).deleteDocuments({ filter: toMeilisearch(filter) ?? [] })),
    );
  }

  /** `version`: of the documents this program makes; others answer until they are made again, some of them wrongly. */
  async health(size: () => Promise<number>, version: number): Promise<SearchHealth> {
    try {
      const documents = await size();
      const [stale] = await this.ask([{ filter: not(oneOf("version", [version])), fetch: 0 }]);
      const detail = stale?.total ? `made by another version: ${stale.total} (npm run search:apply)` : null;
      return { ok: true, documents, detail };
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      const detail = cause instanceof Error ? cause.message : String(cause);
      return { ok: false, documents: null, detail };
    }
  }

  /**
   * With a key that may make keys, the server readies its index and makes itself a limited key, and uses no other
   * from then on. With a limited key, `search:apply` has done so before.
   */
  connected(): Promise<Meilisearch> {
    this.#client ??= this.#connect().catch((error) => {
      this.#client = null;
      throw unavailable(error);
    });
    return this.#client;
  }

  async #connect(): Promise<Meilisearch> {
    const given = connectMeilisearch(this.#options);
    const limited = await ensureServerKey(given, [`${this.uid}*`]);
    if (limited === null) return given;
    await applySettings(given, this.#index);
    return connectMeilisearch({ url: this.#options.url, apiKey: limited });
  }

  async #orUnavailable<T>(work: (client: Meilisearch) => Promise<T>): Promise<T> {
    const client = await this.connected();
    try {
      return await work(client);
    } catch (error) {
      throw unavailable(error);
    }
  }
}
