import { ROLES, type Role } from "@acquis/shared/accounts/account.schema.ts";
import { contract } from "@acquis/shared/contract.ts";
import type { Access, RouteMeta } from "@acquis/shared/platform/route.ts";
import { traverseContractProcedures } from "@orpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aPerson, type TestPerson } from "../testing/people.ts";
import { type Product, startProduct } from "../testing/product.ts";

interface Route {
  name: string;
  method: string;
  path: string;
  access: Access | undefined;
}

const routes: Route[] = [];
traverseContractProcedures({ path: [], router: contract }, ({ contract: procedure, path }) => {
  const { route, meta } = procedure["~orpc"];
  routes.push({
    name: path.join("."),
    method: route.method ?? "POST",
    path: `/api/v1${(route.path ?? "").replace(/\{[^}]+\}/g, "unknown-id")}`,
    access: (meta as RouteMeta).access,
  });
});

let product: Product;
const people = new Map<Role, TestPerson>();

beforeAll(async () => {
  product = await startProduct();
  for (const role of ROLES) people.set(role, await aPerson(product, role));
});
afterAll(() => product.stop());

const call = (client: Pick<TestPerson, "raw">, route: Route) =>
  client.raw(route.method, route.path, route.method === "GET" ? undefined : {});

describe("every route says who may call it", () => {
  it.each(routes)("$name names its roles, or why it is public", ({ access }) => {
    expect(access).toBeDefined();
    if (access && "public" in access) expect(access.public.length).toBeGreaterThan(10);
    if (access && "roles" in access) expect(access.roles.length).toBeGreaterThan(0);
  });
});

const guarded = routes.flatMap((route) =>
  route.access && "roles" in route.access ? [{ ...route, roles: route.access.roles }] : [],
);

describe("role routes", () => {
  it.each(guarded)("$name refuses a visitor before reading what they send", async (route) => {
    const answer = await call(product.visitor(), route);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 401, code: "not_signed_in" });
  });

  it.each(
    guarded.flatMap((route) =>
      ROLES.filter((role) => !route.roles.includes(role)).map((role) => ({ ...route, role })),
    ),
  )("$name refuses a $role", async ({ role, ...route }) => {
    const answer = await call(people.get(role) as TestPerson, route);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 403, code: "forbidden" });
  });

  it.each(guarded.flatMap((route) => route.roles.map((role) => ({ ...route, role }))))(
    "$name lets a $role in, and answers an empty request with a code of ours",
    async ({ role, ...route }) => {
      const answer = await call(people.get(role) as TestPerson, route);
      expect(answer.status).not.toBe(401);
      expect(answer.status).toBeLessThan(500);
      if (answer.status >= 400) expect(answer.body.code).toMatch(/^[a-z_]+$/);
      expect(answer.body.code).not.toBe("forbidden");
    },
  );
});

describe("public routes", () => {
  it.each(routes.filter((route) => route.access && "public" in route.access))(
    "$name answers a visitor",
    async (route) => {
      const answer = await call(product.visitor(), route);
      expect(answer.status).toBeLessThan(500);
      expect(answer.body.code).not.toBe("not_signed_in");
    },
  );

  it("an unknown address of the API is a 404 with its code", async () => {
    const answer = await product.visitor().raw("GET", "/api/v1/nothing/here");
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 404, code: "not_found" });
  });

  it("the OpenAPI document describes every route", async () => {
    const answer = await product.visitor().raw("GET", "/api/v1/openapi.json");
    const document = answer.body as { paths?: Record<string, object> };
    const described = Object.values(document.paths ?? {}).flatMap((methods) => Object.keys(methods));
    expect(described).toHaveLength(routes.length);
  });
});
