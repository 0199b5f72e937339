import { toCandidateDocument } from "@acquis/search-config/candidates/candidate-document.ts";
import { indexes } from "@acquis/search-config/settings/indexes.ts";
import { createMeilisearchCandidateEngine } from "@acquis/server/candidates/meilisearch-engine/meilisearch-engine.ts";
import { connectMeilisearch } from "@acquis/server/platform/search/meilisearch/connection.ts";
import { applySettings, differences } from "@acquis/server/platform/search/meilisearch/index-upkeep.ts";
import { pushDocuments } from "@acquis/server/platform/search/meilisearch/push-documents.ts";
import { ensureServerKey } from "@acquis/server/platform/search/meilisearch/server-key.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { twentyPeople as people, forkliftQuery as query } from "./candidate-universe.ts";
import { MeilisearchDouble } from "./meilisearch-double.ts";

const [candidates] = indexes;
if (!candidates) throw new Error("no index of candidates");

let server: MeilisearchDouble;
let url: string;
beforeEach(async () => {
  server = new MeilisearchDouble();
  url = await server.listen();
});
afterEach(() => server.close());
const admin = () => connectMeilisearch({ url, apiKey: "master" });
const engine = () => createMeilisearchCandidateEngine({ url, apiKey: "master" });

describe("conversation with Meilisearch", () => {
  it("asks for answers uncompressed, over connections kept open", async () => {
    const searching = engine();
    for (let time = 0; time < 5; time++) await searching.search(query, 1, 20);
    expect(new Set(server.requests.map((request) => request.encoding))).toEqual(new Set(["identity"]));
    expect(new Set(server.requests.map((request) => request.port)).size).toBeLessThan(3);
  });

  it("answers search_unavailable with a delay when Meilisearch is down, slow to start or refuses", async () => {
    const searching = engine();
    await searching.search(query, 1, 20);
    for (const status of [503, 500, 403]) {
      server.failures = [status];
      const failure = await searching.search(query, 1, 20).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(DomainError);
      expect(failure).toMatchObject({ code: "search_unavailable", details: { retryAfterSeconds: 5 } });
    }
    await server.close();
    await expect(searching.search(query, 1, 20)).rejects.toMatchObject({ code: "search_unavailable" });
    expect(await searching.health()).toMatchObject({ ok: false, people: null });
    server = new MeilisearchDouble();
  });

  it("cancels the request when the search is abandoned", async () => {
    const searching = engine();
    await searching.search(query, 1, 20);
    server.delayMs = 2_000;
    const abandon = new AbortController();
    const search = searching.search(query, 1, 20, { signal: abandon.signal });
    setTimeout(() => abandon.abort(), 20);
    await expect(search).rejects.toMatchObject({ name: "AbortError" });
  });

  it("makes the server a key limited to its indexes and actions once, and uses it from then on", async () => {
    await engine().search(query, 1, 20);
    await engine().search(query, 1, 20);
    expect(server.keys).toHaveLength(1);
    expect(server.keys[0]).toMatchObject({ indexes: ["candidates*"] });
    expect(server.keys[0]?.actions).not.toContain("*");
    expect(await ensureServerKey(connectMeilisearch({ url, apiKey: "limited" }), ["candidates*"])).toBeNull();
  });

  it("says when people were indexed by another version of the product, and how to make them again", async () => {
    await engine().put(people);
    const [old] = people.map(toCandidateDocument);
    if (!old) throw new Error("too few people");
    const outdated = { ...old, version: old.version - 1 };
    await pushDocuments(admin(), candidates.uid, [outdated]);
    expect(await engine().health()).toMatchObject({
      ok: true,
      people: people.length,
      detail: "made by another version: 1 (npm run search:apply)",
    });
    await engine().put(people);
    expect(await engine().health()).toMatchObject({ detail: null });
  });

  it("writes again while Meilisearch fails for a moment", async () => {
    const writing = engine();
    await writing.size();
    server.failures = [503, 500];
    await writing.put(people);
    expect(await writing.size()).toBe(people.length);
  });

  it("reports the document that fails, and writes all the others", async () => {
    await applySettings(admin(), candidates);
    const documents = people.map(toCandidateDocument);
    server.refusedId = documents[7]?.id ?? "";
    const refused = await pushDocuments(admin(), candidates.uid, documents);
    expect(refused).toEqual([{ id: server.refusedId, reason: expect.stringContaining("is refused") }]);
    expect(await engine().size()).toBe(people.length - 1);
  });
});

describe("settings of the indexes", () => {
  it("are shown as differences, then applied, then as decided", async () => {
    for (const index of indexes) {
      expect((await applySettings(admin(), index)).length).toBeGreaterThan(10);
      expect(await differences(admin(), index)).toEqual([]);
    }
    await admin()
      .index("offers")
      .updateSettings({ stopWords: ["le"] });
    const offers = indexes.find((index) => index.uid === "offers");
    expect(offers && (await differences(admin(), offers)).map((one) => one.setting)).toEqual(["stopWords"]);
  });
});
