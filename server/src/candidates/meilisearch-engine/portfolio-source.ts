import type { CandidatesContext } from "../candidates-context.ts";
import { indexedPortfolios } from "../indexed-portfolio.ts";
import { projectPortfolio } from "../project-portfolio.ts";
import type { CandidateSource } from "./candidate-source.ts";

/** Everybody as their portfolio says, read from the database a few at a time. */
export function portfolioSource({
  portfolios,
  referential,
}: Pick<CandidatesContext, "portfolios" | "referential">): CandidateSource {
  return {
    count: () => portfolios.estimatedDocumentCount(),
    async *all() {
      for await (const portfolio of indexedPortfolios(portfolios))
        yield {
          id: portfolio._id,
          revision: portfolio.revision,
          profile: projectPortfolio(portfolio, referential),
        };
    },
  };
}
