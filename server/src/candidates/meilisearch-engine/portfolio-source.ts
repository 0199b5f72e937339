import type { PortfolioDocument } from "../../portfolio/index.ts";
import type { CandidatesContext } from "../candidates-context.ts";
import { projectPortfolio } from "../project-portfolio.ts";
import type { CandidateSource } from "./candidate-source.ts";

const BATCH = 500;

/** Everybody as their portfolio says, read from the database a few at a time. */
export function portfolioSource({
  portfolios,
  referential,
}: Pick<CandidatesContext, "portfolios" | "referential">): CandidateSource {
  return {
    count: () => portfolios.estimatedDocumentCount(),
    async *all() {
      for await (const found of portfolios.find().lean<PortfolioDocument>().cursor({ batchSize: BATCH })) {
        const portfolio = found as PortfolioDocument;
        yield {
          id: portfolio._id,
          revision: portfolio.revision,
          profile: projectPortfolio(portfolio, referential),
        };
      }
    },
  };
}
