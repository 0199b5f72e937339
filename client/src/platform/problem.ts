import { type ErrorCode, type ErrorDetails, errorStatus } from "@acquis/shared/platform/errors.ts";
import { ORPCError } from "@orpc/client";

/** A failure as screens need it: our stable code, or `unreachable` when no answer came. */
export interface Problem {
  code: ErrorCode | "unreachable" | "unknown";
  status: number | null;
  field: string | null;
  fields: { path: string; rule: string }[];
  logId: string | null;
}

/** How the message begins of what says that a part of the product itself did not arrive. */
export const NOT_FETCHED = "not fetched";

const isOurs = (code: string): code is ErrorCode => Object.hasOwn(errorStatus, code);

/** Reads any error thrown by the API client. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ORPCError) {
    const details: ErrorDetails =
      typeof error.data === "object" && error.data !== null ? (error.data as ErrorDetails) : {};
    return {
      code: isOurs(error.code) ? error.code : "unknown",
      status: error.status,
      field: details.field ?? null,
      fields: details.fields ?? [],
      logId: typeof details.logId === "string" ? details.logId : null,
    };
  }
  const away =
    error instanceof TypeError || (error instanceof Error && error.message.startsWith(NOT_FETCHED));
  const code = away ? "unreachable" : "unknown";
  return { code, status: null, field: null, fields: [], logId: null };
}
