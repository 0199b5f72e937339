/** What Meilisearch is told of an index, as data: the part of its settings we decide; the others stay at its defaults. */
export interface IndexSettings {
  searchableAttributes: string[];
  displayedAttributes: string[];
  /** A bare name only for `_geo`, which patterns do not switch on. */
  filterableAttributes: (
    | "_geo"
    | {
        attributePatterns: string[];
        features: { facetSearch: boolean; filter: { equality: boolean; comparison: boolean } };
      }
  )[];
  sortableAttributes: string[];
  rankingRules: string[];
  stopWords: string[];
  synonyms: Record<string, string[]>;
  typoTolerance: {
    enabled: boolean;
    minWordSizeForTypos: { oneTypo: number; twoTypos: number };
    disableOnWords: string[];
    disableOnAttributes: string[];
  };
  faceting: { maxValuesPerFacet: number; sortFacetValuesBy: Record<string, "alpha" | "count"> };
  pagination: { maxTotalHits: number };
  separatorTokens: string[];
  searchCutoffMs: number;
  facetSearch: boolean;
  prefixSearch: "indexingTime" | "disabled";
  proximityPrecision: "byWord" | "byAttribute";
}

export interface IndexDefinition {
  uid: string;
  primaryKey: "id";
  settings: IndexSettings;
}

/** Attributes to filter and count by, compared (`<=`) or only equal. */
export function filterable(attributePatterns: string[], compared = false) {
  return {
    attributePatterns,
    features: { facetSearch: false, filter: { equality: true, comparison: compared } },
  };
}

/** Typos as everywhere in the product (shared/referential/text.rules): one from 5 letters, two from 9. */
export const TYPOS: IndexSettings["typoTolerance"] = {
  enabled: true,
  minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
  disableOnWords: [],
  disableOnAttributes: [],
};
