import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readSettings } from "@acquis/server/platform/settings.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startProduct } from "../testing/product.ts";

const MAIN = fileURLToPath(new URL("../../server/src/main.ts", import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "acquis-start-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** How a start that must fail ends: what it says, and its exit code. */
async function start(environment: Record<string, string>): Promise<{ code: number; said: string }> {
  const real = {
    SESSION_SECRET: "s".repeat(40),
    PUBLIC_URL: "http://localhost",
    SMTP_URL: "smtp://127.0.0.1:1",
  };
  const child = spawn(process.execPath, ["--import", "tsx", MAIN], {
    env: {
      PATH: process.env.PATH ?? "",
      DEMO: "false",
      LOG_LEVEL: "silent",
      MAIL_FROM: "a@b.example",
      STEWARD_EMAIL: "a@b.example",
      PORT: "0",
      DATA_DIR: join(folder, "data"),
      ...real,
      ...environment,
    },
  });
  let said = "";
  child.stdout.on("data", (text) => (said += text));
  child.stderr.on("data", (text) => (said += text));
  const [code] = await once(child, "exit");
  return { code: Number(code), said };
}

describe("a start that cannot be", () => {
  it("says which port is taken", async () => {
    const taken = createServer().listen(0);
    await once(taken, "listening");
    const { port } = taken.address() as AddressInfo;
    const { code, said } = await start({ PORT: String(port) });
    taken.close();
    expect({ code, said }).toEqual({
      code: 1,
      said: expect.stringMatching(`^Port ${port} is taken: .*PORT`),
    });
  });

  it("says that the folder is another product's", async () => {
    const product = await startProduct();
    const { code, said } = await start({ DATA_DIR: product.app.kernel.settings.dataDir });
    await product.stop();
    expect({ code, said }).toEqual({
      code: 1,
      said: expect.stringMatching(/^Another Acquis runs on .*DATA_DIR/),
    });
  });

  it("says that the folder cannot be written", async () => {
    const file = join(folder, "a-file");
    await writeFile(file, "");
    const kinds: Record<string, string>[] = [{}, { DEMO: "true", SESSION_SECRET: "" }];
    for (const environment of kinds) {
      const { code, said } = await start({ ...environment, DATA_DIR: file });
      expect(code).toBeGreaterThan(0);
      expect(said).toContain("DATA_DIR");
      expect(said).not.toContain("    at ");
    }
  });

  it("names every wrong setting at once", async () => {
    const { code, said } = await start({
      PUBLIC_URL: "javascript:alert",
      SMTP_URL: "smtp:nowhere",
      MEILI_URL: "http://127.0.0.1:1",
      SESSION_SECRET: "short",
      STEWARD_EMAIL: "",
    });
    expect(code).toBe(78);
    for (const name of ["PUBLIC_URL", "SMTP_URL", "MEILI_API_KEY", "SESSION_SECRET", "STEWARD_EMAIL"])
      expect(said).toContain(name);
  });
});

it("does not start without its indexes: one address would have two accounts", async () => {
  const dataDir = join(folder, "twice");
  const first = await startProduct({ dataDir });
  const { accounts } = first.app.features.accounts.store;
  await accounts.collection.dropIndex("email_1");
  const anAccount = (id: string) => ({ _id: id as never, email: "same@test.example", role: "trainee" });
  await accounts.collection.insertMany([anAccount("a"), anAccount("b")]);
  await first.stop();
  await expect(startProduct({ dataDir })).rejects.toMatchObject({ code: 11_000 });
});

it("the secret of a demonstration stays the same, and one cut short by a crash is made again", async () => {
  const dataDir = join(folder, "demo");
  const secret = () => readSettings({ DATA_DIR: dataDir }).sessionSecret;
  const first = secret();
  expect(secret()).toBe(first);
  await writeFile(join(dataDir, "session-secret"), first.slice(0, 3));
  expect(secret().length).toBeGreaterThanOrEqual(32);
  expect(secret()).toBe((await readFile(join(dataDir, "session-secret"), "utf8")).trim());
});
