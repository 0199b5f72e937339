import { parentPort } from "node:worker_threads";
import { type Fetched, WebError } from "../validator/model.ts";
import { verifyBadge } from "../validator/verify-badge.ts";
import type { FromThread, ToThread } from "./verify-thread.ts";

const asked = new Map<number, { resolve(fetched: Fetched): void; reject(error: Error): void }>();
let next = 0;
const tell = (message: FromThread) => parentPort?.postMessage(message);

/** The thread asks nothing of the world by itself: what it may read is decided outside. */
const resolveFor = (id: number) => (url: string, accept?: string) =>
  new Promise<Fetched>((resolve, reject) => {
    const ask = next++;
    asked.set(ask, { resolve, reject });
    tell({ kind: "ask", id, ask, url, accept });
  });

parentPort?.on("message", async (message: ToThread) => {
  if (message.kind === "answer") {
    const waiting = asked.get(message.ask);
    asked.delete(message.ask);
    if (message.fetched) waiting?.resolve(message.fetched);
    else waiting?.reject(new WebError(message.code, message.problem, message.status));
    return;
  }
  const { id, input, now, recipient, region } = message;
  const verification = await verifyBadge(input, {
    resolve: resolveFor(id),
    now: new Date(now),
    ...(recipient ? { recipient } : {}),
    ...(region ? { region } : {}),
  });
  tell({ kind: "done", id, verification });
});
