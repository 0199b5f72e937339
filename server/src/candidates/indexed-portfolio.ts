import type { StandingFacts } from "@acquis/shared/portfolio/evidence.rules.ts";
import { fieldReader } from "../platform/database/read-fields.ts";
import type { PortfolioDocument, PortfolioModel, StoredExperience } from "../portfolio/index.ts";

/** What of a portfolio the search is made from: a third of it. */
export interface IndexedPortfolio
  extends Pick<PortfolioDocument, "_id" | "revision" | "indexPending" | "visibility" | "preferences"> {
  evidence: StandingFacts[];
  experiences: Pick<StoredExperience, "title" | "anonymousTitle">[];
}

const read = fieldReader<IndexedPortfolio>({
  _id: true,
  revision: true,
  indexPending: true,
  visibility: true,
  preferences: true,
  experiences: { title: true, anonymousTitle: true },
  evidence: {
    competencyId: true,
    kind: true,
    level: true,
    training: { expectedOn: true, programmeName: true },
    withdrawal: true,
    answer: { answer: true },
    badge: { expiresOn: true },
  },
});

const BATCH = 200;

/** Everybody's, in any order: decoding whole portfolios is most of the time it takes to fill an engine. */
export async function* indexedPortfolios(portfolios: PortfolioModel): AsyncGenerator<IndexedPortfolio> {
  const found = portfolios.collection.find({}, { batchSize: BATCH, raw: true });
  for await (const bytes of found) yield read(bytes as unknown as Buffer);
}
