import { Worker } from "node:worker_threads";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import { type Fetched, type Verification, type VerifyOptions, WebError } from "../validator/model.ts";

/** Port: verifies a badge somewhere. In the product, in a thread; in tests of rules, right here. */
export type VerifyBadge = (
  input: Uint8Array | string,
  options: Pick<VerifyOptions, "resolve" | "now" | "recipient" | "region">,
) => Promise<Verification>;

export type ToThread =
  | {
      kind: "verify";
      id: number;
      input: Uint8Array | string;
      now: number;
      recipient: string | undefined;
      region: string | undefined;
    }
  | { kind: "answer"; ask: number; fetched: Fetched }
  | {
      kind: "answer";
      ask: number;
      fetched?: undefined;
      code: string;
      problem: string;
      status: number | undefined;
    };

export type FromThread =
  | { kind: "ask"; id: number; ask: number; url: string; accept: string | undefined }
  | { kind: "done"; id: number; verification: Verification };

export interface VerifyThread {
  verify: VerifyBadge;
  close(): Promise<void>;
}

interface Waiting {
  options: Parameters<VerifyBadge>[1];
  resolve(verification: Verification): void;
  reject(error: Error): void;
  timer: NodeJS.Timeout;
}

const THREAD = new URL("./verify-thread.mjs", import.meta.url);
/** Far beyond any honest badge: a few pages of 5 s at most, and proofs. */
const MOST_MS = 60_000;

/**
 * One thread, started with the first badge: proofs and canonical forms of what strangers send hold no request.
 * A badge that takes it too long takes it down; it starts again with the next one.
 */
export function createVerifyThread(mostMs = MOST_MS, thread = THREAD): VerifyThread {
  let worker: Worker | null = null;
  let next = 0;
  const waiting = new Map<number, Waiting>();

  function failAll(error: Error): void {
    worker = null;
    for (const { reject, timer } of waiting.values()) {
      clearTimeout(timer);
      reject(error);
    }
    waiting.clear();
  }

  async function answer(started: Worker, { id, ask, url, accept }: Extract<FromThread, { kind: "ask" }>) {
    const tell = (message: ToThread) => started.postMessage(message);
    try {
      const asked = waiting.get(id);
      if (!asked) throw new WebError("web.failed", "Nobody waits for it any more.");
      tell({ kind: "answer", ask, fetched: await asked.options.resolve(url, accept) });
    } catch (error) {
      const { code, status } = error instanceof WebError ? error : { code: "web.failed", status: undefined };
      const problem = error instanceof Error ? error.message : String(error);
      tell({ kind: "answer", ask, code, problem, status });
    }
  }

  function finish(id: number, verification: Verification): void {
    const asked = waiting.get(id);
    waiting.delete(id);
    clearTimeout(asked?.timer);
    if (waiting.size === 0) worker?.unref();
    asked?.resolve(verification);
  }

  function start(): Worker {
    const started = new Worker(thread, { execArgv: [], name: "badge verifier" });
    started.on("message", (message: FromThread) => {
      if (message.kind === "done") finish(message.id, message.verification);
      else void answer(started, message);
    });
    started.on("error", (error) => {
      if (worker === started) failAll(error instanceof Error ? error : new Error(String(error)));
    });
    started.on("exit", () => {
      if (worker === started) failAll(new Error("the verifying thread has stopped"));
    });
    return started;
  }

  return {
    verify(input, options) {
      worker ??= start();
      const used = worker;
      used.ref();
      const id = next++;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          failAll(new DomainError("too_many_requests", { retryAfterSeconds: 60 }));
          void used.terminate();
        }, mostMs);
        timer.unref();
        waiting.set(id, { options, resolve, reject, timer });
        const { now, recipient, region } = options;
        used.postMessage({
          kind: "verify",
          id,
          input,
          now: now.getTime(),
          recipient,
          region,
        } satisfies ToThread);
      });
    },
    async close() {
      const closing = worker;
      failAll(new Error("the verifying thread has stopped"));
      await closing?.terminate();
    },
  };
}
