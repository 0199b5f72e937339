/** Something of the database as its index should have it: null when it must not be found. */
export interface SourcedDocument<Document extends { id: string }> {
  id: string;
  revision: number;
  document: Document | null;
}

/** Everything, read from the database in any order, again at each call. */
export interface DocumentSource<Document extends { id: string }> {
  count(): Promise<number>;
  all(): AsyncIterable<SourcedDocument<Document>>;
  /** Id of the document in the index, of something in the database. */
  documentId(id: string): string;
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
