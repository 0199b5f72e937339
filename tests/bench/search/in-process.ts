import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { projectCandidate } from "@acquis/search-config/candidates/project-candidate.ts";
import { createEmbeddedCandidateEngine } from "@acquis/server/candidates/embedded-engine/embedded-engine.ts";
import type { Day } from "@acquis/shared/platform/primitives.schema.ts";
import { type Asked, checkPages } from "./check.ts";
import { createPeople, numberOf } from "./people.ts";
import { createQuestions } from "./questions.ts";
import { percentiles, type Times } from "./report.ts";
import type { RomeWorld } from "./rome-world.ts";

const CHUNK = 500;
const WARM_UP = 200;

export interface InProcessResult extends Times {
  differences: number;
  listed: string[];
}

export interface Filled {
  inProcess: InProcessResult;
  engineMb: number;
  rebuildSeconds: number;
}

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

function usedMb(): number {
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

/** Fills the embedded engine with people, asks it the questions one by one, and checks every page. */
export async function runInProcess(
  world: RomeWorld,
  options: { people: number; queries: number; today: Day },
  say: (step: string, share: number) => void,
): Promise<Filled> {
  const { people, queries, today } = options;
  const portfolioOf = createPeople(world, today);
  const profileOf = (number: number) => projectCandidate(portfolioOf(number), world.familyOf);

  const before = usedMb();
  const engine = createEmbeddedCandidateEngine();
  let rebuildMs = 0;
  for (let from = 0; from < people; from += CHUNK) {
    const portfolios = Array.from({ length: Math.min(CHUNK, people - from) }, (_, at) =>
      portfolioOf(from + at),
    );
    const started = performance.now();
    const profiles = portfolios.flatMap((portfolio) => projectCandidate(portfolio, world.familyOf) ?? []);
    await engine.put(profiles);
    rebuildMs += performance.now() - started;
    say("filling", Math.min(1, (from + CHUNK) / people));
  }
  const engineMb = usedMb() - before;

  for (const { query, page, pageSize } of createQuestions(world, today, people, WARM_UP, 2))
    await engine.search(query, page, pageSize, { facets: true });
  const times: number[] = [];
  const asked: Asked[] = [];
  for (const question of createQuestions(world, today, people, queries)) {
    const started = performance.now();
    const answer = await engine.search(question.query, question.page, question.pageSize, { facets: true });
    times.push(performance.now() - started);
    asked.push({ ...question, answer });
  }
  const listed = checkPages(asked, people, profileOf, numberOf, (share) => say("checking", share));
  return {
    inProcess: { ...percentiles(times), differences: listed.length, listed },
    engineMb,
    rebuildSeconds: rebuildMs / 1000,
  };
}
