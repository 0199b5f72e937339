import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { projectCandidate } from "@acquis/search-config/candidates/project-candidate.ts";
import type { CandidateEngine } from "@acquis/server/candidates/candidate-engine.ts";
import { createEmbeddedCandidateEngine } from "@acquis/server/candidates/embedded-engine/embedded-engine.ts";
import type { Day } from "@acquis/shared/platform/primitives.schema.ts";
import { type Asked, checkPages } from "./check.ts";
import { createPeople, numberOf } from "./people.ts";
import { createQuestions, type Question } from "./questions.ts";
import { percentiles, type Times } from "./report.ts";
import type { RomeWorld } from "./rome-world.ts";

const WARM_UP = 500;

export interface RunOptions {
  people: number;
  queries: number;
  today: Day;
}

export type Say = (step: string, share: number) => void;

/** Times of the questions, and what differs from the pure rule. */
export interface CheckedRun extends Times {
  differences: number;
  listed: string[];
}

export interface Filled {
  inProcess: CheckedRun;
  engineMb: number;
  /** To put everybody in an empty engine, and before that to make their profiles from their portfolios. */
  rebuildSeconds: number;
  projectSeconds: number;
}

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

/** Memory in use once everything dropped is collected. */
function usedMb(): number {
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

/** Fills the embedded engine with people, asks it the questions one by one, and checks every page. */
export async function runInProcess(world: RomeWorld, options: RunOptions, say: Say): Promise<Filled> {
  const before = usedMb();
  const engine = createEmbeddedCandidateEngine();
  const filled = await fill(engine, world, options, 500, say);
  const engineMb = usedMb() - before;
  return { inProcess: await askAndCheck(engine, world, options, say), engineMb, ...filled };
}

/** Puts everybody in an engine; answers how long that took, and their projection; drawing people is not counted. */
export async function fill(
  engine: CandidateEngine,
  world: RomeWorld,
  { people, today }: RunOptions,
  batch: number,
  say: Say,
): Promise<{ rebuildSeconds: number; projectSeconds: number }> {
  const portfolioOf = createPeople(world, today);
  let projectMs = 0;
  let rebuildMs = 0;
  for (let from = 0; from < people; from += batch) {
    const size = Math.min(batch, people - from);
    const portfolios = Array.from({ length: size }, (_, at) => portfolioOf(from + at));
    const started = performance.now();
    const profiles = portfolios.flatMap((portfolio) => projectCandidate(portfolio, world.familyOf) ?? []);
    const projected = performance.now();
    await engine.put(profiles);
    projectMs += projected - started;
    rebuildMs += performance.now() - projected;
    say("filling the engine", Math.min(1, (from + batch) / people));
  }
  return { rebuildSeconds: rebuildMs / 1000, projectSeconds: projectMs / 1000 };
}

/** Warms up, asks the questions one by one, and checks every page. `onAsked` is told after each. */
export async function askAndCheck(
  engine: CandidateEngine,
  world: RomeWorld,
  { people, queries, today }: RunOptions,
  say: Say,
  onAsked: (question: Question) => Promise<void> = async () => {},
): Promise<CheckedRun> {
  const warmUp = Math.min(WARM_UP, queries);
  for (const { query, page, pageSize } of createQuestions(world, today, people, warmUp, 2))
    await engine.search(query, page, pageSize, { facets: true });
  const times: number[] = [];
  const asked: Asked[] = [];
  for (const question of createQuestions(world, today, people, queries)) {
    const started = performance.now();
    const answer = await engine.search(question.query, question.page, question.pageSize, { facets: true });
    times.push(performance.now() - started);
    asked.push({ ...question, answer });
    await onAsked(question);
  }
  const portfolioOf = createPeople(world, today);
  const listed = checkPages(
    asked,
    people,
    (number) => projectCandidate(portfolioOf(number), world.familyOf),
    numberOf,
    (share) => say("checking every page", share),
  );
  return { ...percentiles(times), differences: listed.length, listed };
}
