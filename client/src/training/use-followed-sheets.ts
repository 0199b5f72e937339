import { isFollowed } from "@acquis/shared/training/training.policy.ts";
import type { SessionSheet } from "@acquis/shared/training/training.schema.ts";
import { type UseQueryResult, useQueries } from "@tanstack/react-query";
import { today } from "../platform/format.ts";
import { sessionSheetQuery } from "./use-session-sheet.ts";
import { useSessions } from "./use-sessions.ts";

/** What several readings say together: all there, or the first that failed. */
export interface Sheets {
  data: SessionSheet[] | undefined;
  isError: boolean;
  error: Error | null;
  refetch: () => unknown;
}

function together(results: UseQueryResult<SessionSheet, Error>[]) {
  return {
    data: results.every((one) => one.data !== undefined)
      ? results.flatMap((one) => (one.data ? [one.data] : []))
      : undefined,
    error: results.find((one) => one.error)?.error ?? null,
    refetch: () => Promise.all(results.map((one) => one.refetch())),
  };
}

/** The sessions a trainer still follows, with who attends them: those under way, to come, or over for less than 6 months. */
export function useFollowedSheets({ only }: { only?: string | undefined } = {}): Sheets {
  const sessions = useSessions({ enabled: only === undefined });
  const now = today();
  const ids = only
    ? [only]
    : (sessions.data ?? [])
        .filter(({ endsOn }) => isFollowed({ closedOn: null, sessionEndsOn: endsOn }, now))
        .map(({ id }) => id);
  const sheets = useQueries({ queries: ids.map((id) => sessionSheetQuery(id)), combine: together });
  const known = only !== undefined || sessions.data !== undefined;
  const error = sessions.error ?? sheets.error;
  return {
    data: known ? sheets.data : undefined,
    error,
    isError: error !== null,
    refetch: () => (sessions.error ? sessions.refetch() : sheets.refetch()),
  };
}
