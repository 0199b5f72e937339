import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import en from "../badgeChecks.en.ts";
import fr from "../badgeChecks.fr.ts";

const server = fileURLToPath(new URL("../../../../server/src/badges", import.meta.url));

/** Sources of a folder of the server, tests left out. */
function sourcesOf(folder: string): { name: string; source: string }[] {
  return readdirSync(`${server}/${folder}`)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => ({ name, source: readFileSync(`${server}/${folder}/${name}`, "utf8") }));
}

const every = (source: string, pattern: RegExp) => [...source.matchAll(pattern)].map(([, code = ""]) => code);

/** Files whose short helpers all speak of one check: `unsupported("key", …)` of proof, `must(…, "id", …)` of form. */
const HELPERS: [file: RegExp, check: string, call: RegExp][] = [
  [/^(read-input|verify-badge)\.ts$/, "format", /\brefused?\(\s*"(\w+)"/g],
  [/^proof/, "proof", /\bunsupported\("(\w+)"/g],
  [/^status-list\.ts$/, "status", /\bunknown\("(\w+)"/g],
  [/^status\.ts$/, "status", /code: "(\w+)"/g],
  [/^verify-ob3\.ts$/, "refresh", /\bkept\("(\w+)"/g],
  [/^(conformance|verify-ob3)\.ts$/, "conformance", /\bstrictly\("(\w+)"/g],
  [/^ob3-conformance\.ts$/, "conformance", /(?:^|[^\w$])"(\w+)",\s*["`'](?:[^"`']*)["`'],?\s*\)/gm],
  [/^ob2-conformance\.ts$/, "conformance", /"(\w+)",\s*(?:"[^"]*\."|`[^`]*\.`),?\s*\]/g],
];

/** Codes that the source spells with a variable, or chooses between two. */
const CHOSEN = [
  "status.revoked",
  "status.suspended",
  "conformance.validFrom",
  "conformance.validUntil",
  "conformance.issuanceDate",
  "conformance.expirationDate",
  "proof.key",
  "proof.broken",
  "issuer.notAnAddress",
  "issuer.unreachable",
];

function codesOfServer(): string[] {
  const validator = sourcesOf("validator");
  const found = validator.flatMap(({ name, source }) => [
    ...[...source.matchAll(/finding\(\s*"(\w+)",\s*"\w+",\s*"(\w+)"/g)].map(
      ([, check, code]) => `${check}.${code}`,
    ),
    ...HELPERS.filter(([file]) => file.test(name)).flatMap(([, check, call]) =>
      every(source, call).map((code) => `${check}.${code}`),
    ),
  ]);
  const names = every(
    validator.find(({ name }) => name === "model.ts")?.source.match(/CHECK_NAMES = \[[^\]]*\]/)?.[0] ?? "",
    /"(\w+)"/g,
  );
  const whole = new RegExp(`(?:code|[?:]):? "((?:${names.join("|")})\\.\\w+)"`, "g");
  const spelled = ["verifier", "collection"].flatMap(sourcesOf).flatMap(({ source }) => every(source, whole));
  return [...new Set([...found, ...spelled, ...CHOSEN, ...names.map((name) => `${name}.notReached`)])].sort();
}

const codesOf = (words: Record<string, Record<string, string>>) =>
  Object.entries(words).flatMap(([check, sentences]) =>
    Object.keys(sentences).map((code) => `${check}.${code}`),
  );

describe("what the checks of a badge find", () => {
  const codes = codesOfServer();

  it("reads the codes out of the validator", () => {
    expect(codes.length).toBeGreaterThan(110);
    expect(codes).toEqual(expect.arrayContaining(["proof.hostedDiffers", "conformance.subjectUnidentified"]));
  });

  it.each([
    ["French", fr],
    ["English", en],
  ])("has words in %s for every code", (_language, words) => {
    expect(codes.filter((code) => !codesOf(words).includes(code))).toEqual([]);
  });

  it("keeps no words for codes that are gone", () => {
    expect(codesOf(fr).filter((code) => !codes.includes(code))).toEqual([]);
  });
});
