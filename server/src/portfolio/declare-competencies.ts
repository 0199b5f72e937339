import { DomainError } from "@acquis/shared/platform/errors.ts";
import {
  countDeclared,
  type Declaring,
  declare,
  withdrawDeclared,
} from "@acquis/shared/portfolio/declarations.rules.ts";
import type { Evidence } from "@acquis/shared/portfolio/evidence.schema.ts";
import type { Declared } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { changePortfolio } from "./change-portfolio.ts";
import { factId } from "./fact-id.ts";
import type { PortfolioDocument } from "./portfolio.store.ts";
import type { PortfolioContext } from "./portfolio-context.ts";

/** Competencies one person may declare at a time. */
const MAX_DECLARED = 300;

/** A trainee about to declare, for the write that follows `revision`. */
export async function declaringAs(
  { kernel, accounts }: PortfolioContext,
  traineeId: string,
): Promise<(revision: number) => Declaring> {
  const person = (await accounts.people([traineeId])).get(traineeId);
  const traineeName = person ? `${person.firstName} ${person.lastName}` : "";
  const today = kernel.clock.today();
  return (revision) => ({
    traineeId,
    traineeName,
    today,
    factId: (competencyId, experienceId) => factId("d", revision, competencyId, experienceId),
  });
}

/** Errors: invalid_input when more is declared than a portfolio holds. */
export function requireRoom(before: readonly Evidence[], after: readonly Evidence[], field: string): void {
  const count = countDeclared(after);
  if (count > MAX_DECLARED && count > countDeclared(before))
    throw new DomainError("invalid_input", { field, fields: [{ path: field, rule: "too_many" }] });
}

/** Declares competencies with a level; the same again changes nothing. Errors: unknown_competency, invalid_input. */
export async function declareCompetencies(
  context: PortfolioContext,
  traineeId: string,
  items: readonly Declared[],
): Promise<PortfolioDocument> {
  context.referential.requireCompetencies(
    items.map((item) => item.competencyId),
    "items",
  );
  const declaring = await declaringAs(context, traineeId);
  return changePortfolio(context, traineeId, (current) => {
    const evidence = declare(current.evidence, items, declaring(current.revision));
    if (evidence === current.evidence) return null;
    requireRoom(current.evidence, evidence, "items");
    return { next: { ...current, evidence: [...evidence] } };
  });
}

/** Withdraws what was declared of one competency. Errors: not_found when the portfolio never named it. */
export async function withdrawDeclaration(
  context: PortfolioContext,
  traineeId: string,
  competencyId: string,
): Promise<PortfolioDocument> {
  const declaring = await declaringAs(context, traineeId);
  return changePortfolio(context, traineeId, (current) => {
    if (!current.evidence.some((item) => item.competencyId === competencyId))
      throw new DomainError("not_found", { field: "competencyId" });
    const evidence = withdrawDeclared(current.evidence, competencyId, declaring(current.revision));
    return evidence === current.evidence ? null : { next: { ...current, evidence: [...evidence] } };
  });
}
