import type { ReactNode } from "react";
import { ErrorState } from "./error-state.tsx";
import { Skeleton } from "./skeleton.tsx";

/** A query, or several taken together. */
export interface Reading<T> {
  data: T | undefined;
  isError: boolean;
  error: unknown;
  refetch: () => unknown;
}

interface LoadedProps<T> {
  query: Reading<T>;
  /** What to show while waiting; three grey bars by default. */
  waiting?: ReactNode;
  children: (data: T) => ReactNode;
}

/** What was read, or that it is on its way, or why it could not be: `<Loaded query={useX()}>{(x) => …}</Loaded>`. */
export function Loaded<T>({ query, waiting, children }: LoadedProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  return waiting ?? <Skeleton />;
}
