import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2019, type ValidateFunction } from "ajv/dist/2019.js";
import addFormats from "ajv-formats";
import { isObject, type JsonObject, parseJson } from "./json.ts";
import type { Schemas } from "./model.ts";

/**
 * The published JSON Schemas of OB 3.0 from a folder (`ob_v3p0_achievementcredential_schema.json`,
 * `ob_v3p0_endorsementcredential_schema.json`, or without prefix as in 1EdTech's repository); a kind without a file is not checked. Throws when neither is there.
 */
export function loadSchemas(folder: string): Schemas {
  const names = readdirSync(folder);
  const find = (kind: string) =>
    names.find((name) => name.replace(/^ob_v3p0_/, "").startsWith(kind) && name.endsWith(".json"));
  const [badge, endorsement] = [find("achievementcredential"), find("endorsementcredential")];
  if (!badge && !endorsement)
    throw new Error(`OB3_SCHEMAS: no ob_v3p0_*_schema.json in ${folder}. See the README of the validator.`);
  return {
    badge: checker(badge && join(folder, badge)),
    endorsement: checker(endorsement && join(folder, endorsement)),
  };
}

function checker(path: string | undefined): (credential: JsonObject) => string[] {
  const validate = path ? compile(path) : undefined;
  if (!validate) return () => [];
  return (credential) => {
    if (validate(credential)) return [];
    return (validate.errors ?? [])
      .slice(0, 10)
      .map(({ instancePath, message }) => `Schema: ${instancePath || "/"} ${message ?? "is wrong"}.`);
  };
}

function compile(path: string): ValidateFunction {
  const schema = parseJson(readFileSync(path, "utf8"));
  if (!isObject(schema)) throw new Error(`OB3_SCHEMAS: ${path} is no JSON Schema.`);
  // They say "…2019-09/schema#", which ajv knows without the "#".
  const { $schema, ...rest } = schema;
  const ajv = new Ajv2019({ strict: false, allErrors: true });
  addFormats.default(ajv);
  return ajv.compile({ ...rest, $schema: `${$schema}`.replace(/#$/, "") });
}
