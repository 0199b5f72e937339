import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

export interface RunningProduct {
  url: string;
  dataDir: string;
  child: ChildProcess;
  /** From the start of the process to the first page served. */
  readySeconds: number;
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Removes the data too. */
  discard(): Promise<void>;
}

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** Starts the real product as its own process, and waits until it serves. */
export async function startRunningProduct(
  options: { dataDir?: string; command?: string[]; path?: string; environment?: Record<string, string> } = {},
): Promise<RunningProduct> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), "acquis-run-")));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const [command = "node", ...args] = options.command ?? ["node", "--import", "tsx", "server/src/main.ts"];
  const began = performance.now();
  const child = spawn(command, args, {
    cwd: ROOT,
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(port),
      PUBLIC_URL: url,
      DEMO: "true",
      LOG_LEVEL: "error",
      ...options.environment,
    },
    stdio: ["ignore", "ignore", "inherit"],
    detached: true,
  });
  // A group of its own does not hear Ctrl-C.
  for (const asked of ["SIGINT", "SIGTERM"] as const)
    process.once(asked, () => {
      signalGroup(child, "SIGKILL");
      process.exit(130);
    });
  /** npm ends before the server it started: all of the group must be gone. */
  async function end(signal: NodeJS.Signals): Promise<void> {
    signalGroup(child, signal);
    while (signalGroup(child, 0)) await new Promise((resolve) => setTimeout(resolve, 25));
  }
  await waitFor(`${url}${options.path ?? "/health"}`, child);
  return {
    url,
    dataDir,
    child,
    readySeconds: (performance.now() - began) / 1000,
    async stop(signal = "SIGTERM") {
      await end(signal);
    },
    async discard() {
      await end("SIGKILL");
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Whether anybody of the group was there to be told. */
function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals | 0): boolean {
  try {
    return pid !== undefined && process.kill(-pid, signal);
  } catch {
    return false;
  }
}

const START_LIMIT_MS = 120_000;

async function waitFor(url: string, child: ChildProcess): Promise<void> {
  const limit = performance.now() + START_LIMIT_MS;
  while (performance.now() < limit) {
    if (child.exitCode !== null) throw new Error(`the product stopped with code ${child.exitCode}`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok && (!url.endsWith("/health") || (await isFilled(answer)))) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`nothing served at ${url} after ${START_LIMIT_MS / 1000} s`);
}

async function isFilled(health: Response): Promise<boolean> {
  return ((await health.json()) as { search?: { ok?: boolean } }).search?.ok === true;
}

/** Signs in as a persona of the demonstration; answers the cookie header. */
export async function signInAs(url: string, firstRole: string): Promise<{ cookie: string; id: string }> {
  const personas = (await (await fetch(`${url}/api/v1/demo/personas`)).json()) as {
    id: string;
    role: string;
  }[];
  const persona = personas.find((one) => one.role === firstRole);
  if (!persona) throw new Error(`no persona is ${firstRole}`);
  const answer = await fetch(`${url}/api/v1/demo/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ personaId: persona.id }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  return { cookie, id: persona.id };
}
