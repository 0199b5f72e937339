import { afterAll, beforeAll, expect, it } from "vitest";
import { type Product, startProduct } from "../testing/product.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.stop());

const encodingOf = async (headers: Record<string, string>) => {
  const response = await fetch(`${product.url}/api/v1/badges/framework`, {
    headers: { "accept-encoding": "gzip", ...headers },
  });
  expect(((await response.json()) as unknown[]).length).toBeGreaterThan(3);
  return response.headers.get("content-encoding");
};

it("compresses answers for whoever comes through a proxy, and for nobody on the same machine", async () => {
  expect(await encodingOf({ "x-forwarded-for": "203.0.113.7" })).toBe("gzip");
  expect(await encodingOf({})).toBeNull();
});
