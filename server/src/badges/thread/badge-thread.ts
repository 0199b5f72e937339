import { Worker } from "node:worker_threads";
import type { SignedDocuments, Signer, SigningTask } from "../issuing/signer.ts";
import type { Drawer } from "../public/images.ts";

export type Task = ({ kind: "sign" } & SigningTask) | { kind: "draw"; svg: string; width: number };

export type FromThread =
  | { id: number; done: SignedDocuments | Uint8Array; problem?: undefined }
  | { id: number; problem: string; done?: undefined };

interface Waiting {
  resolve(done: SignedDocuments | Uint8Array): void;
  reject(error: Error): void;
}

export interface BadgeThread extends Signer, Drawer {
  close(): Promise<void>;
}

const THREAD = new URL("./badge-thread.mjs", import.meta.url);

/**
 * One thread that signs and draws, started at the first need; a thread that dies fails what it had, and is
 * started again by the next.
 */
export function createBadgeThread(): BadgeThread {
  let worker: Worker | null = null;
  let next = 0;
  const waiting = new Map<number, Waiting>();

  function failAll(error: Error): void {
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  function start(): Worker {
    const started = new Worker(THREAD, { execArgv: [], name: "badges" });
    started.on("message", ({ id, done, problem }: FromThread) => {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (waiting.size === 0) started.unref();
      if (problem === undefined) asked?.resolve(done);
      else asked?.reject(new Error(problem));
    });
    started.on("error", (error) => {
      if (worker === started) failAll(error instanceof Error ? error : new Error(String(error)));
    });
    started.on("exit", () => {
      if (worker === started) failAll(new Error("the thread of badges has stopped"));
    });
    return started;
  }

  function run(task: Task): Promise<SignedDocuments | Uint8Array> {
    worker ??= start();
    const used = worker;
    used.ref();
    const id = next++;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      used.postMessage({ id, task });
    });
  }

  return {
    sign: (task) => run({ kind: "sign", ...task }) as Promise<SignedDocuments>,
    draw: async (svg, width) => Buffer.from((await run({ kind: "draw", svg, width })) as Uint8Array),
    async close() {
      const closing = worker;
      failAll(new Error("the thread of badges has stopped"));
      await closing?.terminate();
    },
  };
}
