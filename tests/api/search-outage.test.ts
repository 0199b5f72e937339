import { randomUUID } from "node:crypto";
import { addDays } from "@acquis/shared/platform/dates.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MeilisearchDouble } from "../contracts/meilisearch-double.ts";
import { aPerson, type TestPerson } from "../testing/people.ts";
import { type Product, startProduct, TODAY } from "../testing/product.ts";

const CAEN = "14118";
let meilisearch: MeilisearchDouble;
let port: number;
let product: Product;
let employer: TestPerson;
let trainee: TestPerson;
let skill: string;

beforeAll(async () => {
  meilisearch = new MeilisearchDouble();
  const url = await meilisearch.listen();
  port = Number(new URL(url).port);
  product = await startProduct({ environment: { MEILI_URL: url, MEILI_API_KEY: "master" } });
  employer = await aPerson(product, "employer");
  trainee = await aPerson(product, "trainee");
  const sheet = await employer.api.referential.readOccupation({ code: "J1501" });
  skill = sheet.competencies[0]?.id ?? "";
}, 30_000);
afterAll(async () => {
  await product.stop();
  await meilisearch.close();
});

const question = () => ({
  essential: [{ competencyId: skill, level: 1 as const }],
  neededBy: addDays(TODAY, 30),
});
const search = () => employer.raw("POST", "/api/v1/candidates/search", question());
async function health(): Promise<{ search: { ok: boolean }; behind: number; refused: number }> {
  return (await fetch(`${product.url}/health`)).json();
}
async function until(condition: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 15_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error("never happened");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe("with Meilisearch away", () => {
  it("writes go on, searches answer 503 with a delay, offers say unknown; what was written is found once it is back", async () => {
    expect((await search()).status).toBe(200);
    await trainee.api.portfolio.readMine();
    await employer.api.offers.save({
      id: randomUUID(),
      title: "Soudeur",
      occupationCode: null,
      description: "",
      contract: "permanent",
      insee: CAEN,
      neededBy: addDays(TODAY, 30),
      essential: [{ competencyId: skill, level: 1 }],
      useful: [],
      revision: 0,
    });
    await until(async () => (await health()).behind === 0);
    expect(await employer.api.offers.listMine()).toMatchObject([{ found: 0, allReady: 0 }]);

    await meilisearch.close();
    const answer = await search();
    expect(answer.status).toBe(503);
    expect(answer.body.code).toBe("search_unavailable");
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    const suggest = () => employer.raw("GET", "/api/v1/referential/suggestions?kind=competency&q=soud");
    for (const answered of [await suggest(), await trainee.raw("GET", "/api/v1/offers/matches")]) {
      expect(answered).toMatchObject({ status: 503, body: { code: "search_unavailable" } });
      expect(Number(answered.headers.get("retry-after"))).toBeGreaterThan(0);
    }
    await trainee.api.portfolio.declare({ items: [{ competencyId: skill, level: 2 }] });
    expect(await employer.api.offers.listMine()).toMatchObject([{ found: null, allReady: null }]);
    expect(await health()).toMatchObject({ search: { ok: false }, behind: 1 });

    await meilisearch.listen(port);
    expect((await suggest()).status).toBe(200);
    await until(async () => (await health()).behind === 0);
    const found = await employer.api.candidates.search({
      ...question(),
      essential: [{ competencyId: skill, level: 2 }],
    });
    expect(found.results.map((one) => one.id)).toEqual([trainee.id]);
    expect(await employer.api.offers.listMine()).toMatchObject([{ found: 1, allReady: 1 }]);
  }, 60_000);

  it("a person whose document is refused is set aside and told of; those after go on", async () => {
    const [one, other] = [await aPerson(product, "trainee"), await aPerson(product, "trainee")];
    meilisearch.refusedId = one.id;
    await one.api.portfolio.declare({ items: [{ competencyId: skill, level: 4 }] });
    await other.api.portfolio.declare({ items: [{ competencyId: skill, level: 4 }] });
    await until(async () => (await health()).behind === 0);
    expect(await health()).toMatchObject({ refused: 1, search: { ok: true } });
    const found = await employer.api.candidates.search({
      ...question(),
      essential: [{ competencyId: skill, level: 4 }],
    });
    expect(found.results.map((person) => person.id)).toEqual([other.id]);
    const steward = await aPerson(product, "steward");
    const state = await steward.api.observatory.readSearch();
    expect(state.engine).toBe("meilisearch");
    expect(state.indexes[0]).toMatchObject({
      index: "candidates",
      ok: true,
      behind: 0,
      refused: 1,
      refusedDocuments: [{ id: one.id, reason: expect.stringContaining("refused") }],
      failure: null,
    });
    expect(state.indexes.map((index) => [index.index, index.ok, index.behind])).toEqual([
      ["candidates", true, 0],
      ["offers", true, 0],
      ["competencies", true, 0],
      ["occupations", true, 0],
    ]);
    meilisearch.refusedId = null;
    await one.api.portfolio.declare({ items: [{ competencyId: skill, level: 3 }] });
    await until(async () => {
      const { behind, refused } = await health();
      return behind + refused === 0;
    });
  }, 60_000);

  it("a search nobody waits for any more is cancelled at Meilisearch: of people, of offers, of suggestions", async () => {
    meilisearch.delayMs = 5_000;
    for (const ask of [
      (signal: AbortSignal) => employer.api.candidates.search(question(), { signal }),
      (signal: AbortSignal) => trainee.api.offers.listMatches({ sort: "date" }, { signal }),
      (signal: AbortSignal) => trainee.api.referential.suggest({ q: "soud", kind: "competency" }, { signal }),
    ]) {
      const before = meilisearch.abandoned;
      const sent = meilisearch.requests.length;
      const typing = new AbortController();
      const asked = ask(typing.signal).then(
        () => "answered",
        () => "abandoned",
      );
      await until(async () => meilisearch.requests.length > sent);
      typing.abort();
      expect(await asked).toBe("abandoned");
      await until(async () => meilisearch.abandoned > before);
    }
    meilisearch.delayMs = 0;
    expect((await search()).status).toBe(200);
  }, 60_000);
});
