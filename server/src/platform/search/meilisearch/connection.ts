import { DomainError } from "@acquis/shared/platform/errors.ts";
import {
  type EnqueuedTask,
  type EnqueuedTaskPromise,
  Meilisearch,
  MeilisearchApiError,
  MeilisearchRequestError,
  MeilisearchRequestTimeOutError,
  MeilisearchTaskTimeOutError,
  type Task,
} from "meilisearch";

export interface MeilisearchAddress {
  url: string;
  apiKey: string;
}

/** Thousands of documents may take this long to send; searches give up sooner. */
const REQUEST_MS = 120_000;
const SEARCH_MS = 8_000;
const TASK_MS = 600_000;
const RETRIES_MS = [200, 500, 1_000, 2_000];
const RETRY_AFTER_SECONDS = 5;

/**
 * Connections are kept open by Node's fetch. Answers are asked uncompressed: on a near network a compressed
 * stream waits 40 ms for its end.
 */
export function connectMeilisearch({ url, apiKey }: MeilisearchAddress): Meilisearch {
  return new Meilisearch({
    host: url,
    apiKey,
    timeout: REQUEST_MS,
    requestInit: { headers: { "Accept-Encoding": "identity" } },
  });
}

/** Ends a search that is abandoned, or that nobody would wait for any more. */
export function searchSignal(signal: AbortSignal | undefined): AbortSignal {
  const late = AbortSignal.timeout(SEARCH_MS);
  return signal ? AbortSignal.any([signal, late]) : late;
}

/** Whether waiting may help: it did not answer, is too busy, or failed on its own. */
export function isPassing(error: unknown): boolean {
  if (error instanceof MeilisearchApiError)
    return error.response.status >= 500 || [408, 429].includes(error.response.status);
  return PASSING.some((kind) => error instanceof kind);
}

const PASSING = [MeilisearchRequestError, MeilisearchRequestTimeOutError, MeilisearchTaskTimeOutError];

/** Whether Meilisearch will not read what it was sent: too large, or malformed. Less of it may do. */
export function isUnreadable(error: unknown): boolean {
  return error instanceof MeilisearchApiError && [400, 413].includes(error.response.status);
}

/** A failed search as the API says it: an abandoned request stays one, the rest is search_unavailable. */
export function unavailable(error: unknown, signal?: AbortSignal): unknown {
  if (signal?.aborted) return signal.reason;
  if (error instanceof MeilisearchApiError || isPassing(error)) {
    const failure = new DomainError("search_unavailable", { retryAfterSeconds: RETRY_AFTER_SECONDS });
    failure.cause = error;
    return failure;
  }
  return error;
}

/** Does it again with longer and longer waits while failures pass; for writes, which are idempotent. */
export async function insist<T>(attempt: () => Promise<T>): Promise<T> {
  for (const wait of RETRIES_MS)
    try {
      return await attempt();
    } catch (error) {
      if (!isPassing(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait * (0.5 + Math.random())));
    }
  return attempt();
}

/** What Meilisearch could not do, with its own words. */
export class TaskFailed extends Error {
  readonly task: Task;
  constructor(task: Task) {
    super(
      `Meilisearch task ${task.uid} (${task.type}) ${task.status}: ${task.error?.message ?? "no reason given"}`,
    );
    this.name = "TaskFailed";
    this.task = task;
  }
}

/** Follows a task to its end. Throws TaskFailed. */
export async function succeeded(client: Meilisearch, enqueued: EnqueuedTask): Promise<Task> {
  const task = await insist(() => client.tasks.waitForTask(enqueued, { timeout: TASK_MS, interval: 15 }));
  if (task.status !== "succeeded") throw new TaskFailed(task);
  return task;
}

/** Sends something to do and follows it to its end. Throws TaskFailed. */
export async function settled(client: Meilisearch, send: () => EnqueuedTaskPromise): Promise<Task> {
  return succeeded(client, await insist(send));
}
