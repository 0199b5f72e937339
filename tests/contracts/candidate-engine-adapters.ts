import type { CandidateEngine } from "@acquis/server/candidates/candidate-engine.ts";
import { createEmbeddedCandidateEngine } from "@acquis/server/candidates/embedded-engine/embedded-engine.ts";

/** What the suite needs of an engine, and how hard it may press it. */
export interface CandidateEngineAdapter {
  name: string;
  worlds: number;
  queriesPerWorld: number;
  histories: number;
  changes: number;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** An engine with nobody in it. */
  empty(): Promise<CandidateEngine>;
}

/** The seed of the properties: another one each run, printed in their titles, `SEED=` to run one again. */
export const seed: number = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

const embedded: CandidateEngineAdapter = {
  name: "the embedded engine",
  worlds: 60,
  queriesPerWorld: 25,
  histories: 40,
  changes: 25,
  start: async () => {},
  stop: async () => {},
  empty: async () => createEmbeddedCandidateEngine(),
};

export const candidateEngineAdapters: CandidateEngineAdapter[] = [embedded];
