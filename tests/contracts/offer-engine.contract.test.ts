import { answerOffers } from "@acquis/search-config/offers/answer-offers.ts";
import type { OfferProfile } from "@acquis/search-config/offers/offer-profile.ts";
import { offersIndex } from "@acquis/search-config/settings/indexes.ts";
import { createEmbeddedOfferEngine } from "@acquis/server/offers/embedded-offer-engine.ts";
import { createMeilisearchOfferEngine } from "@acquis/server/offers/meilisearch-offer-engine.ts";
import type { OfferEngine } from "@acquis/server/offers/offer-engine.ts";
import { wordsOf } from "@acquis/shared/referential/text.rules.ts";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { person } from "./candidate-builders.ts";
import { seed } from "./candidate-engine-adapters.ts";
import { CAEN } from "./candidate-universe.ts";
import { meilisearchTargets } from "./meilisearch-targets.ts";
import { OFFER_DAY, offer, offerQuery, offerQueryArbitrary, offersArbitrary } from "./offer-universe.ts";

interface Adapter {
  name: string;
  worlds: number;
  start(): Promise<void>;
  stop(): Promise<void>;
  empty(): Promise<OfferEngine>;
}

const adapters: Adapter[] = [
  {
    name: "the embedded engine",
    worlds: 60,
    start: async () => {},
    stop: async () => {},
    empty: async () => createEmbeddedOfferEngine(),
  },
  ...meilisearchTargets().map((target) => ({
    name: target.name,
    worlds: target.isReal ? 12 : 25,
    start: target.start,
    stop: target.stop,
    async empty() {
      await target.empty(offersIndex);
      return createMeilisearchOfferEngine(target.options());
    },
  })),
];

describe.each(adapters)("OfferEngine on $name", ({ worlds, start, stop, empty }) => {
  beforeAll(start, 60_000);
  afterAll(stop, 60_000);
  async function filled(offers: OfferProfile[]): Promise<OfferEngine> {
    const engine = await empty();
    await engine.put(offers);
    return engine;
  }

  it("orders by the counts of candidates seen from the other side, then the nearest, then the newest", async () => {
    const engine = await filled([
      offer("none", { essential: [{ competencyId: "plate", level: 1, familyId: "kitchen" }] }),
      offer("near", { essential: [{ competencyId: "weld-tig", level: 1, familyId: "metal" }] }),
      offer("half", {
        essential: [
          { competencyId: "weld-mig", level: 1, familyId: "metal" },
          { competencyId: "plate", level: 1, familyId: "kitchen" },
        ],
      }),
      offer("far", { place: { lat: 49.4431, lng: 1.0993, area: "200023414" } }),
      offer("old", { publishedOn: "2026-11-01" }),
      offer("new"),
    ]);
    const me = person("me", { held: { "weld-mig": 2 } });
    const { ids, total } = await engine.search(offerQuery({ person: me }), 1, 10);
    expect(ids).toEqual(["new", "old", "far", "half", "near", "none"]);
    expect(total).toBe(6);
    expect((await engine.search(offerQuery({ person: me }), 2, 4)).ids).toEqual(["near", "none"]);
  });

  it("finds words with a typo, by their beginning, by their family and by what people say for them", async () => {
    const engine = await filled([
      offer("weld", { words: wordsOf("Soudeur en atelier") }),
      offer("lift", { words: wordsOf("Cariste de nuit") }),
      offer("care", { words: wordsOf("Aide-soignante à domicile") }),
      offer("truck", { words: wordsOf("Conducteur de poids lourds") }),
    ]);
    const found = async (text: string) =>
      (await engine.search(offerQuery({ text, sort: "date" }), 1, 10)).ids;
    for (const text of ["soud", "soudur", "souduer", "soudage", "SOUDEUSE", "atelier soudeur"])
      expect(await found(text), text).toEqual(["weld"]);
    expect(await found("CACES")).toEqual(["lift"]);
    expect(await found("AS")).toEqual(["care"]);
    expect(await found("conducteur PL")).toEqual(["truck"]);
    expect(await found("soudeur nuit")).toEqual([]);
    expect(await found("!!")).toHaveLength(4);
  });

  it("sorts by date and by distance, and keeps to a radius around a place", async () => {
    const bayeux = { lat: 49.2764, lng: -0.7024, area: "200069508" };
    const engine = await filled([
      offer("a", { place: bayeux, publishedOn: "2026-11-20" }),
      offer("b", { place: CAEN, publishedOn: "2026-11-01" }),
      offer("c", { place: CAEN, publishedOn: "2026-11-19" }),
    ]);
    const ids = async (more: object) => (await engine.search(offerQuery(more), 1, 10)).ids;
    expect(await ids({ sort: "date" })).toEqual(["a", "c", "b"]);
    expect(await ids({ sort: "distance" })).toEqual(["c", "b", "a"]);
    expect(await ids({ sort: "distance", near: bayeux })).toEqual(["a", "c", "b"]);
    expect(await ids({ sort: "date", maxDistanceKm: 10 })).toEqual(["c", "b"]);
    expect(await ids({ sort: "date", maxDistanceKm: 10, near: null })).toEqual([]);
  });

  it("counts by contract, area, occupation and date of publication, whatever the page", async () => {
    const engine = await filled([
      offer("a"),
      offer("b", { contract: "seasonal", publishedOn: "2026-11-16", occupation: null }),
      offer("c", { contract: "seasonal", publishedOn: "2026-01-01", occupation: "K1302" }),
    ]);
    const { facets } = await engine.search(offerQuery({ sort: "date" }), 9, 20);
    expect(facets).toEqual({
      contracts: [
        { value: "seasonal", count: 2 },
        { value: "permanent", count: 1 },
      ],
      areas: [{ value: CAEN.area, count: 3 }],
      occupations: [
        { value: "H2913", count: 1 },
        { value: "K1302", count: 1 },
      ],
      published: [
        { value: "day", count: 1 },
        { value: "older", count: 1 },
        { value: "week", count: 1 },
      ],
    });
  });

  it("sees a change and a removal in the next search", async () => {
    const engine = await filled([offer("a"), offer("b")]);
    await engine.put([offer("a", { contract: "seasonal" })]);
    expect((await engine.search(offerQuery({ contracts: ["seasonal"] }), 1, 10)).ids).toEqual(["a"]);
    await engine.remove(["a", "never-there"]);
    expect((await engine.search(offerQuery(), 1, 10)).ids).toEqual(["b"]);
    expect(await engine.health()).toEqual({ ok: true, documents: 1, detail: null });
  });

  it("stops when the search is abandoned", async () => {
    const engine = await filled([offer("a")]);
    await expect(engine.search(offerQuery(), 1, 10, AbortSignal.abort())).rejects.toMatchObject({
      name: "AbortError",
    });
  });

  it("orders thousands, whole", async () => {
    const many = Array.from({ length: 2_300 }, (_, number) =>
      offer(`offer-${number}`, {
        essential: [{ competencyId: number % 3 ? "plate" : "weld-mig", level: 1, familyId: null }],
        place: { ...CAEN, lat: 48 + (number % 37) / 20 },
        publishedOn: `2026-${number % 2 ? "10" : "11"}-${10 + (number % 9)}`,
      }),
    );
    const engine = await filled(many);
    const me = person("me", { held: { "weld-mig": 2 } });
    for (const sort of ["match", "date", "distance"] as const)
      for (const page of [1, 39, 46, 47]) {
        const query = offerQuery({ person: me, sort });
        expect(await engine.search(query, page, 50)).toEqual(answerOffers(many, query, page, 50));
      }
  }, 60_000);

  it(`answers exactly the pure function for any offers and any query (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(
        offersArbitrary,
        fc.array(fc.tuple(offerQueryArbitrary, fc.integer({ min: 1, max: 4 }), fc.constantFrom(1, 3, 20)), {
          minLength: 5,
          maxLength: 12,
        }),
        async (offers, queries) => {
          const engine = await filled(offers);
          for (const [query, page, pageSize] of queries)
            expect(await engine.search(query, page, pageSize)).toEqual(
              answerOffers(offers, query, page, pageSize),
            );
        },
      ),
      { seed, numRuns: worlds },
    );
  }, 180_000);

  it("knows no offer of the day before it is put", async () => {
    const engine = await filled([]);
    expect(await engine.search(offerQuery({ today: OFFER_DAY }), 1, 10)).toMatchObject({ total: 0, ids: [] });
  });
});
