import type { ContractKind } from "@acquis/shared/portfolio/portfolio.schema.ts";
import type { MatchFilters } from "./use-offer-matches.ts";

export const CONTRACTS: readonly ContractKind[] = [
  "permanent",
  "fixedTerm",
  "temporary",
  "apprenticeship",
  "seasonal",
  "partTime",
];
export const SORTS = ["date", "distance"] as const;
export const PERIODS = ["day", "week", "month"] as const;
export const DISTANCES: readonly number[] = [10, 20, 30, 50, 100];
export const PAGE_SIZE = 12;

/** What the address of the list keeps: going back finds the same list. */
export interface MatchesSearch {
  /** Words looked for. */
  mots?: string | undefined;
  /** Order; by the public rule when it is not said. */
  tri?: (typeof SORTS)[number] | undefined;
  zone?: string | undefined;
  depuis?: (typeof PERIODS)[number] | undefined;
  contrat?: ContractKind | undefined;
  metier?: string | undefined;
  km?: number | undefined;
  avant?: string | undefined;
  page?: number | undefined;
}

/** Reads an address that anybody may have typed; what makes no sense is left out. */
export function readMatchesSearch(search: Record<string, unknown>): MatchesSearch {
  const { mots, tri, zone, depuis, contrat, metier, km, avant, page } = search;
  // Figures alone come as a number from the address.
  const words = typeof mots === "string" || typeof mots === "number" ? String(mots).trim() : "";
  return {
    mots: words.slice(0, 200) || undefined,
    tri: SORTS.find((sort) => sort === tri),
    zone: /^[0-9A-Z]{1,12}$/.test(String(zone ?? "")) ? String(zone) : undefined,
    depuis: PERIODS.find((period) => period === depuis),
    contrat: CONTRACTS.find((kind) => kind === contrat),
    metier: typeof metier === "string" && /^[A-Za-z0-9][\w:.-]{0,79}$/.test(metier) ? metier : undefined,
    km: DISTANCES.find((distance) => distance === Number(km)),
    avant: typeof avant === "string" && /^\d{4}-\d{2}-\d{2}$/.test(avant) ? avant : undefined,
    page: Number.isInteger(page) && Number(page) > 1 && Number(page) <= 10_000 ? Number(page) : undefined,
  };
}

/** The same, as the API takes it. */
export function filtersOf(search: MatchesSearch): MatchFilters {
  const { mots, tri, zone, depuis, contrat, metier, km, avant, page } = search;
  return {
    ...(mots ? { q: mots } : {}),
    ...(tri ? { sort: tri } : {}),
    ...(zone ? { area: zone } : {}),
    ...(depuis ? { publishedSince: depuis } : {}),
    ...(contrat ? { contract: contrat } : {}),
    ...(metier ? { occupation: metier } : {}),
    ...(km ? { maxDistanceKm: km } : {}),
    ...(avant ? { neededBefore: avant } : {}),
    page: page ?? 1,
    pageSize: PAGE_SIZE,
  };
}

/** How many filters are on; words and order are none. */
export function countFilters({ zone, depuis, contrat, metier, km, avant }: MatchesSearch): number {
  return [zone, depuis, contrat, metier, km, avant].filter((value) => value !== undefined).length;
}
