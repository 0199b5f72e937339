import { starter } from "@acquis/server/badges/framework/plant-framework.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aLocalBadge, badgeEnvironment, fetchPublic, ORIGIN } from "../testing/badges.ts";
import { refusalOf } from "../testing/client.ts";
import { aPerson, type TestPerson } from "../testing/people.ts";
import { type Product, startProduct } from "../testing/product.ts";

let product: Product;
let steward: TestPerson;
beforeAll(async () => {
  product = await startProduct({ environment: badgeEnvironment });
  steward = await aPerson(product, "steward");
});
afterAll(() => product.stop());

const both = (fr: string) => ({ fr, en: fr });
const content = (criterion: string) => ({
  name: both("Souder"),
  summary: both("Assembler des pièces de métal."),
  kind: "technical" as const,
  motif: "tool" as const,
  levels: [{ level: 2 as const, criteria: [{ id: "souder-1", text: both(criterion) }] }],
  competencyIds: ["c-porter-epi"],
});

describe("the framework", () => {
  it("is there at the first start, with competencies that the referential has", async () => {
    const found = await product.visitor().api.badges.framework.list({});
    expect(found.map(({ id }) => id)).toEqual(starter.map(({ id }) => id));
    expect(found.slice(0, 4).map(({ id }) => id)).toEqual([
      "communiquer",
      "organiser",
      "s-adapter",
      "s-integrer",
    ]);
    for (const one of found) expect(one.competencies.length).toBe(one.versions[0]?.competencyIds.length);
    for (const one of found.slice(0, 4)) expect(one.versions[0]?.levels.length).toBeGreaterThanOrEqual(3);
  });

  it("has a drawing of its own for each meta-badge, so that none is taken for another", () => {
    expect(new Set(starter.map(({ motif }) => motif)).size).toBe(starter.length);
  });

  it("publishes versions that are frozen: a change makes the next, and the former stays where it was", async () => {
    const { framework } = steward.api.badges;
    const first = await framework.saveDraft({ id: "souder", content: content("Soude à plat."), revision: 0 });
    expect(await refusalOf(product.visitor().api.badges.framework.read({ id: "souder" }))).toMatchObject({
      code: "not_found",
    });
    const published = await framework.publish({ id: "souder", revision: first.revision });
    expect(await framework.publish({ id: "souder", revision: first.revision })).toEqual(published);
    const draft = await framework.saveDraft({
      id: "souder",
      content: content("Soude debout."),
      revision: published.revision,
    });
    const open = await product.visitor().api.badges.framework.read({ id: "souder" });
    expect(open).toMatchObject({ draft: null, versions: [{ version: 1 }] });
    const second = await framework.publish({ id: "souder", revision: draft.revision });
    expect(second.versions.map(({ version }) => version)).toEqual([1, 2]);
    const at = (version: number) =>
      fetchPublic(product, `${ORIGIN}/badges/achievements/souder.v${version}.n2`);
    expect(await (await at(1)).json()).toMatchObject({ criteria: { narrative: "Soude à plat." } });
    expect(await (await at(2)).json()).toMatchObject({ criteria: { narrative: "Soude debout." } });
  });

  it("refuses a stale draft, an unknown competency, levels that go down", async () => {
    const { framework } = steward.api.badges;
    await framework.saveDraft({ id: "peindre", content: content("Peint."), revision: 0 });
    const save = (over: object, revision = 1) =>
      refusalOf(framework.saveDraft({ id: "peindre", content: { ...content("Peint."), ...over }, revision }));
    expect(await save({}, 7)).toMatchObject({ code: "stale_revision" });
    expect(await save({ competencyIds: ["c-none"] })).toMatchObject({ code: "unknown_competency" });
    const [level] = content("x").levels;
    expect(await save({ levels: [level, { ...level, level: 1 }] })).toMatchObject({ code: "invalid_input" });
    expect(await framework.dropDraft({ id: "peindre" })).toBeNull();
  });

  it("a meta-badge retired is recognised no more, and still says what it was", async () => {
    await steward.api.badges.framework.retire({ id: "creer-pour-le-web", reason: "Remplacé." });
    const listed = await product.visitor().api.badges.framework.list({});
    expect(listed.map(({ id }) => id)).not.toContain("creer-pour-le-web");
    const admin = await aPerson(product, "providerAdmin");
    const aligned = aLocalBadge(admin, {
      alignments: [{ metaBadgeId: "creer-pour-le-web", level: 2, criterionId: null }],
    });
    expect(await refusalOf(aligned)).toMatchObject({ code: "unknown_meta_badge", field: "alignments.0" });
    const answer = await fetchPublic(product, `${ORIGIN}/badges/achievements/creer-pour-le-web.v1.n2`);
    expect(answer.status).toBe(200);
  });

  it("the id of a local badge cannot pass for a level of the framework", async () => {
    const admin = await aPerson(product, "providerAdmin");
    expect(await refusalOf(aLocalBadge(admin, { id: "communiquer.v1.n2" }))).toMatchObject({
      code: "invalid_input",
      field: "id",
    });
  });
});
