import { useTranslation } from "react-i18next";
import { useLabel } from "../platform/use-label.ts";
import { useOccupation } from "../portfolio/use-occupation.ts";
import { type Facet, FacetList } from "../ui/facet-list.tsx";
import { CONTRACTS, type MatchesSearch, PERIODS } from "./offer-matches-search.ts";
import type { OfferMatches } from "./use-offer-matches.ts";

interface FacetsProps {
  search: MatchesSearch;
  onChange: (search: MatchesSearch) => void;
  facets: OfferMatches["facets"] | undefined;
}

/** A choice stays in sight, and can be undone, when nothing is left of it. */
function withChosen(facets: readonly Facet[], chosen: string | undefined, label: string): Facet[] {
  const shown = [...facets];
  if (chosen && !facets.some(({ value }) => value === chosen))
    shown.unshift({ value: chosen, label, count: 0 });
  return shown;
}

/** What narrows the offers, each choice with how many it leaves; one at a time in each list. */
export function OfferMatchesFacets({ search, onChange, facets }: FacetsProps) {
  const { t } = useTranslation(["matches", "offers"]);
  const labelOf = useLabel();
  const occupation = useOccupation(search.metier ?? null).data;
  const { contracts = [], areas = [], occupations = [], published = [] } = facets ?? {};
  const contractLabel = (value: string) => {
    const known = CONTRACTS.find((kind) => kind === value);
    return known ? t(`offers:contracts.${known}`) : value;
  };
  const set = (change: Partial<MatchesSearch>) => onChange({ ...search, ...change });
  // "Within a week" holds what is of the day too: counts add up.
  let count = 0;
  const periods = PERIODS.map((value) => {
    count += published.find((bucket) => bucket.value === value)?.count ?? 0;
    return { value, label: t(`filters.published.${value}`), count };
  });
  const chosen = (value: string | undefined) => (value ? [value] : []);
  return (
    <>
      <FacetList
        title={t("filters.contract")}
        facets={withChosen(
          contracts.map((bucket) => ({ ...bucket, label: contractLabel(bucket.value) })),
          search.contrat,
          contractLabel(search.contrat ?? ""),
        )}
        chosen={chosen(search.contrat)}
        onChange={([one]) => set({ contrat: CONTRACTS.find((kind) => kind === one) })}
        first={6}
        single
      />
      <FacetList
        title={t("filters.occupation")}
        facets={withChosen(
          occupations.map((bucket) => ({ ...bucket, label: labelOf(bucket) })),
          search.metier,
          occupation ? labelOf(occupation) : (search.metier ?? ""),
        )}
        chosen={chosen(search.metier)}
        onChange={([metier]) => set({ metier })}
        single
      />
      <FacetList
        title={t("filters.area")}
        facets={withChosen(areas, search.zone, search.zone ?? "")}
        chosen={chosen(search.zone)}
        onChange={([zone]) => set({ zone })}
        single
      />
      <FacetList
        title={t("filters.published.title")}
        facets={periods}
        chosen={chosen(search.depuis)}
        onChange={([one]) => set({ depuis: PERIODS.find((period) => period === one) })}
        single
      />
    </>
  );
}
