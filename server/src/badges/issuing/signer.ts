import { Worker } from "node:worker_threads";
import type { SigningKeys } from "../keys/issuers.ts";
import type { JsonObject } from "../validator/json.ts";

/** What is to be signed together: a credential, and the 2.0 assertion that goes with it. */
export interface SigningTask {
  credential: JsonObject;
  assertion: JsonObject | null;
  keys: SigningKeys;
  date: string;
}

export interface SignedDocuments {
  credential: JsonObject;
  token: string | null;
}

/** Port: signs away from the event loop, which a proof would hold for 20 ms. */
export interface Signer {
  sign(task: SigningTask): Promise<SignedDocuments>;
  close(): Promise<void>;
}

export type SignerAnswer =
  | { id: number; signed: SignedDocuments; problem?: undefined }
  | { id: number; problem: string; signed?: undefined };

interface Waiting {
  resolve(signed: SignedDocuments): void;
  reject(error: Error): void;
}

const THREAD = new URL("./signer-thread.mjs", import.meta.url);

/** One thread, started at the first signature; a thread that dies fails what it had, and is started again. */
export function createSigner(): Signer {
  let worker: Worker | null = null;
  let next = 0;
  const waiting = new Map<number, Waiting>();

  function failAll(error: Error): void {
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  function start(): Worker {
    const started = new Worker(THREAD, { execArgv: [], name: "badge signer" });
    started.on("message", ({ id, signed, problem }: SignerAnswer) => {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (waiting.size === 0) started.unref();
      if (signed) asked?.resolve(signed);
      else asked?.reject(new Error(problem));
    });
    started.on("error", (error) => failAll(error instanceof Error ? error : new Error(String(error))));
    started.on("exit", () => {
      if (worker === started) failAll(new Error("the signing thread has stopped"));
    });
    return started;
  }

  return {
    sign(task) {
      worker ??= start();
      worker.ref();
      const id = next++;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker?.postMessage({ id, task });
      });
    },
    async close() {
      const closing = worker;
      worker = null;
      await closing?.terminate();
      failAll(new Error("the signing thread has stopped"));
    },
  };
}
