import { Link } from "@tanstack/react-router";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { today } from "../platform/format.ts";
import { useMyPortfolio } from "../portfolio/use-my-portfolio.ts";
import { Button } from "../ui/button.tsx";
import { DayField } from "../ui/date-fields.tsx";
import { NativeSelect } from "../ui/fields.tsx";
import { Icon } from "../ui/icon.tsx";
import styles from "./matches.module.css";
import { OfferMatchesFacets } from "./offer-matches-facets.tsx";
import { countFilters, DISTANCES, type MatchesSearch, SORTS } from "./offer-matches-search.ts";
import type { OfferMatches } from "./use-offer-matches.ts";

interface FiltersProps {
  search: MatchesSearch;
  onChange: (search: MatchesSearch) => void;
  /** Offers found with these choices, once known. */
  total?: number | undefined;
  facets?: OfferMatches["facets"] | undefined;
}

function DistanceFilter({ search, onChange }: FiltersProps) {
  const { t } = useTranslation("matches");
  const portfolio = useMyPortfolio();
  if (portfolio.data && !portfolio.data.preferences.place)
    return (
      <div>
        <p className={styles.label}>{t("filters.distance")}</p>
        <p>{t("filters.noPlace")}</p>
        <Link to="/stagiaire/recherche" className={styles.tap}>
          {t("filters.noPlaceGo")}
        </Link>
      </div>
    );
  return (
    <NativeSelect
      label={t("filters.distance")}
      value={search.km ?? ""}
      onChange={(event) => onChange({ ...search, km: Number(event.currentTarget.value) || undefined })}
      data={[
        { value: "", label: t("filters.anyDistance") },
        ...DISTANCES.map((km) => ({ value: String(km), label: t("filters.km", { km }) })),
      ]}
    />
  );
}

/** The order and the filters behind one button, closed until touched: most people never need them. */
export function OfferMatchesFilters({ search, onChange, total, facets }: FiltersProps) {
  const { t } = useTranslation("matches");
  const count = countFilters(search);
  const details = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (details.current) details.current.open = false;
    details.current?.querySelector("summary")?.focus();
  };
  return (
    <details ref={details} className={styles.filters}>
      <summary>
        <Icon name="settings" />
        {count > 0 ? t("filters.openCount", { count }) : t("filters.open")}
      </summary>
      <div className={styles.fields}>
        <NativeSelect
          label={t("sort.label")}
          value={search.tri ?? ""}
          onChange={(event) => {
            const { value } = event.currentTarget;
            onChange({ ...search, tri: SORTS.find((sort) => sort === value) });
          }}
          data={[
            { value: "", label: t("sort.match") },
            ...SORTS.map((sort) => ({ value: sort, label: t(`sort.${sort}`) })),
          ]}
        />
        <DistanceFilter search={search} onChange={onChange} />
        <DayField
          label={t("filters.before")}
          value={search.avant ?? null}
          min={today()}
          onChange={(avant) => onChange({ ...search, avant: avant ?? undefined })}
        />
      </div>
      <div className={styles.fields}>
        <OfferMatchesFacets search={search} onChange={onChange} facets={facets} />
      </div>
      <div className={styles.filterActions}>
        {total === undefined ? null : <Button onClick={close}>{t("filters.see", { count: total })}</Button>}
        {count > 0 ? (
          <Button variant="default" onClick={() => onChange({ mots: search.mots, tri: search.tri })}>
            {t("filters.clear")}
          </Button>
        ) : null}
      </div>
    </details>
  );
}
