import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { badge, didUrl, endorsement, MAIL, subject } from "@acquis/server/badges/validator/testing/badges.ts";
import { newIssuer, sign } from "@acquis/server/badges/validator/testing/issuing.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const COMMAND = fileURLToPath(new URL("../../scripts/src/badge-verify.ts", import.meta.url));
const REGION = "did:web:region.example.fr";
let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "acquis-badge-verify-"));
  const [asso, region] = await Promise.all([newIssuer("did:web:asso.example.fr"), newIssuer(REGION)]);
  const { achievement } = subject();
  const recognised = await sign(endorsement(region, (achievement as { id: string }).id), region);
  const signed = await sign(
    badge(asso, {
      validUntil: "2026-06-01T14:00:00+02:00",
      credentialSubject: subject({ achievement: { ...Object(achievement), endorsement: [recognised] } }),
    }),
    asso,
  );
  const page = (json: object) => ({ status: 200, type: "application/json", json });
  const web = { [didUrl(asso.id)]: page(asso.document), [didUrl(region.id)]: page(region.document) };
  await writeFile(at("badge.json"), JSON.stringify(signed));
  await writeFile(at("web.json"), `\uFEFF${JSON.stringify(web)}`);
});
afterAll(() => rm(folder, { recursive: true }));

interface Ended {
  code: number;
  out: string;
  err: string;
}

const run = (...args: string[]) =>
  new Promise<Ended>((resolve) => {
    execFile(
      process.execPath,
      ["--import", "tsx", COMMAND, ...args],
      { env: { ...process.env, INIT_CWD: folder, OB3_SCHEMAS: "" } },
      (error, out, err) => resolve({ code: Number(error?.code ?? 0), out, err }),
    );
  });

describe("npm run badge:verify", () => {
  it("prints one line of JSON with the verdict, the checks and the credential", async () => {
    const { code, out, err } = await run(
      ...["badge.json", "--json", "--web", "web.json", "--now", "2026-06-01T12:00:00Z"],
      ...["--recipient", MAIL, "--region", REGION],
    );
    expect([code, err, out.trim().split("\n").length]).toEqual([0, "", 1]);
    const { verdict, checks, credential } = JSON.parse(out);
    expect(verdict).toBe("valid");
    expect(credential.name).toBe("Communiquer");
    const outcomes = Object.fromEntries(
      checks.map(({ name, outcome }: { name: string; outcome: string }) => [name, outcome]),
    );
    expect(outcomes).toMatchObject({ proof: "passed", recipient: "passed", recognition: "passed" });
  });

  it("judges at the instant it is given, and ends well whatever the verdict", async () => {
    const { code, out } = await run("badge.json", "--web", "web.json", "--now", "2026-06-01T12:00:01Z");
    expect([code, out.trim().split("\n").at(-1)]).toEqual([0, "expired"]);
  });

  it.each([
    ["a file that is not there", ["none.json"], "none.json is neither a file"],
    ["a web that is no JSON", ["badge.json", "--web", "badge.txt"], "badge.txt"],
    ["an instant that is none", ["badge.json", "--now", "demain"], "--now: demain is no date."],
    ["an option it does not know", ["badge.json", "--colour"], "--colour"],
    ["nothing", [], "badge:verify -- FILE|URL"],
  ])("says what is wrong with %s, and ends with 2", async (_title, args, told) => {
    const { code, out, err } = await run(...args, "--json");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(told);
    expect(err).not.toMatch(/\n\s+at /);
  });
});
