import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadSchemas } from "./schemas.ts";
import { badge, didUrl, subject, verify, web } from "./testing/badges.ts";
import { newIssuer, sign, type TestIssuer } from "./testing/issuing.ts";

let folder: string;
let asso: TestIssuer;

beforeAll(async () => {
  asso = await newIssuer("did:web:asso.example.fr");
  folder = mkdtempSync(join(tmpdir(), "ob3-schemas-"));
  const schema = {
    $schema: "https://json-schema.org/draft/2019-09/schema#",
    $id: "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",
    type: "object",
    required: ["validFrom", "name"],
    properties: { validFrom: { type: "string", format: "date-time" }, proof: { type: "array" } },
  };
  writeFileSync(join(folder, "ob_v3p0_achievementcredential_schema.json"), JSON.stringify(schema));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("the JSON Schemas of a folder", () => {
  it("are checked besides our own rules", async () => {
    const schemas = loadSchemas(folder);
    const pages = web({ [didUrl(asso.id)]: asso.document });
    const good = await verify(await sign(badge(asso), asso), pages, { schemas });
    const nameless = await verify(await sign(badge(asso, { name: undefined }), asso), pages, { schemas });
    expect([good.verdict, nameless.verdict, nameless.check("conformance")?.code]).toEqual([
      "valid",
      "notConformant",
      "conformance.schema",
    ]);
  });

  it("may be named as in 1EdTech's repository", () => {
    const bare = mkdtempSync(join(tmpdir(), "ob3-schemas-"));
    const schema = { $schema: "https://json-schema.org/draft/2019-09/schema#", required: ["name"] };
    writeFileSync(join(bare, "achievementcredential.json"), JSON.stringify(schema));
    expect(loadSchemas(bare).badge({})).toEqual(["Schema: / must have required property 'name'."]);
    rmSync(bare, { recursive: true });
  });

  it("must be there when a folder is named", () => {
    expect(() => loadSchemas(tmpdir())).toThrow("OB3_SCHEMAS");
  });
});

// The real ones, when whoever runs the tests has them: OB3_SCHEMAS=DIR npx vitest run server/src/badges.
describe.runIf(process.env.OB3_SCHEMAS)("the published schemas", () => {
  it("accept what our own rules accept", async () => {
    const schemas = loadSchemas(process.env.OB3_SCHEMAS ?? "");
    const made = await sign(badge(asso, { credentialSubject: subject() }), asso);
    const result = await verify(made, web({ [didUrl(asso.id)]: asso.document }), { schemas });
    expect(result.check("conformance")).toMatchObject({ outcome: "passed" });
  });
});
