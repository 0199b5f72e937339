import type { Check } from "@acquis/shared/badges/verifier.schema.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { JsonObject } from "../validator/json.ts";
import type { Resolve, Verdict } from "../validator/model.ts";
import { type Described, describeCredential } from "./describe-credential.ts";
import type { VerifyBadge } from "./verify-thread.ts";

/** A badge verified and read; `described` is null when there is nothing to read. */
export interface Verified {
  verdict: Verdict;
  checks: Check[];
  credential: JsonObject | null;
  described: Described | null;
}

export interface VerifyingDeps {
  /** DID of the Région; null until it has one. */
  regionDid(): Promise<string | null>;
  verifyBadge: VerifyBadge;
}

export interface Verifying {
  /** Errors: too_many_requests when too many wait already. */
  verify(
    input: Uint8Array | string,
    options: { resolve: Resolve; now: Date; recipient?: string | undefined },
  ): Promise<Verified>;
}

const AT_ONCE = 4;
const MOST_WAITING = 60;
const DETAIL = 400;

/**
 * Verifies a few badges at a time, since an issuer may take seconds to answer: a crowd waits its turn, and beyond
 * it is told to come back.
 */
export function createVerifying(deps: VerifyingDeps): Verifying {
  let running = 0;
  const waiting: (() => void)[] = [];

  async function turn(): Promise<void> {
    if (running < AT_ONCE) {
      running += 1;
      return;
    }
    if (waiting.length >= MOST_WAITING) throw new DomainError("too_many_requests", { retryAfterSeconds: 10 });
    // Whoever leaves hands its place over, so that nobody slips in between.
    await new Promise<void>((resolve) => waiting.push(resolve));
  }

  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }

  return {
    async verify(input, { resolve, now, recipient }) {
      await turn();
      try {
        const region = (await deps.regionDid()) ?? undefined;
        const { verdict, checks, credential } = await deps.verifyBadge(input, {
          resolve,
          now,
          ...(recipient ? { recipient } : {}),
          ...(region ? { region } : {}),
        });
        return {
          verdict,
          checks: checks.map((check) => ({ ...check, detail: check.detail.slice(0, DETAIL) })),
          credential,
          described: credential && describeCredential(credential),
        };
      } finally {
        leave();
      }
    },
  };
}
