import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { readFilter, type Written } from "./meilisearch-filter.ts";

type Document = Record<string, unknown> & { id: string };
interface Index {
  documents: Map<string, Document>;
  settings: Record<string, unknown>;
}
interface Query {
  indexUid: string;
  filter?: Written;
  facets?: string[];
  hitsPerPage: number;
  page?: number;
  sort?: string[];
}

/**
 * The few routes of Meilisearch that the product uses, as its documentation tells them, on plain arrays: filter
 * strings are parsed and facets compared without case. It proves our half of the conversation, not the other;
 * the suites run on a real server when MEILI_URL and MEILI_MASTER_KEY are set.
 */
export class MeilisearchDouble {
  readonly requests: {
    method: string;
    url: string;
    encoding: string | undefined;
    port: number | undefined;
  }[] = [];
  readonly indexes = new Map<string, Index>();
  readonly keys: { uid: string; name: string; key: string; actions: string[]; indexes: string[] }[] = [];
  /** Answers this status to everything, once for each. */
  failures: number[] = [];
  /** Id of a document no task accepts. */
  refusedId: string | null = null;
  delayMs = 0;
  /** Requests whose sender left before the answer. */
  abandoned = 0;
  readonly #tasks = new Map<number, object>();
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      this.#handle(request, response).catch((error) => this.#send(response, 500, { message: String(error) }));
    });
  }

  /** On a free port, or on the one it had when it stops and comes back with all it knew. */
  async listen(port = 0): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(port, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.once("close", () => {
      if (!response.writableEnded) this.abandoned++;
    });
    // A letter may come in two parts.
    request.setEncoding("utf8");
    let text = "";
    for await (const chunk of request) text += chunk;
    const body = text === "" ? null : JSON.parse(text);
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://x");
    this.requests.push({
      method: request.method ?? "",
      url: pathname,
      encoding: request.headers["accept-encoding"]?.toString(),
      port: request.socket.remotePort,
    });
    const failure = this.failures.shift();
    if (failure)
      return this.#send(response, failure, { message: "told to fail", code: "internal", type: "internal" });
    if (this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    const route = `${request.method} ${pathname.replace(/^\/indexes\/[^/]+/, "/indexes/*").replace(/\/(tasks|documents|keys)\/[^/]+$/, (end) => (/(delete(-batch)?|fetch)$/.test(end) ? end : end.replace(/[^/]+$/, "*")))}`;
    const uid = pathname.split("/")[2] ?? "";
    const last = decodeURIComponent(pathname.split("/").at(-1) ?? "");
    const master = request.headers.authorization === "Bearer master";
    switch (route) {
      case "GET /keys":
        if (!master)
          return this.#send(response, 403, { code: "invalid_api_key", message: "no", type: "auth" });
        return this.#send(response, 200, {
          results: this.keys,
          offset: 0,
          limit: 100,
          total: this.keys.length,
        });
      case "POST /keys":
        this.keys.push({ ...body, uid: `uid-${this.keys.length}`, key: `limited-${this.keys.length}` });
        return this.#send(response, 201, this.keys.at(-1));
      case "DELETE /keys/*":
        this.keys.splice(
          this.keys.findIndex((key) => key.uid === last),
          1,
        );
        return this.#send(response, 204, null);
      case "POST /indexes/*/search":
        return this.#send(response, 200, this.#search({ ...body, indexUid: uid }));
      case "POST /multi-search":
        return this.#send(response, 200, {
          results: body.queries.map((query: Query) => this.#search(query)),
        });
      case "POST /indexes":
        this.indexes.set(body.uid, { documents: new Map(), settings: {} });
        return this.#enqueue(response, "indexCreation");
      case "POST /swap-indexes":
        for (const { indexes } of body) {
          const [one, other] = indexes.map((name: string) => this.indexes.get(name));
          this.indexes.set(indexes[0], other);
          this.indexes.set(indexes[1], one);
        }
        return this.#enqueue(response, "indexSwap");
      case "GET /tasks/*":
        return this.#send(response, 200, this.#tasks.get(Number(last)));
    }
    const index = this.indexes.get(uid);
    if (!index)
      return this.#send(response, 404, {
        code: "index_not_found",
        message: "no index",
        type: "invalid_request",
      });
    switch (route) {
      case "GET /indexes/*":
        return this.#send(response, 200, { uid, primaryKey: "id" });
      case "DELETE /indexes/*":
        this.indexes.delete(uid);
        return this.#enqueue(response, "indexDeletion");
      case "GET /indexes/*/settings":
        return this.#send(response, 200, index.settings);
      case "PATCH /indexes/*/settings":
        Object.assign(index.settings, body);
        return this.#enqueue(response, "settingsUpdate");
      case "POST /indexes/*/documents":
        if (body.some((document: Document) => document.id === this.refusedId))
          return this.#enqueue(response, "documentAdditionOrUpdate", `Document ${this.refusedId} is refused`);
        for (const document of body) index.documents.set(document.id, document);
        return this.#enqueue(response, "documentAdditionOrUpdate");
      case "POST /indexes/*/documents/delete-batch":
        for (const id of body) index.documents.delete(id);
        return this.#enqueue(response, "documentDeletion");
      case "POST /indexes/*/documents/delete": {
        const gone = readFilter(body.filter);
        for (const document of [...index.documents.values()])
          if (gone(document)) index.documents.delete(document.id);
        return this.#enqueue(response, "documentDeletion");
      }
      case "DELETE /indexes/*/documents":
        index.documents.clear();
        return this.#enqueue(response, "documentDeletion");
      case "POST /indexes/*/documents/fetch": {
        const results = body.ids.flatMap((id: string) => index.documents.get(id) ?? []).slice(0, body.limit);
        return this.#send(response, 200, { results, offset: 0, limit: body.limit, total: results.length });
      }
      case "GET /indexes/*/documents": {
        const offset = Number(searchParams.get("offset") ?? 0);
        const limit = Number(searchParams.get("limit") ?? 20);
        const results = [...index.documents.values()].slice(offset, offset + limit);
        return this.#send(response, 200, { results, offset, limit, total: index.documents.size });
      }
      case "GET /indexes/*/documents/*": {
        const document = index.documents.get(last);
        if (document) return this.#send(response, 200, document);
        return this.#send(response, 404, {
          code: "document_not_found",
          message: "no document",
          type: "invalid_request",
        });
      }
    }
    this.#send(response, 405, { code: "no_route", message: route, type: "invalid_request" });
  }

  #search({ indexUid, filter, facets = [], hitsPerPage, page = 1, sort = [] }: Query) {
    const documents = [...(this.indexes.get(indexUid)?.documents.values() ?? [])];
    const keep = filter === undefined ? () => true : readFilter(filter);
    const found = documents.filter(keep);
    found.sort(inOrder(sort));
    const facetDistribution: Record<string, Record<string, number>> = {};
    for (const facet of facets) {
      const counts: Record<string, number> = {};
      for (const document of found)
        for (const value of [document[facet] ?? []].flat())
          counts[String(value)] = (counts[String(value)] ?? 0) + 1;
      facetDistribution[facet] = counts;
    }
    return {
      indexUid,
      hits: found.slice((page - 1) * hitsPerPage, page * hitsPerPage),
      totalHits: found.length,
      hitsPerPage,
      page,
      facetDistribution,
    };
  }

  #enqueue(response: ServerResponse, type: string, failure?: string): void {
    const uid = this.#tasks.size;
    const error = failure
      ? { message: failure, code: "invalid_document_fields", type: "invalid_request", link: "" }
      : null;
    this.#tasks.set(uid, { uid, type, status: error ? "failed" : "succeeded", error, details: {} });
    this.#send(response, 202, { taskUid: uid, indexUid: null, status: "enqueued", type, enqueuedAt: "" });
  }

  #send(response: ServerResponse, status: number, body: unknown): void {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(body === null ? undefined : JSON.stringify(body));
  }
}

/** `field:asc` and `field:desc`, one after the other: numbers before strings, those without the field last. */
function inOrder(sort: readonly string[]): (one: Document, other: Document) => number {
  const keys = sort.map((rule) => ({
    field: rule.slice(0, rule.lastIndexOf(":")),
    sign: rule.endsWith(":desc") ? -1 : 1,
  }));
  return (one, other) => {
    for (const { field, sign } of keys) {
      const a = one[field] as string | number;
      const b = other[field] as string | number;
      if (a !== b) return (a < b ? -1 : 1) * sign;
    }
    return 0;
  };
}
