import { createHmac } from "node:crypto";
import { readSettings, SettingsError } from "@acquis/server/platform/settings.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aPerson, type TestPerson } from "../testing/people.ts";
import { type Product, startProduct, TODAY } from "../testing/product.ts";

let product: Product;
let trainee: TestPerson;
let employer: TestPerson;

beforeAll(async () => {
  product = await startProduct();
  trainee = await aPerson(product, "trainee");
  employer = await aPerson(product, "employer");
});
afterAll(() => product.stop());

const preferences = {
  insee: null,
  radiusKm: 20,
  availableFrom: null,
  contracts: [],
  occupationCodes: [],
};

describe("bodies", () => {
  it("refuses 10 MB with a code, without reading it all", async () => {
    const answer = await trainee.raw("PUT", "/api/v1/portfolio/preferences", { pad: "x".repeat(10_000_000) });
    expect([answer.status, answer.body.code]).toEqual([413, "body_too_large"]);
  });

  it("refuses broken JSON with a code", async () => {
    const answer = await trainee.raw("PUT", "/api/v1/portfolio/preferences", '{"insee": ');
    expect([answer.status, answer.body.code]).toEqual([400, "broken_json"]);
  });

  it.each([
    ["multipart/form-data; boundary=x", "garbage"],
    ["multipart/form-data", "garbage"],
    ["application/json; charset=klingon", "{}"],
  ])("refuses a body that is not what %s says", async (type, body) => {
    const answer = await trainee.raw("PUT", "/api/v1/portfolio/preferences", body, { "content-type": type });
    expect([answer.status, answer.body.code]).toEqual([400, "invalid_input"]);
  });

  it("refuses what is not an object", async () => {
    for (const body of ["[]", '"text"', "12", "null"]) {
      const answer = await trainee.raw("PUT", "/api/v1/portfolio/preferences", body);
      expect(answer.status).toBe(400);
      expect(answer.body.code).toMatch(/^(invalid_input|broken_json)$/);
    }
  });

  it("names every field that is wrong", async () => {
    const answer = await trainee.raw("PUT", "/api/v1/portfolio/preferences", {
      ...preferences,
      radiusKm: -1,
      contracts: ["slavery"],
    });
    expect(answer.status).toBe(400);
    const fields = answer.body.data?.fields as { path: string }[];
    expect(fields.map((one) => one.path).sort()).toEqual(["contracts.0", "radiusKm"]);
  });
});

describe("operators are only text, or refused", () => {
  const operator = { $gt: "" };

  it("in a body", async () => {
    const answers = await Promise.all([
      product.visitor().raw("POST", "/api/v1/accounts/sign-in", { email: operator, password: operator }),
      product.visitor().raw("POST", "/api/v1/demo/sign-in", { personaId: { $ne: null } }),
      trainee.raw("PUT", "/api/v1/portfolio/preferences", { ...preferences, insee: operator }),
      employer.raw("POST", "/api/v1/candidates/search", {
        essential: [{ competencyId: operator, level: 1 }],
        neededBy: TODAY,
      }),
    ]);
    for (const answer of answers) expect([answer.status, answer.body.code]).toEqual([400, "invalid_input"]);
  });

  it("in a query string and in a path", async () => {
    const suggest = await trainee.raw("GET", "/api/v1/referential/suggestions?q[$gt]=&kind=occupation");
    expect([suggest.status, suggest.body.code]).toEqual([400, "invalid_input"]);
    const path = await employer.raw("GET", `/api/v1/candidates/${encodeURIComponent('{"$gt":""}')}`);
    expect([path.status, path.body.code]).toEqual([400, "invalid_input"]);
  });

  it("a search text full of signs is text", async () => {
    for (const q of ["$where", "(((", "\\", "[a-", "*+?", "%00", "'; drop"]) {
      const answer = await trainee.raw(
        "GET",
        `/api/v1/referential/suggestions?kind=competency&q=${encodeURIComponent(q)}`,
      );
      expect(answer.status).toBe(200);
    }
  });
});

describe("text is text", () => {
  const html = '<img src=x onerror="alert(1)"> & <script>1</script>';

  it("HTML comes back as it was typed, as JSON", async () => {
    const portfolio = await trainee.api.portfolio.saveExperience({
      id: "exp-html",
      kind: "work",
      title: html,
      organisation: html,
      startsOn: "2024-01",
      endsOn: null,
      description: html,
      competencies: [],
    });
    expect(portfolio.experiences[0]).toMatchObject({ title: html, organisation: html, description: html });
    const answer = await trainee.raw("GET", "/api/v1/portfolio");
    expect(answer.headers.get("content-type")).toContain("application/json");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("control characters are refused", async () => {
    const answer = await trainee.raw("PATCH", "/api/v1/accounts/me", { firstName: "A\u0000B" });
    expect([answer.status, answer.body.code, answer.body.data?.field]).toEqual([
      400,
      "invalid_input",
      "firstName",
    ]);
  });
});

describe("tokens", () => {
  const bearing = (token: string) => {
    const visitor = product.visitor();
    visitor.cookies.set("acquis_access", token);
    return visitor.raw("GET", "/api/v1/portfolio");
  };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

  it("refuses a token that was changed, unsigned, or signed by somebody else", async () => {
    const good = trainee.cookies.get("acquis_access") ?? "";
    const [head = "", , signature = ""] = good.split(".");
    const claims = part({ sub: trainee.id, role: "steward", org: null, fam: "x", exp: 9_999_999_999 });
    const foreign = `${part({ alg: "HS256", typ: "JWT" })}.${claims}`;
    const forged = [
      `${head}.${claims}.${signature}`,
      `${part({ alg: "none", typ: "JWT" })}.${claims}.`,
      `${foreign}.${createHmac("sha256", "guess").update(foreign).digest("base64url")}`,
      "garbage",
    ];
    for (const token of forged) {
      const answer = await bearing(token);
      expect([answer.status, answer.body.code]).toEqual([401, "not_signed_in"]);
    }
  });

  it("says that a token has expired", async () => {
    let now = new Date(`${TODAY}T10:00:00Z`);
    const later = await startProduct({ overrides: { clock: { now: () => now, today: () => TODAY } } });
    try {
      const person = await aPerson(later, "trainee");
      expect((await person.raw("GET", "/api/v1/portfolio")).status).toBe(200);
      now = new Date(now.getTime() + 16 * 60_000);
      const answer = await person.raw("GET", "/api/v1/portfolio");
      expect([answer.status, answer.body.code]).toEqual([401, "session_expired"]);
      await person.api.accounts.refresh();
      expect((await person.raw("GET", "/api/v1/portfolio")).status).toBe(200);
    } finally {
      await later.stop();
    }
  });
});

describe("settings", () => {
  it("outside a demonstration, refuses to start and lists all that is missing at once", () => {
    const failure = (() => {
      try {
        readSettings({ NODE_ENV: "production", PORT: "not a port" });
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toBeInstanceOf(SettingsError);
    const problems = (failure as SettingsError).problems.join("\n");
    for (const name of ["PORT", "SESSION_SECRET", "PUBLIC_URL", "SMTP_URL", "STEWARD_EMAIL"])
      expect(problems).toContain(name);
  });
});
