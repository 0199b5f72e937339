import { api } from "../platform/http/api.ts";
import { declareCompetencies, withdrawDeclaration } from "./declare-competencies.ts";
import type { PortfolioContext } from "./portfolio-context.ts";
import { printCv } from "./print-cv.ts";
import { readFollowedPortfolio, readMyPortfolio, showPortfolio } from "./read-portfolio.ts";
import { removeExperience, saveExperience } from "./save-experience.ts";
import { savePreferences, saveVisibility } from "./save-preferences.ts";

export function portfolioRouter(context: PortfolioContext) {
  return {
    readMine: api.portfolio.readMine.handler(({ context: { actor } }) =>
      readMyPortfolio(context, actor.accountId),
    ),
    readFollowed: api.portfolio.readFollowed.handler(({ context: { actor }, input }) =>
      readFollowedPortfolio(context, actor, input.traineeId),
    ),
    saveExperience: api.portfolio.saveExperience.handler(async ({ context: { actor }, input }) =>
      showPortfolio(context, await saveExperience(context, actor.accountId, input)),
    ),
    removeExperience: api.portfolio.removeExperience.handler(async ({ context: { actor }, input }) =>
      showPortfolio(context, await removeExperience(context, actor.accountId, input.id)),
    ),
    declare: api.portfolio.declare.handler(async ({ context: { actor }, input }) =>
      showPortfolio(context, await declareCompetencies(context, actor.accountId, input.items)),
    ),
    withdrawDeclaration: api.portfolio.withdrawDeclaration.handler(async ({ context: { actor }, input }) =>
      showPortfolio(context, await withdrawDeclaration(context, actor.accountId, input.competencyId)),
    ),
    savePreferences: api.portfolio.savePreferences.handler(async ({ context: { actor }, input }) =>
      showPortfolio(context, await savePreferences(context, actor.accountId, input)),
    ),
    saveVisibility: api.portfolio.saveVisibility.handler(async ({ context: { actor }, input }) =>
      showPortfolio(context, await saveVisibility(context, actor.accountId, input.visibility)),
    ),
    printCv: api.portfolio.printCv.handler(({ context: { actor }, input }) =>
      printCv(context, actor.accountId, input.locale),
    ),
  };
}
