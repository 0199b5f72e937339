import { hideName } from "@acquis/shared/portfolio/hidden-name.rules.ts";
import { changePortfolio } from "./change-portfolio.ts";
import type { PortfolioDocument, StoredExperience } from "./portfolio.store.ts";
import type { PortfolioContext } from "./portfolio-context.ts";

/** A line as those read it who may not know whose it is. */
export type HiddenName = (line: string) => string;

export async function hiddenNameOf(context: PortfolioContext, traineeId: string): Promise<HiddenName> {
  const person = (await context.accounts.people([traineeId])).get(traineeId);
  return (line) => (person ? hideName(line, person, context.referential.isTradeWord) : line);
}

/** Kept with the experience: the search reads a portfolio without knowing whose it is. */
export function withHiddenName(
  { anonymousTitle: _, ...experience }: StoredExperience,
  hide: HiddenName,
): StoredExperience {
  const anonymousTitle = hide(experience.title);
  return anonymousTitle === experience.title ? experience : { ...experience, anonymousTitle };
}

/** Somebody changed their name: what hides it follows. */
export async function hideNewName(context: PortfolioContext, traineeId: string): Promise<PortfolioDocument> {
  const hide = await hiddenNameOf(context, traineeId);
  return changePortfolio(context, traineeId, (current) => {
    const experiences = current.experiences.map((one) => withHiddenName(one, hide));
    const isSame = experiences.every(
      (one, at) => one.anonymousTitle === current.experiences[at]?.anonymousTitle,
    );
    return isSame ? null : { next: { ...current, experiences } };
  });
}
