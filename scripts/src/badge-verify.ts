import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { decodeText, isObject } from "@acquis/server/badges/validator/json.ts";
import type { Outcome, Verification } from "@acquis/server/badges/validator/model.ts";
import { recordedWeb } from "@acquis/server/badges/validator/recorded-web.ts";
import { safeFetch } from "@acquis/server/badges/validator/safe-fetch.ts";
import { loadSchemas } from "@acquis/server/badges/validator/schemas.ts";
import { verifyBadge } from "@acquis/server/badges/validator/verify-badge.ts";

const USAGE = `npm run badge:verify -- FILE|URL [options]
  --json             one line {verdict, checks, credential}
  --web FILE         read a recorded web {url: {status, type, json | base64}} instead of the network
  --recipient MAIL   whose badge it should be
  --region DID       whose endorsement is a recognition
  --now DATE         the instant to judge at (ISO 8601)
OB3_SCHEMAS=DIR also checks the published JSON Schemas (ob_v3p0_*_schema.json).
Exit code: 0 when there is a verdict, whichever it is; 2 when it was not asked well.`;

const MARKS: Record<Outcome, string> = {
  passed: "✓",
  warning: "!",
  failed: "✗",
  unknown: "?",
  notApplicable: "–",
};

function print({ verdict, checks }: Verification): void {
  for (const { name, outcome, code, detail } of checks)
    console.log(`${MARKS[outcome]} ${name.padEnd(13)} ${detail} (${code})`);
  console.log(`\n${verdict}`);
}

/** npm moves to the root before it runs a script: a path is meant from where the person is. */
const pathOf = (path: string) => resolve(process.env.INIT_CWD ?? process.cwd(), path);

function read(path: string): Uint8Array {
  try {
    return readFileSync(pathOf(path));
  } catch {
    throw new Error(`${path} is neither a file that can be read nor an https address.`);
  }
}

function webOf(path: string | undefined) {
  if (!path) return safeFetch();
  const pages = jsonOf(read(path));
  if (!isObject(pages)) throw new Error(`--web: ${path} must be a JSON object of pages by URL.`);
  return recordedWeb(pages);
}

/** Any size: a web of paper holds many pages. */
function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeText(bytes));
  } catch {
    return undefined;
  }
}

function nowOf(text: string | undefined): Date {
  const now = text === undefined ? new Date() : new Date(text);
  if (Number.isNaN(now.getTime())) throw new Error(`--now: ${text} is no date.`);
  return now;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: "boolean" },
      help: { type: "boolean" },
      web: { type: "string" },
      recipient: { type: "string" },
      region: { type: "string" },
      now: { type: "string" },
    },
  });
  const [target] = positionals;
  if (values.help || target === undefined || positionals.length > 1) {
    console.error(USAGE);
    return values.help ? 0 : 2;
  }
  const folder = process.env.OB3_SCHEMAS;
  const verification = await verifyBadge(/^https?:\/\//i.test(target) ? target : read(target), {
    resolve: webOf(values.web),
    now: nowOf(values.now),
    ...(values.recipient ? { recipient: values.recipient } : {}),
    ...(values.region ? { region: values.region } : {}),
    ...(folder ? { schemas: loadSchemas(pathOf(folder)) } : {}),
  });
  if (values.json) console.log(JSON.stringify(verification));
  else print(verification);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
