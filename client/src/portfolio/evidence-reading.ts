import type { Evidence } from "@acquis/shared/portfolio/evidence.schema.ts";
import type { PortfolioCompetency } from "@acquis/shared/portfolio/portfolio.schema.ts";

// Types only from shared: its schemas would bring zod to the first page of somebody on a phone.
const isProof = ({ kind }: Evidence) =>
  kind === "attestation" || kind === "badge" || kind === "certification";

/** The day to tell of an evidence: when the competency was seen, else when it was written. */
export function dayOf(evidence: Evidence): string {
  return evidence.observedOn ?? evidence.addedOn;
}

/** The proof to show beside a competency: of those that stand, the highest level, then the latest. */
export function proofOf({ evidence }: Pick<PortfolioCompetency, "evidence">): Evidence | null {
  const standing = evidence.filter(
    (item) => isProof(item) && item.withdrawal === null && item.answer?.answer !== "contested",
  );
  standing.sort((a, b) => (b.level ?? 1) - (a.level ?? 1) || (dayOf(a) < dayOf(b) ? 1 : -1));
  return standing[0] ?? null;
}

export interface Received {
  competency: PortfolioCompetency;
  attestation: Evidence;
}

/** Attestations that stand and are as `wanted` says, the latest first. */
function received(
  competencies: readonly PortfolioCompetency[],
  wanted: (item: Evidence) => boolean,
): Received[] {
  return competencies
    .flatMap((competency) =>
      competency.evidence
        .filter((item) => item.kind === "attestation" && item.withdrawal === null && wanted(item))
        .map((attestation) => ({ competency, attestation })),
    )
    .sort((a, b) => (a.attestation.addedOn < b.attestation.addedOn ? 1 : -1));
}

/** Attestations received that the person has neither accepted nor contested. */
export function attestationsToAnswer(competencies: readonly PortfolioCompetency[]): Received[] {
  return received(competencies, ({ answer }) => answer === null);
}

/** Attestations contested and not settled yet. */
export function attestationsContested(competencies: readonly PortfolioCompetency[]): Received[] {
  return received(competencies, ({ answer }) => answer?.answer === "contested");
}

/** The highest level one declares of it now, or null. */
export function declaredLevel({ evidence }: Pick<PortfolioCompetency, "evidence">) {
  const levels = evidence
    .filter((item) => item.kind === "declaration" && item.withdrawal === null)
    .map((item) => item.level ?? 1);
  return levels.sort((a, b) => b - a)[0] ?? null;
}
