import { type ChildProcess, fork } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createBadgeThread } from "@acquis/server/badges/thread/badge-thread.ts";
import { badge, didUrl, verify, web } from "@acquis/server/badges/validator/testing/badges.ts";
import { newIssuer } from "@acquis/server/badges/validator/testing/issuing.ts";
import type { Answer, Command } from "./bench/badges-server.ts";
import { option, percentile, report } from "./bench/report.ts";

const SIGNATURES = 300;
const IN_BATCH = Number(option("batch") ?? 10_000);
const READ_DURING = 1_000;
const READS = 300;
const SERVER = fileURLToPath(new URL("./bench/badges-server.ts", import.meta.url));

/** Signatures and verifications a second, each on one core. */
async function speed(): Promise<{ issuePerSecond: number; verifyPerSecond: number }> {
  const issuer = await newIssuer("did:web:bench.example");
  const { secretKeyMultibase = "" } = await issuer.key.export({ publicKey: true, secretKey: true });
  const keys = {
    did: issuer.id,
    ed25519: { id: issuer.key.id, publicKeyMultibase: issuer.key.publicKeyMultibase, secretKeyMultibase },
    rsa: {
      id: issuer.rsa.id,
      privateKeyPem: issuer.rsa.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    },
  };
  const thread = createBadgeThread();
  const task = { credential: badge(issuer), assertion: { id: "urn:x" }, keys, date: "2026-01-01T00:00:00Z" };
  const { credential } = await thread.sign(task);
  const begun = performance.now();
  await Promise.all(Array.from({ length: SIGNATURES }, () => thread.sign(task)));
  const issuePerSecond = SIGNATURES / ((performance.now() - begun) / 1000);
  await thread.close();

  const resolve = web({ [didUrl(issuer.id)]: issuer.document });
  await verify(credential, resolve);
  const from = performance.now();
  for (let index = 0; index < SIGNATURES; index += 1) {
    const { verdict } = await verify(credential, resolve);
    if (verdict !== "valid") throw new Error(`a badge just signed is ${verdict}`);
  }
  return { issuePerSecond, verifyPerSecond: SIGNATURES / ((performance.now() - from) / 1000) };
}

interface Server {
  child: ChildProcess;
  url: string;
  personaId: string;
  send(command: Command): void;
  progress(id: string): Promise<{ progress: number; total: number; finished: boolean }>;
}

async function startServer(dataDir: string): Promise<Server> {
  const child = fork(SERVER, {
    execArgv: ["--import", "tsx"],
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      DEMO: "true",
      LOG_LEVEL: "error",
      BENCH_PEOPLE: String(PEOPLE),
    },
  });
  const next = () =>
    new Promise<Answer>((resolve, reject) => {
      const stopped = (code: number | null) => reject(new Error(`the server stopped with code ${code}`));
      child.once("exit", stopped);
      child.once("message", (answer) => {
        child.off("exit", stopped);
        resolve(answer as Answer);
      });
    });
  const first = await next();
  if (!("ready" in first)) throw new Error("the server did not say that it is ready");
  const send = (command: Command) => void child.send(command);
  return {
    child,
    url: `http://127.0.0.1:${first.ready.port}`,
    personaId: first.ready.personaId,
    send,
    async progress(id) {
      const answered = next();
      send({ progress: id });
      const answer = await answered;
      if (!("progress" in answer)) throw new Error("unexpected answer");
      return answer;
    },
  };
}

const PEOPLE = IN_BATCH + READ_DURING;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function kill({ child }: Server): Promise<void> {
  const exited = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await exited;
}

/** Times of portfolio reads, one after the other with a breath in between, until `enough` says so. */
async function readPortfolio(server: Server, enough: (count: number) => Promise<boolean>): Promise<number[]> {
  const signedIn = await fetch(`${server.url}/api/v1/demo/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ personaId: server.personaId }),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const times: number[] = [];
  while (!(await enough(times.length))) {
    const begun = performance.now();
    const answer = await fetch(`${server.url}/api/v1/portfolio`, { headers: { cookie } });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`the portfolio answered ${answer.status}`);
    times.push(performance.now() - begun);
    await wait(5);
  }
  return times;
}

const dataDir = await mkdtemp(join(tmpdir(), "acquis-badges-"));
const loadBefore = loadavg()[0] ?? 0;
let server: Server | null = null;
try {
  const speeds = await speed();

  server = await startServer(dataDir);
  const idle = await readPortfolio(server, async (count) => count >= READS);
  server.send({ batch: { id: "thousand", from: IN_BATCH, count: READ_DURING } });
  const running = server;
  let finished = false;
  const during = await readPortfolio(server, async (count) => {
    if (count % 20 === 0) ({ finished } = await running.progress("thousand"));
    return finished;
  });
  const [idleP95Ms, duringP95Ms] = [percentile(idle, 0.95), percentile(during, 0.95)];

  // Killed in the middle, as a machine that stops: the next start goes on.
  const begun = performance.now();
  server.send({ batch: { id: "large", from: 0, count: IN_BATCH } });
  let killed = false;
  let restartSeconds = 0;
  for (let state = await server.progress("large"); !state.finished; state = await server.progress("large")) {
    if (process.stderr.isTTY) process.stderr.write(`\r${state.progress} of ${state.total}   `);
    if (!killed && state.progress > IN_BATCH / 3) {
      killed = true;
      await kill(server);
      const from = performance.now();
      server = await startServer(dataDir);
      restartSeconds = (performance.now() - from) / 1000;
    }
    await wait(500);
  }
  const seconds = (performance.now() - begun) / 1000 - restartSeconds;
  report("badges", {
    ...speeds,
    batch: {
      badges: IN_BATCH,
      seconds,
      badgesPerSecond: IN_BATCH / seconds,
      killedInTheMiddle: killed,
      restartSeconds,
    },
    portfolioRead: {
      idleP95Ms,
      duringBatchP95Ms: duringP95Ms,
      reads: during.length,
      ratio: duringP95Ms / idleP95Ms,
    },
    load: { before: loadBefore, after: loadavg()[0] ?? 0 },
  });
} finally {
  if (server) await kill(server);
  await rm(dataDir, { recursive: true, force: true });
}
