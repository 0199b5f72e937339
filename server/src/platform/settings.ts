import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";

const flag = z.enum(["true", "false", "1", "0"]).transform((value) => value === "true" || value === "1");

const SHORTEST_SECRET = 32;

/** One entry per environment variable: its check here, its sentence in docs/operations.md. */
const environmentSchema = z.object({
  NODE_ENV: z.string().default("development"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATA_DIR: z.string().default("./data"),
  PUBLIC_URL: z.url({ protocol: /^https?$/, hostname: /./ }).optional(),
  DEMO: flag.optional(),
  SESSION_SECRET: z.string().min(SHORTEST_SECRET).optional(),
  BADGE_SECRET: z.string().min(SHORTEST_SECRET).optional(),
  MONGODB_URI: z.string().startsWith("mongodb").optional(),
  MEILI_URL: z.url().optional(),
  MEILI_API_KEY: z.string().optional(),
  MEILI_PREFIX: z
    .string()
    .regex(/^[A-Za-z0-9_-]{0,40}$/)
    .default(""),
  SMTP_URL: z.url({ protocol: /^smtps?$/, hostname: /./ }).optional(),
  MAIL_FROM: z.string().default("Acquis <ne-pas-repondre@acquis.example>"),
  STEWARD_EMAIL: z.email().optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).default(0),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

export interface Settings {
  production: boolean;
  port: number;
  dataDir: string;
  publicUrl: string;
  /** Fictional territory, one-click sign-in, readable mails. Never in production unless asked. */
  demo: boolean;
  sessionSecret: string;
  /** Encrypts the keys that sign badges. */
  badgeSecret: string;
  mongodbUri: string | null;
  meili: { url: string; apiKey: string; prefix: string } | null;
  smtpUrl: string | null;
  mailFrom: string;
  stewardEmail: string | null;
  trustProxy: number;
  logLevel: string;
}

/** Everything wrong with the environment, at once. */
export class SettingsError extends Error {
  readonly problems: string[];
  constructor(problems: string[]) {
    super(`Settings are wrong or missing:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`);
    this.name = "SettingsError";
    this.problems = problems;
  }
}

/** A demonstration makes its own secret, kept beside its data so that sessions survive a restart. */
function demoSecret(dataDir: string): string {
  const path = join(dataDir, "session-secret");
  try {
    // One cut short by a crash guards nothing: it is made again.
    const kept = existsSync(path) ? readFileSync(path, "utf8").trim() : "";
    if (kept.length >= SHORTEST_SECRET) return kept;
    const made = randomBytes(48).toString("base64url");
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(path, made, { mode: 0o600 });
    return made;
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    throw new SettingsError([`DATA_DIR: ${dataDir} cannot be written (${code})`]);
  }
}

/** Reads and checks the environment. Throws `SettingsError` with every problem found. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = environmentSchema.safeParse(given);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  const value = parsed.data;
  const production = given.NODE_ENV === "production";
  const demo = value?.DEMO ?? (given.DEMO === undefined && !production);
  if (!demo)
    for (const [name, hint] of [
      ["SESSION_SECRET", "at least 32 random characters, e.g. `openssl rand -base64 48`"],
      ["PUBLIC_URL", "the address people open, e.g. https://competences.example"],
      ["SMTP_URL", "where mails go out, e.g. smtps://user:password@mail.example"],
      ["MAIL_FROM", "the sender of mails"],
      ["STEWARD_EMAIL", "who is invited as first steward"],
    ] as const)
      if (!given[name]) problems.push(`${name} is required outside demonstration mode: ${hint}`);
  if (given.MEILI_URL && !given.MEILI_API_KEY) problems.push("MEILI_API_KEY is required with MEILI_URL");
  if (problems.length > 0 || !value) throw new SettingsError(problems);
  const dataDir = resolve(value.DATA_DIR);
  const sessionSecret = value.SESSION_SECRET ?? demoSecret(dataDir);
  return {
    production,
    port: value.PORT,
    dataDir,
    publicUrl: (value.PUBLIC_URL ?? `http://localhost:${value.PORT}`).replace(/\/$/, ""),
    demo,
    sessionSecret,
    badgeSecret: value.BADGE_SECRET ?? sessionSecret,
    mongodbUri: value.MONGODB_URI ?? null,
    meili: value.MEILI_URL
      ? { url: value.MEILI_URL, apiKey: value.MEILI_API_KEY ?? "", prefix: value.MEILI_PREFIX }
      : null,
    smtpUrl: value.SMTP_URL ?? null,
    mailFrom: value.MAIL_FROM,
    stewardEmail: value.STEWARD_EMAIL ?? null,
    trustProxy: value.TRUST_PROXY,
    logLevel: value.LOG_LEVEL,
  };
}
