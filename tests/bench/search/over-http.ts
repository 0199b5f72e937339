import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { projectCandidate } from "@acquis/search-config/candidates/project-candidate.ts";
import type { CandidateAnswer } from "@acquis/server/candidates/candidate-engine.ts";
import type { CandidatePage, ShownVerdict } from "@acquis/shared/candidates/candidate.schema.ts";
import { UNKNOWN_STEP } from "@acquis/shared/candidates/distance.rules.ts";
import { type Asked, checkPages } from "./check.ts";
import type { ServerReady } from "./http-server.ts";
import type { CheckedRun, RunOptions, Say } from "./in-process.ts";
import { createPeople, numberOf } from "./people.ts";
import { createQuestions, type Question } from "./questions.ts";
import { percentiles } from "./report.ts";
import { inWordsOf, type RomeWorld } from "./rome-world.ts";

const WARM_UP = 100;

export interface HttpResult extends CheckedRun {
  /** From listening to everybody in the search, read from the database. */
  readySeconds: number;
}

/**
 * Asks the real route of the real product, in a process of its own, the questions one by one; checks every page.
 * On Meilisearch the product fills indexes with a random prefix, which are dropped afterwards.
 */
export async function runOverHttp(
  world: RomeWorld,
  options: RunOptions,
  say: Say,
  meilisearch: { url: string; apiKey: string; prefix: string } | null = null,
): Promise<HttpResult> {
  const { people, queries, today } = options;
  const dataDir = mkdtempSync(join(tmpdir(), "acquis-bench-"));
  const child = fork(fileURLToPath(new URL("./http-server.ts", import.meta.url)), [String(people), today], {
    execArgv: ["--import", "tsx", "--max-old-space-size=6144"],
    // An empty setting is none: the embedded database, and the embedded engine unless asked, whatever the shell has.
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      DEMO: "true",
      LOG_LEVEL: "error",
      PORT: "0",
      MONGODB_URI: "",
      MEILI_URL: meilisearch?.url ?? "",
      MEILI_API_KEY: meilisearch?.apiKey ?? "",
      MEILI_PREFIX: meilisearch?.prefix ?? "",
    },
  });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  try {
    const server = await new Promise<ServerReady>((resolve, reject) => {
      child.once("exit", (code) => reject(new Error(`The product stopped before it was ready (${code})`)));
      child.on("message", (message: ServerReady | { share: number }) => {
        if ("share" in message) say("writing people in the database", message.share);
        else resolve(message);
      });
    });
    const cookie = await signIn(server);
    const named = inWordsOf(world, server.names);
    for (const question of createQuestions(named, today, people, WARM_UP, 2))
      await ask(server, cookie, question);
    const times: number[] = [];
    const asked: Asked[] = [];
    for (const question of createQuestions(named, today, people, queries)) {
      const started = performance.now();
      const page = await ask(server, cookie, question);
      times.push(performance.now() - started);
      asked.push({ ...question, answer: answerOf(page, question) });
    }
    const portfolioOf = createPeople(named, today);
    const listed = checkPages(
      asked,
      people,
      (number) => projectCandidate(portfolioOf(number), named.familyOf),
      numberOf,
      (share) => say("checking the pages of the route", share),
    );
    return { ...percentiles(times), differences: listed.length, listed, readySeconds: server.readySeconds };
  } finally {
    if (child.connected) child.send("stop");
    await gone;
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function signIn({ url, personaId }: ServerReady): Promise<string> {
  const response = await fetch(`${url}/api/v1/demo/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ personaId }),
  });
  if (!response.ok) throw new Error(`Sign-in answered ${response.status}: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}

async function ask({ url }: ServerReady, cookie: string, { query, insee, page, pageSize }: Question) {
  const { essential, useful, neededBy, maxDistanceKm, contracts, availableBy, occupations, areas, text } =
    query;
  const response = await fetch(`${url}/api/v1/candidates/search`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify({
      essential: essential.map(({ competencyId, level }) => ({ competencyId, level })),
      useful,
      neededBy: `${neededBy}-15`,
      insee,
      filters: { maxDistanceKm, contracts, availableBy, occupations, areas, text },
      page,
      pageSize,
    }),
  });
  const body = await response.text();
  if (!response.ok) throw new Error(`The route answered ${response.status}: ${body.slice(0, 300)}`);
  return JSON.parse(body) as CandidatePage;
}

const explanationOf = ({ training, heldLevel, later }: ShownVerdict) => ({ training, heldLevel, later });

/** What the route says, as engines say it. */
function answerOf(page: CandidatePage, { query }: Question): CandidateAnswer {
  const bare = (buckets: { value: string; count: number }[]) =>
    buckets.map(({ value, count }) => ({ value, count }));
  return {
    total: page.total,
    allReady: page.allReady,
    hits: page.results.map((result) => ({
      id: result.id,
      counts: result.counts,
      essential: result.essential.map((one) => one.verdict),
      useful: result.useful.map((one) => one.verdict),
      explanation: {
        essential: result.essential.map(explanationOf),
        useful: result.useful.map(explanationOf),
      },
      step: result.distanceStep ?? (query.place ? UNKNOWN_STEP : 0),
    })),
    facets: {
      contracts: bare(page.facets.contracts),
      areas: bare(page.facets.areas),
      occupations: bare(page.facets.occupations),
      availability: bare(page.facets.availability),
    },
  };
}
