import type { SuggestItem } from "@acquis/search-config/referential/suggestion.rules.ts";
import type { Kernel } from "../platform/kernel.ts";
import type { ReferentialEngine } from "./referential-engine.ts";

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;

/** How true the suggestions are; `behind` counts the items not given yet. */
export interface LoadState {
  behind: number;
  lastSuccess: Date | null;
  failingSince: Date | null;
  failure: string | null;
}

/**
 * Gives the engine the last items known. Nobody waits for an engine on another server: while it is away it is
 * tried again, later and later, and what it knew before answers once it is back.
 */
export function keepLoaded(engine: ReferentialEngine, log: Kernel["log"]) {
  let wanted: readonly SuggestItem[] = [];
  let given: readonly SuggestItem[] | null = null;
  let working: Promise<void> | null = null;
  let lastSuccess: Date | null = null;
  let failing: { since: Date; why: string } | null = null;
  let stopped = false;
  let wake: (() => void) | null = null;

  async function work(): Promise<void> {
    for (let failures = 0; given !== wanted && !stopped; ) {
      const items = wanted;
      try {
        await engine.load(items);
        given = items;
        failures = 0;
        failing = null;
        lastSuccess = new Date();
      } catch (error) {
        const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
        failing = { since: failing?.since ?? new Date(), why: String((cause as Error).message ?? cause) };
        log.error({ err: error, failures }, "the suggestions could not be loaded, trying again");
        await pause(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures++));
      }
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      timer.unref();
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  return {
    async give(items: readonly SuggestItem[]): Promise<void> {
      wanted = items;
      if (!engine.isRemote) {
        await engine.load(items);
        given = items;
        lastSuccess = new Date();
      } else if (items.length > 0)
        working ??= work().finally(() => {
          working = null;
        });
    },
    /** Waits for what is under way, a moment at most. */
    async soon(ms: number): Promise<void> {
      await Promise.race([working, new Promise((resolve) => setTimeout(resolve, ms).unref())]);
    },
    async stop(): Promise<void> {
      stopped = true;
      wake?.();
      await working;
    },
    state: (): LoadState => ({
      behind: given === wanted ? 0 : wanted.length,
      lastSuccess,
      failingSince: failing?.since ?? null,
      failure: failing?.why ?? null,
    }),
  };
}
