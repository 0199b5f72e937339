import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { seedDemo } from "@acquis/server/app/demo/seed-demo.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Product, startProduct } from "../testing/product.ts";
import { MeilisearchDouble } from "./meilisearch-double.ts";

const SCRIPTS = fileURLToPath(new URL("../../scripts/src", import.meta.url));
let meilisearch: MeilisearchDouble;
let url: string;
let dataDir: string;
let product: Product;

beforeAll(async () => {
  meilisearch = new MeilisearchDouble();
  url = await meilisearch.listen();
  dataDir = await mkdtemp(join(tmpdir(), "acquis-search-"));
  product = await startProduct({ dataDir });
  await seedDemo(product.app);
  await product.app.features.candidates.indexer.loadAll();
}, 120_000);
afterAll(async () => {
  await product.stop();
  await meilisearch.close();
  await rm(dataDir, { recursive: true, force: true });
});

function run(
  script: string,
  ...options: string[]
): Promise<{ code: number; out: string; json: Record<string, unknown> }> {
  const env = { ...process.env, DATA_DIR: dataDir, DEMO: "true", MEILI_URL: url, MEILI_MASTER_KEY: "master" };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--import", "tsx", join(SCRIPTS, script), "--json", ...options],
      { env },
      (error, stdout, stderr) => {
        const last = stdout.trim().split("\n").at(-1) ?? "";
        resolve({
          code: typeof error?.code === "number" ? error.code : 0,
          out: stdout + stderr,
          json: last.startsWith("{") ? JSON.parse(last) : {},
        });
      },
    );
  });
}

describe("commands that keep the indexes", () => {
  it("apply settings, fill all four indexes beside a running product, find no difference, then find and repair one", async () => {
    const applied = await run("search-apply.ts");
    expect(applied.out).toContain("MEILI_API_KEY=limited-0");
    expect([...meilisearch.indexes.keys()].sort()).toEqual([
      "candidates",
      "competencies",
      "occupations",
      "offers",
    ]);

    const built = await run("search-reindex.ts");
    expect(built).toMatchObject({ code: 0, json: { refused: 0 } });
    const people = await product.app.features.candidates.engine.size();
    expect(built.json.people).toBe(people);
    const held = (uid: string) => meilisearch.indexes.get(uid)?.documents;
    expect(held("offers")?.size).toBe(await product.app.features.offers.countOpen());
    expect(held("competencies")?.size).toBeGreaterThan(100);

    const first = await run("search-verify.ts");
    expect(first.json, first.out).toMatchObject({ differences: 0 });

    const [offer] = [...(held("offers")?.values() ?? [])];
    if (offer) held("offers")?.set(offer.id, { ...offer, contract: "other" });
    const [text] = [...(held("occupations")?.keys() ?? [])];
    held("occupations")?.delete(text ?? "");
    expect(await run("search-verify.ts", "--repair")).toMatchObject({
      code: 0,
      json: { differences: 2, indexes: { offers: 1, occupations: 1 } },
    });
    expect(await run("search-verify.ts")).toMatchObject({ code: 0, json: { differences: 0 } });
    expect((await run("search-reindex.ts", "--index", "people")).code).toBe(2);
  }, 240_000);
});
