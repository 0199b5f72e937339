import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { Portfolio } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { requireActive } from "../accounts/index.ts";
import type { SignedIn } from "../platform/http/api.ts";
import { openPortfolio } from "./change-portfolio.ts";
import {
  type FollowedPortfolio,
  type Presenting,
  presentFollowed,
  presentPortfolio,
} from "./portfolio.presenter.ts";
import type { PortfolioDocument } from "./portfolio.store.ts";
import type { PortfolioContext } from "./portfolio-context.ts";

async function presentingFor(context: PortfolioContext, traineeId: string): Promise<Presenting> {
  const [people, requested] = await Promise.all([
    context.accounts.people([traineeId]),
    context.requestedBy(traineeId),
  ]);
  const person = people.get(traineeId);
  if (!person) throw new DomainError("not_found");
  return { person, requested, today: context.kernel.clock.today(), referential: context.referential };
}

/** A portfolio as its owner sees it, just read or just written. */
export async function showPortfolio(
  context: PortfolioContext,
  portfolio: PortfolioDocument,
): Promise<Portfolio> {
  return presentPortfolio(portfolio, await presentingFor(context, portfolio._id));
}

/** One's own portfolio, made empty the first time. */
export async function readMyPortfolio(context: PortfolioContext, traineeId: string): Promise<Portfolio> {
  const [portfolio, presenting] = await Promise.all([
    openPortfolio(context, traineeId),
    presentingFor(context, traineeId),
  ]);
  return presentPortfolio(portfolio, presenting);
}

/** Errors: organisation_not_approved; trainee_not_followed, the same for somebody who does not exist. */
export async function readFollowedPortfolio(
  context: PortfolioContext,
  actor: SignedIn,
  traineeId: string,
): Promise<FollowedPortfolio> {
  requireActive(actor);
  if (!(await context.follows(actor, traineeId)))
    throw new DomainError("trainee_not_followed", { field: "traineeId" });
  const [portfolio, presenting] = await Promise.all([
    openPortfolio(context, traineeId),
    presentingFor(context, traineeId),
  ]);
  return presentFollowed(portfolio, presenting);
}
