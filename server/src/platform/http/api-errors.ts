import { DomainError, type ErrorDetails, errorStatus } from "@acquis/shared/platform/errors.ts";
import { ORPCError, ValidationError } from "@orpc/server";
import type { Logger } from "pino";

interface Issue {
  message: string;
  path?: readonly unknown[];
}

function pathOf(issue: Issue): string {
  return (issue.path ?? [])
    .map((part) =>
      typeof part === "object" && part !== null && "key" in part ? String(part.key) : String(part),
    )
    .join(".");
}

/**
 * Any failure as the API says it: our codes with their status, a bad input with its fields, a body that could not
 * be `read`, else a bare 500 with a log id.
 */
export function toApiError(
  error: unknown,
  log: Logger,
  newId: () => string,
  read: boolean,
): ORPCError<string, ErrorDetails> {
  if (error instanceof DomainError)
    return new ORPCError(error.code, {
      status: errorStatus[error.code],
      message: error.code,
      data: error.details,
    });
  if (error instanceof ORPCError) {
    if (error.code === "BAD_REQUEST" && error.cause instanceof ValidationError) {
      const fields = error.cause.issues.map((issue) => ({ path: pathOf(issue), rule: issue.message }));
      return apiError("invalid_input", { field: fields[0]?.path ?? "", fields });
    }
    if (error.code === "BAD_REQUEST") return apiError("broken_json", {});
    if (error.code === "PAYLOAD_TOO_LARGE") return apiError("body_too_large", {});
    if (error.code === "NOT_FOUND") return apiError("not_found", {});
  }
  if (!read) return apiError("invalid_input", {});
  const logId = newId();
  log.error({ err: error, logId }, "unexpected error");
  return apiError("internal", { logId });
}

function apiError(code: keyof typeof errorStatus, details: ErrorDetails): ORPCError<string, ErrorDetails> {
  return new ORPCError(code, { status: errorStatus[code], message: code, data: details });
}
