import { type Logger, pino } from "pino";

/** JSON lines on standard output; never a password, a token or a cookie. */
export function createLog(level: string): Logger {
  return pino({
    level,
    redact: ["password", "token", "*.password", "*.token", "req.headers.cookie", "req.headers.authorization"],
  });
}
