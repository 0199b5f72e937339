import { DomainError } from "@acquis/shared/platform/errors.ts";
import { boundHistory } from "@acquis/shared/portfolio/evidence.rules.ts";
import { changeAggregate, insertAggregate } from "../platform/database/aggregate.ts";
import type { DomainEvent } from "../platform/delivery/delivery.ts";
import { emptyPortfolio, type PortfolioDocument } from "./portfolio.store.ts";
import type { PortfolioContext } from "./portfolio-context.ts";

type Writing = Pick<PortfolioContext, "kernel" | "portfolios">;

/** Facts one portfolio may hold, whoever adds them. */
export const MAX_EVIDENCE = 3_000;

export interface PortfolioChange {
  next: PortfolioDocument;
  events?: DomainEvent[];
}

/** The portfolio of a trainee, made empty the first time it is asked for. */
export async function openPortfolio(
  { kernel, portfolios }: Writing,
  traineeId: string,
): Promise<PortfolioDocument> {
  const found = await portfolios.findById(traineeId).lean<PortfolioDocument>();
  if (found) return found;
  await insertAggregate(portfolios, emptyPortfolio(traineeId, kernel.clock.today()));
  const made = await portfolios.findById(traineeId).lean<PortfolioDocument>();
  if (!made) throw new DomainError("not_found");
  return made;
}

/**
 * The only way a portfolio changes: what was written waits for the search projection, events leave with it.
 * `change` answers null when there is nothing to do. Errors: wrong_state when it is full.
 */
export async function changePortfolio(
  context: Writing,
  traineeId: string,
  change: (current: PortfolioDocument) => PortfolioChange | null,
): Promise<PortfolioDocument> {
  const { kernel, portfolios } = context;
  await openPortfolio(context, traineeId);
  const written = await changeAggregate(portfolios, traineeId, (current) => {
    const changed = change(current);
    if (!changed) return null;
    const evidence = boundHistory(changed.next.evidence);
    if (evidence.length > MAX_EVIDENCE && evidence.length > current.evidence.length)
      throw new DomainError("wrong_state", { field: "evidence", max: MAX_EVIDENCE });
    const next: PortfolioDocument = { ...changed.next, evidence: [...evidence], indexPending: true };
    return { ...changed, next };
  });
  if (written.pendingEvents.length > 0) kernel.delivery.nudge();
  return written;
}
