import type { CandidateProfile } from "@acquis/shared/candidates/candidate-profile.ts";

/** A portfolio as the index should have it: null profile when the person is private. */
export interface SourcedCandidate {
  id: string;
  revision: number;
  profile: CandidateProfile | null;
}

/** Everybody, read from the database in any order, again at each call. */
export interface CandidateSource {
  count(): Promise<number>;
  all(): AsyncIterable<SourcedCandidate>;
}

/** What a long task tells as it goes; `total` may move. */
export type Progress = (step: string, done: number, total: number) => void;

/** Groups what comes into arrays of at most `size`. */
export async function* inBatches<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
