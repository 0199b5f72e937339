import { randomUUID } from "node:crypto";
import type { IndexDefinition } from "@acquis/search-config/settings/index-settings.ts";
import {
  candidatesIndex,
  competenciesIndex,
  occupationsIndex,
  offersIndex,
} from "@acquis/search-config/settings/indexes.ts";
import { createAccountsStore, type OrganisationDocument } from "@acquis/server/accounts/accounts.store.ts";
import { candidateDocuments } from "@acquis/server/candidates/meilisearch-engine/candidate-source.ts";
import { portfolioSource } from "@acquis/server/candidates/meilisearch-engine/portfolio-source.ts";
import { offerSource } from "@acquis/server/offers/offer-source.ts";
import { createOffersStore } from "@acquis/server/offers/offers.store.ts";
import { connectDatabase } from "@acquis/server/platform/database/connect.ts";
import { createLog } from "@acquis/server/platform/log.ts";
import type { DocumentSource } from "@acquis/server/platform/search/meilisearch/document-source.ts";
import type { VerifyOptions } from "@acquis/server/platform/search/meilisearch/verify-documents.ts";
import { readSettings } from "@acquis/server/platform/settings.ts";
import { createPortfolioModel } from "@acquis/server/portfolio/portfolio.store.ts";
import { createReferential } from "@acquis/server/referential/index.ts";
import { ofAnotherEdition, suggestionSource } from "@acquis/server/referential/suggestion-source.ts";
import { prefixed } from "./prefixed.ts";

type AnyDocument = { id: string };

/** An index, and the database as it should say it. */
export interface SourcedIndex {
  name: string;
  definition: IndexDefinition;
  /** Everything in a new index, or what a living one is compared with. */
  source(use: "rebuild" | "compare"): DocumentSource<AnyDocument>;
  ignore?: VerifyOptions<AnyDocument>["ignore"];
}

/** The four indexes from the database of the product, which may be running. */
export async function openIndexes(): Promise<{ indexes: SourcedIndex[]; close(): Promise<void> }> {
  const log = createLog("warn");
  const { MEILI_URL: _, ...environment } = process.env;
  const database = await connectDatabase(readSettings(environment), log);
  const db = database.connection;
  const referential = await createReferential({ db, log, newId: randomUUID });
  const portfolios = createPortfolioModel(db);
  const { organisations } = createAccountsStore(db);
  const accounts = {
    async organisation(id: string) {
      const found = await organisations.findById(id).lean<Pick<OrganisationDocument, "name" | "status">>();
      return found && { id, name: found.name, status: found.status };
    },
  };
  const people = candidateDocuments(portfolioSource({ portfolios, referential }));
  const offers = offerSource(createOffersStore(db), { referential, accounts });
  const suggestions = (definition: IndexDefinition, kind: "competency" | "occupation"): SourcedIndex => {
    const items = referential.suggestItems().filter((item) => item.kind === kind);
    return {
      name: definition.uid,
      definition: prefixed(definition),
      source: (use) => suggestionSource(items, { whole: use === "rebuild" }),
      ignore: ofAnotherEdition(items) as VerifyOptions<AnyDocument>["ignore"],
    };
  };
  return {
    indexes: [
      { name: "candidates", definition: prefixed(candidatesIndex), source: () => people },
      { name: "offers", definition: prefixed(offersIndex), source: () => offers },
      suggestions(competenciesIndex, "competency"),
      suggestions(occupationsIndex, "occupation"),
    ],
    close: () => database.close(),
  };
}
