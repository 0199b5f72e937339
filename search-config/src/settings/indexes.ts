import { stopWords } from "../referential/stop-words.ts";
import { filterable, type IndexDefinition, TYPOS } from "./index-settings.ts";
import { synonymsFrom } from "./synonyms.ts";

const words = [...stopWords].sort();
const synonyms = synonymsFrom();
const common = {
  displayedAttributes: ["*"],
  separatorTokens: [],
  searchCutoffMs: 10_000,
  facetSearch: false,
} as const;

/** People are only filtered and counted, never scored: nothing is prepared for words, and counts have no ceiling. */
const candidates: IndexDefinition = {
  uid: "candidates",
  primaryKey: "id",
  settings: {
    ...common,
    displayedAttributes: ["*"],
    separatorTokens: [],
    searchableAttributes: ["area"],
    filterableAttributes: [
      filterable([
        "held",
        "proven",
        "upcoming",
        "family",
        "words",
        "contracts",
        "occupations",
        "area",
        "place",
        "turn",
        "version",
      ]),
      filterable(["availableFrom"], true),
    ],
    sortableAttributes: [],
    rankingRules: ["sort"],
    stopWords: [],
    synonyms: {},
    typoTolerance: { ...TYPOS, enabled: false },
    faceting: { maxValuesPerFacet: 100_000, sortFacetValuesBy: { "*": "alpha" } },
    pagination: { maxTotalHits: 100_000_000 },
    prefixSearch: "disabled",
    proximityPrecision: "byAttribute",
  },
};

/** Offers are filtered, counted and sorted; what is typed is looked up by the product's rule, which the filter writes. */
const offers: IndexDefinition = {
  uid: "offers",
  primaryKey: "id",
  settings: {
    ...common,
    displayedAttributes: ["*"],
    separatorTokens: [],
    searchableAttributes: ["words"],
    filterableAttributes: [
      filterable(["words", "contract", "area", "occupation", "place", "version"]),
      filterable(["neededBy", "publishedOn"], true),
    ],
    sortableAttributes: ["publishedOn", "order"],
    rankingRules: ["words", "sort", "typo", "proximity", "attribute", "exactness"],
    stopWords: words,
    synonyms,
    typoTolerance: TYPOS,
    faceting: { maxValuesPerFacet: 100_000, sortFacetValuesBy: { "*": "alpha" } },
    pagination: { maxTotalHits: 1_000_000 },
    prefixSearch: "indexingTime",
    proximityPrecision: "byAttribute",
  },
};

/** One document for each text by which an item is found: filtered and taken in order of rank. */
function suggestions(uid: string): IndexDefinition {
  return {
    uid,
    primaryKey: "id",
    settings: {
      ...common,
      displayedAttributes: ["*"],
      separatorTokens: [],
      searchableAttributes: ["words"],
      filterableAttributes: [
        filterable(["edition", "version", "words", "prefixes", "families", "begins", "field", "favoured"]),
      ],
      sortableAttributes: ["rank"],
      rankingRules: ["words", "sort", "typo", "proximity", "attribute", "exactness"],
      stopWords: words,
      synonyms,
      typoTolerance: TYPOS,
      faceting: { maxValuesPerFacet: 1_000, sortFacetValuesBy: { "*": "count" } },
      pagination: { maxTotalHits: 1_000_000 },
      prefixSearch: "indexingTime",
      proximityPrecision: "byAttribute",
    },
  };
}

export const competenciesIndex: IndexDefinition = suggestions("competencies");
export const occupationsIndex: IndexDefinition = suggestions("occupations");
export const candidatesIndex = candidates;
export const offersIndex = offers;
export const indexes: readonly IndexDefinition[] = [candidates, offers, competenciesIndex, occupationsIndex];
