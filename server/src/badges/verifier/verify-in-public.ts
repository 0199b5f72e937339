import type { Recognised } from "@acquis/shared/badges/collection.rules.ts";
import type { BadgeSource, VerificationView } from "@acquis/shared/badges/verifier.schema.ts";
import type { Kernel } from "../../platform/kernel.ts";
import type { JsonObject } from "../validator/json.ts";
import type { Resolve } from "../validator/model.ts";
import { readSource } from "./read-source.ts";
import { factsOf, presentRecognised, recognise } from "./recognise.ts";
import type { Verified, Verifying } from "./verifying.ts";

export interface VerifierDeps {
  kernel: Pick<Kernel, "clock">;
  resolve: Resolve;
  verifying: Verifying;
  standsFor(achievementId: string): Promise<Recognised[]>;
  contentHashOf(achievement: JsonObject): string;
}

/** A verification as people see it: the recognition is the one of the Région's register. */
export async function presentVerified(
  { kernel, standsFor, contentHashOf }: Omit<VerifierDeps, "resolve" | "verifying">,
  verified: Verified,
): Promise<VerificationView> {
  const { clock } = kernel;
  const facts = factsOf(verified, contentHashOf);
  const candidates = facts.achievementId ? await standsFor(facts.achievementId) : [];
  const moment = { now: clock.now().getTime(), today: clock.today() };
  const { recognised, check } = recognise(facts, candidates, moment);
  return {
    verdict: verified.verdict,
    checks: verified.checks.map((one) => (one.name === "recognition" ? check : one)),
    badge: verified.described?.content ?? null,
    recognisedAs: recognised && presentRecognised(recognised),
    checkedAt: clock.now().toISOString(),
  };
}

/** Anybody's file or address, judged; nothing is kept. Errors: too_many_requests. */
export async function verifyInPublic(deps: VerifierDeps, source: BadgeSource): Promise<VerificationView> {
  const { kernel, resolve, verifying } = deps;
  const verified = await verifying.verify(await readSource(source), { resolve, now: kernel.clock.now() });
  return presentVerified(deps, verified);
}
