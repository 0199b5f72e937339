import * as rules from "@acquis/shared/portfolio/evidence.rules.ts";
import type { Evidence, Withdrawal } from "@acquis/shared/portfolio/evidence.schema.ts";
import type { DomainEvent } from "../platform/delivery/delivery.ts";
import { changePortfolio } from "./change-portfolio.ts";
import type { PortfolioDocument } from "./portfolio.store.ts";
import type { PortfolioContext } from "./portfolio-context.ts";

/** Evidence as it becomes, with what others must learn of it. */
export interface EvidenceChange {
  evidence: readonly Evidence[];
  events?: DomainEvent[];
}

/** Lets a rule decide over the evidence of a trainee; null, or the same array, changes nothing. */
export function changeEvidence(
  context: Pick<PortfolioContext, "kernel" | "portfolios">,
  traineeId: string,
  decide: (evidence: readonly Evidence[], revision: number) => EvidenceChange | null,
): Promise<PortfolioDocument> {
  return changePortfolio(context, traineeId, (current) => {
    const decided = decide(current.evidence, current.revision);
    if (!decided || decided.evidence === current.evidence) return null;
    return {
      next: { ...current, evidence: [...decided.evidence] },
      ...(decided.events ? { events: decided.events } : {}),
    };
  });
}

/** Adds the evidence whose ids are not there yet; `events` leave only when something was added. */
export function addEvidence(
  context: Pick<PortfolioContext, "kernel" | "portfolios">,
  traineeId: string,
  added: readonly Evidence[],
  events: DomainEvent[] = [],
): Promise<PortfolioDocument> {
  return changeEvidence(context, traineeId, (evidence) => ({
    evidence: rules.addEvidence(evidence, added),
    events,
  }));
}

/** Adds a withdrawal to one evidence, once; `events` leave only when it was added. */
export function withdrawEvidence(
  context: Pick<PortfolioContext, "kernel" | "portfolios">,
  traineeId: string,
  evidenceId: string,
  withdrawal: Withdrawal,
  events: DomainEvent[] = [],
): Promise<PortfolioDocument> {
  return changeEvidence(context, traineeId, (evidence) => ({
    evidence: rules.withdrawEvidence(evidence, (item) => item.id === evidenceId, withdrawal),
    events,
  }));
}
