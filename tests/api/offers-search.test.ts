import { randomUUID } from "node:crypto";
import { addDays } from "@acquis/shared/platform/dates.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aPerson, settle, type TestPerson } from "../testing/people.ts";
import { type Product, startProduct, TODAY } from "../testing/product.ts";
import { CAEN, ROUEN } from "../testing/school.ts";

let product: Product;
let employer: TestPerson;
let trainee: TestPerson;
let welding: string[];

beforeAll(async () => {
  product = await startProduct();
  employer = await aPerson(product, "employer");
  trainee = await aPerson(product, "trainee");
  const sheet = await trainee.api.referential.readOccupation({ code: "H2913" });
  welding = sheet.competencies.map((one) => one.id);
  await trainee.api.portfolio.declare({ items: [{ competencyId: welding[5] ?? "", level: 1 }] });
}, 30_000);
afterAll(() => product.stop());

async function publish(title: string, more: object = {}): Promise<string> {
  const id = randomUUID();
  await employer.api.offers.save({
    id,
    title,
    occupationCode: "H2913",
    description: "",
    contract: "permanent",
    insee: CAEN,
    neededBy: addDays(TODAY, 30),
    essential: [{ competencyId: welding[0] ?? "", level: 1 }],
    useful: [],
    revision: 0,
    ...more,
  });
  await employer.api.offers.publish({ id });
  return id;
}

describe("offers of a trainee", () => {
  it("are found as soon as they are published, and no longer once they are closed", async () => {
    const id = await publish("Offre d'un instant");
    const ids = async () =>
      (await trainee.api.offers.listMatches({ q: "instant" })).matches.map((one) => one.offer.id);
    expect(await ids()).toEqual([id]);
    await employer.api.offers.close({ id });
    expect(await ids()).toEqual([]);
  });

  it("answer words with typos, highlighted where they are, and count what they could be narrowed by", async () => {
    const caen = await publish("Chaudronnier naval", {
      description: `${"Équipe de nuit. ".repeat(10)}Vous réparez des chalutiers au port de pêche.`,
    });
    const rouen = await publish("Chaudronnière", { insee: ROUEN, contract: "seasonal" });
    const found = await trainee.api.offers.listMatches({ q: "chaudronier", sort: "date" });
    expect(found.total).toBe(2);
    const first = found.matches.find((one) => one.offer.id === caen);
    expect(first?.highlights).toMatchObject({ title: [[0, 12]], excerpt: null });
    expect(found.facets.contracts.map(({ value, count }) => [value, count])).toEqual([
      ["permanent", 1],
      ["seasonal", 1],
    ]);
    expect(found.facets.occupations[0]).toMatchObject({
      value: "H2913",
      label: expect.stringContaining("Soudeur"),
    });
    expect(found.facets.published).toEqual([{ value: "day", label: "day", count: 2 }]);
    expect(found.facets.areas).toHaveLength(2);

    const text = await trainee.api.offers.listMatches({ q: "chalutier" });
    expect(text.matches.map((one) => one.offer.id)).toEqual([caen]);
    const excerpt = text.matches[0]?.highlights?.excerpt;
    expect(excerpt?.ranges.map(([from, to]) => excerpt.text.slice(from, to))).toEqual(["chalutiers"]);

    const near = await trainee.api.offers.listMatches({ q: "chaudronnier", insee: ROUEN, sort: "distance" });
    expect(near.matches.map((one) => one.offer.id)).toEqual([rouen, caen]);
    const within = await trainee.api.offers.listMatches({
      q: "chaudronnier",
      insee: ROUEN,
      maxDistanceKm: 20,
    });
    expect(within.matches.map((one) => one.offer.id)).toEqual([rouen]);
  });

  it("come in the order of one's own counts", async () => {
    const mine = await publish("Rangement", { essential: [{ competencyId: welding[1] ?? "", level: 1 }] });
    const other = await publish("Rangement", { essential: [{ competencyId: welding[2] ?? "", level: 1 }] });
    await trainee.api.portfolio.declare({ items: [{ competencyId: welding[1] ?? "", level: 2 }] });
    const { matches } = await trainee.api.offers.listMatches({ q: "rangement" });
    expect(matches.map((one) => one.offer.id)).toEqual([mine, other]);
    expect(matches[0]?.counts.ready).toBe(1);
    expect(matches[0]?.highlights?.title).toEqual([[0, 9]]);
    expect((await trainee.api.offers.listMatches({})).matches[0]?.highlights).toBeNull();
  });

  it("refuse an order, a period or a place that does not exist", async () => {
    const status = async (search: string) =>
      (await trainee.raw("GET", `/api/v1/offers/matches?${search}`)).status;
    expect(await status("sort=age")).toBe(400);
    expect(await status("publishedSince=always")).toBe(400);
    expect(await status("insee=99999")).toBe(422);
    expect(await status("q=")).toBe(200);
  });
});

it("offers of a company that the Région suspends leave every list at once, and come back with it", async () => {
  const steward = await aPerson(product, "steward");
  const advisor = await aPerson(product, "advisor");
  const id = await publish("Offre suspendue");
  const companyId = employer.organisationId ?? "";
  const seen = async () => {
    await settle(product);
    await product.app.features.offers.indexer.pass();
    const matches = await trainee.api.offers.listMatches({ q: "suspendue" });
    const open = await advisor.api.offers.listOpen({ pageSize: 50 });
    return {
      matches: matches.total,
      open: open.offers.some((offer) => offer.id === id),
      match: await trainee.api.offers.readMatch({ id }).then(
        () => true,
        () => false,
      ),
      read: await advisor.api.offers.read({ id }).then(
        () => true,
        () => false,
      ),
      counted: (await steward.api.observatory.readOverview()).openOffers > 0,
    };
  };
  const all = { matches: 1, open: true, match: true, read: true, counted: true };
  expect(await seen()).toEqual(all);
  await steward.api.accounts.decideOrganisation({ id: companyId, decision: "suspended" });
  expect(await seen()).toEqual({ matches: 0, open: false, match: false, read: false, counted: false });
  expect((await employer.api.offers.listMine()).some((offer) => offer.id === id)).toBe(true);
  await steward.api.accounts.decideOrganisation({ id: companyId, decision: "approved" });
  expect(await seen()).toEqual(all);
});
