import type { JsonObject } from "./json.ts";

/** What is said of a badge, never a bare boolean. The order is the precedence: a later word hides an earlier one. */
export const VERDICTS = [
  "valid",
  "validIssuerUnconfirmed",
  "expired",
  "notYetValid",
  "revoked",
  "tampered",
  "unsupportedProof",
  "notConformant",
  "unreachable",
  "notABadge",
] as const;
export type Verdict = (typeof VERDICTS)[number];

export const CHECK_NAMES = [
  "format",
  "conformance",
  "proof",
  "issuer",
  "refresh",
  "status",
  "dates",
  "recipient",
  "endorsements",
  "recognition",
] as const;
export type CheckName = (typeof CHECK_NAMES)[number];

/** `unknown`: could not be established. `notApplicable`: nothing to check, or not asked. */
export type Outcome = "passed" | "warning" | "failed" | "unknown" | "notApplicable";

/** `code` is stable and made to be translated; `detail` is for whoever investigates. */
export interface Check {
  name: CheckName;
  outcome: Outcome;
  code: string;
  detail: string;
}

/** `credential` is what was judged: the fetched copy where the source of truth is the web, or the refreshed one. */
export interface Verification {
  verdict: Verdict;
  checks: Check[];
  credential: JsonObject | null;
}

/** One answer of the web. Any status is an answer; no answer is a thrown `WebError`. */
export interface Fetched {
  status: number;
  type: string;
  body: Uint8Array;
  /** Where redirects led, when they did. */
  url?: string;
}
export type Resolve = (url: string, accept?: string) => Promise<Fetched>;

/** Errors of one published JSON Schema, by kind of credential; empty when it conforms. */
export interface Schemas {
  badge(credential: JsonObject): string[];
  endorsement(credential: JsonObject): string[];
}

export interface VerifyOptions {
  resolve: Resolve;
  now: Date;
  /** The e-mail address known out of band (OB 3.0, 8.3 step 5). */
  recipient?: string;
  /** The id of the one endorser whose endorsement is a recognition. */
  region?: string;
  /** Endorsements known out of band, verified as if the badge carried them. */
  endorsements?: (JsonObject | string)[];
  schemas?: Schemas;
}

/** Why the web gave nothing: `code` such as `web.notHttps`, `web.timeout`, `web.status`. */
export class WebError extends Error {
  readonly code: string;
  readonly status: number | undefined;
  constructor(code: string, message: string, status?: number) {
    super(message);
    this.name = "WebError";
    this.code = code;
    this.status = status;
  }
}
