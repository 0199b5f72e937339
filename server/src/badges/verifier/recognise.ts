import {
  type BadgeFacts,
  judgeProof,
  type Moment,
  type Recognised,
} from "@acquis/shared/badges/collection.rules.ts";
import type { NotProof } from "@acquis/shared/badges/collection.schema.ts";
import type { Check, RecognisedAs } from "@acquis/shared/badges/verifier.schema.ts";
import type { JsonObject } from "../validator/json.ts";
import type { Verified } from "./verifying.ts";

/** What judging a badge needs, as read from the badge and the outcome of its checks. */
export function factsOf(
  { verdict, checks, described }: Verified,
  contentHashOf: (achievement: JsonObject) => string,
): Omit<BadgeFacts, "id" | "name" | "issuerName" | "graceEndsOn"> & { validFrom: number } {
  const recipient = checks.find(({ name }) => name === "recipient")?.outcome;
  return {
    verdict,
    recipient: recipient === "passed" ? "confirmed" : recipient === "failed" ? "other" : "unknown",
    achievementId: described?.content.achievementId ?? null,
    contentHash: described ? contentHashOf(described.achievement) : null,
    issuerId: described?.content.issuer.id ?? null,
    issuedOn: described?.content.issuedOn ?? null,
    expiresOn: described?.content.expiresOn ?? null,
    validFrom: described?.validFrom ?? 0,
    validUntil: described?.validUntil ?? null,
  };
}

const said: Partial<Record<NotProof, Pick<Check, "outcome" | "code" | "detail">>> = {
  contentChanged: {
    outcome: "failed",
    code: "recognition.contentChanged",
    detail: "What it says is no longer what the Région recognised.",
  },
  otherIssuer: {
    outcome: "failed",
    code: "recognition.otherIssuer",
    detail: "The Région recognises this achievement of another issuer.",
  },
};

/**
 * The recognition as the Région's own register has it, which outweighs any endorsement a badge carries: it
 * knows what was withdrawn, for which issuer and for which content. Whose badge it is does not matter here.
 */
export function recognise(
  facts: ReturnType<typeof factsOf>,
  candidates: readonly Recognised[],
  moment: Moment,
): { recognised: Recognised | null; check: Check } {
  const told = (check: Pick<Check, "outcome" | "code" | "detail">, recognised: Recognised | null = null) => ({
    recognised,
    check: { name: "recognition" as const, ...check },
  });
  if (candidates.length === 0)
    return told({
      outcome: "notApplicable",
      code: "recognition.none",
      detail: "The Région did not recognise it.",
    });
  const badge: BadgeFacts = {
    ...facts,
    id: "",
    name: "",
    issuerName: "",
    graceEndsOn: null,
    recipient: "confirmed",
  };
  const { reason, recognised } = judgeProof(badge, candidates, moment);
  if (reason !== null)
    return told(
      said[reason] ?? {
        outcome: "unknown",
        code: "recognition.notValid",
        detail: "Its achievement is recognised, but this badge is not valid.",
      },
    );
  return told(
    {
      outcome: "passed",
      code: recognised.how === "framework" ? "recognition.framework" : "recognition.recognised",
      detail: `The Région counts it as ${recognised.name.fr}, level ${recognised.level}.`,
    },
    recognised,
  );
}

export function presentRecognised({ how, metaBadgeId, name, level }: RecognisedAs): RecognisedAs {
  return { how, metaBadgeId, name: { fr: name.fr, en: name.en }, level };
}
