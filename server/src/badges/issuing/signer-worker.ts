import { parentPort } from "node:worker_threads";
import { signCredential, signToken } from "./sign-documents.ts";
import type { SignerAnswer, SigningTask } from "./signer.ts";

async function answer({ id, task }: { id: number; task: SigningTask }): Promise<SignerAnswer> {
  try {
    const credential = await signCredential(task.credential, task.keys, task.date);
    const token = task.assertion && (await signToken(task.assertion, task.keys));
    return { id, signed: { credential, token } };
  } catch (error) {
    return { id, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on("message", async (message: { id: number; task: SigningTask }) => {
  parentPort?.postMessage(await answer(message));
});
