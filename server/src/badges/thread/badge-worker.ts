import { parentPort } from "node:worker_threads";
import type { SignedDocuments, SigningTask } from "../issuing/signer.ts";
import type { FromThread, Task } from "./badge-thread.ts";
import { rasterise } from "./rasterise.ts";
import { signCredential, signToken } from "./sign-documents.ts";

async function sign({ credential, assertion, keys, date }: SigningTask): Promise<SignedDocuments> {
  return {
    credential: await signCredential(credential, keys, date),
    token: assertion && (await signToken(assertion, keys)),
  };
}

parentPort?.on("message", async ({ id, task }: { id: number; task: Task }) => {
  let answer: FromThread;
  try {
    answer = { id, done: task.kind === "sign" ? await sign(task) : await rasterise(task) };
  } catch (error) {
    answer = { id, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort?.postMessage(answer);
});
