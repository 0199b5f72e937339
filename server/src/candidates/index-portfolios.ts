import { keepIndex } from "../platform/search/keep-index.ts";
import type { CandidatesContext } from "./candidates-context.ts";
import { type IndexedPortfolio, indexedPortfolios } from "./indexed-portfolio.ts";
import { projectPortfolio } from "./project-portfolio.ts";

/** Keeps the engine equal to the portfolios: written to visible in search under a second. */
export function createIndexer({
  kernel,
  engine,
  portfolios,
  referential,
}: Pick<CandidatesContext, "kernel" | "engine" | "portfolios" | "referential">) {
  return keepIndex({
    index: "candidates",
    kernel,
    model: portfolios,
    readAll: () => indexedPortfolios(portfolios),
    project: (portfolio: IndexedPortfolio) => projectPortfolio(portfolio, referential),
    engine,
  });
}
