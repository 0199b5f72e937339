export interface Passes {
  /** There is work: now rather than at the next tick. */
  nudge(): void;
  start(): void;
  /** Ends after what is under way. */
  stop(): Promise<void>;
  /** A pass over what waits now; one under way is followed by another. */
  run(): Promise<void>;
  stopped(): boolean;
}

/** Passes over work that waits, one at a time: at each tick (ms), and again at once when asked during one. */
export function createPasses(
  tickMs: number,
  pass: () => Promise<void>,
  onFailure: (error: unknown) => void,
): Passes {
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  async function passes(): Promise<void> {
    do {
      again = false;
      await pass().catch(onFailure);
    } while (again && !stopped);
    running = null;
  }

  function run(): Promise<void> {
    if (running) again = true;
    else running = passes();
    return running ?? Promise.resolve();
  }

  return {
    run,
    nudge() {
      if (!stopped) void run();
    },
    start() {
      timer = setInterval(() => void run(), tickMs);
      timer.unref();
      void run();
    },
    async stop() {
      stopped = true;
      if (timer) clearInterval(timer);
      await running;
    },
    stopped: () => stopped,
  };
}
