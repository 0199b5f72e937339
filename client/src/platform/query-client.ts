import { QueryClient } from "@tanstack/react-query";
import { problemOf } from "./problem.ts";

/** Only what may pass by itself is tried again: a refusal stays one. */
function mayRetry(failures: number, error: Error): boolean {
  const { status } = problemOf(error);
  return failures < 2 && (status === null || status >= 502);
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, retry: mayRetry, refetchOnWindowFocus: false },
    mutations: { retry: false },
  },
});
