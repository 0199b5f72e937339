import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Product, startProduct } from "../testing/product.ts";

const SECRET = "what lies beside the client";
let folder: string;
let product: Product;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "acquis-client-"));
  const clientDir = join(folder, "dist");
  await mkdir(join(clientDir, "assets"), { recursive: true });
  await writeFile(join(folder, "package.json"), SECRET);
  await writeFile(join(clientDir, "index.html"), "<!doctype html><title>the page</title>");
  await writeFile(join(clientDir, "assets", "app-1234.js"), "export {};");
  product = await startProduct({ overrides: { clientDir } });
});
afterAll(async () => {
  await product.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The path goes out as it is written: fetch would tidy it up. */
function get(path: string): Promise<{ status: number; cached: string; text: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(product.url);
    request({ hostname, port, path, headers: { accept: "text/html" } }, (answer) => {
      let text = "";
      answer.on("data", (part) => (text += part));
      answer.on("end", () =>
        resolve({ status: answer.statusCode ?? 0, cached: answer.headers["cache-control"] ?? "", text }),
      );
    })
      .on("error", reject)
      .end();
  });
}

describe("the files of the client", () => {
  it("assets are kept for ever, the page never, and any address of the product is the page", async () => {
    expect(await get("/assets/app-1234.js")).toMatchObject({
      status: 200,
      cached: expect.stringContaining("immutable"),
    });
    for (const path of ["/", "/stagiaire", "/employeur/candidats/x"])
      expect(await get(path)).toMatchObject({ status: 200, cached: "no-cache" });
  });

  it("an asset of another version is not found, and is not the page", async () => {
    expect(await get("/assets/app-0000.js")).toMatchObject({ status: 404 });
  });

  it.each([
    "/../package.json",
    "/assets/../../package.json",
    "/assets/%2e%2e/%2e%2e/package.json",
    "/..%2fpackage.json",
    "/assets/..%2f..%2fpackage.json",
    "//package.json",
    "/assets/%00",
    "/%",
  ])("%s gives nothing of what lies beside", async (path) => {
    const answer = await get(path);
    expect(answer.text).not.toContain(SECRET);
    expect(answer.status).toBeLessThan(500);
  });
});
