import type { SearchState } from "@acquis/shared/observatory/observatory.contract.ts";
import type { createCandidates } from "../candidates/index.ts";
import type { createOffers } from "../offers/index.ts";
import type { IndexState } from "../platform/search/keep-index.ts";
import type { SearchHealth } from "../platform/search/meilisearch/index-client.ts";
import type { Referential } from "../referential/index.ts";

interface Searching {
  candidates: ReturnType<typeof createCandidates>;
  offers: ReturnType<typeof createOffers>;
  referential: Referential;
}
type IndexName = SearchState["indexes"][number]["index"];

const iso = (date: Date | null) => date?.toISOString() ?? null;

/** The four indexes as they are now, for those who look after the product. */
export async function searchState({ candidates, offers, referential }: Searching): Promise<SearchState> {
  const [people, ofPeople, open, ofOffers, competencies, occupations] = await Promise.all([
    candidates.engine.health(),
    candidates.indexer.state(),
    offers.engine.health(),
    offers.indexer.state(),
    referential.engine.health("competency"),
    referential.engine.health("occupation"),
  ]);
  const suggestions = { refused: 0, refusedDocuments: [], ...referential.loadState() };
  return {
    engine: people.engine,
    indexes: [
      present("candidates", { ...people, documents: people.people }, ofPeople),
      present("offers", open, ofOffers),
      present("competencies", competencies, suggestions),
      present("occupations", occupations, suggestions),
    ],
  };
}

function present(
  index: IndexName,
  { ok, documents, detail }: SearchHealth,
  { refusedDocuments, lastSuccess, failingSince, ...state }: Omit<IndexState, "index">,
): SearchState["indexes"][number] {
  return {
    index,
    ok,
    documents,
    behind: state.behind,
    refused: state.refused,
    refusedDocuments: refusedDocuments.map(({ since, ...one }) => ({ ...one, since: since.toISOString() })),
    lastSuccess: iso(lastSuccess),
    failingSince: iso(failingSince),
    failure: state.failure ?? detail,
  };
}
