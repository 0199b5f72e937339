import { Link } from "@tanstack/react-router";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { today } from "../platform/format.ts";
import { useLabel } from "../platform/use-label.ts";
import { useMyPortfolio } from "../portfolio/use-my-portfolio.ts";
import { useOccupation } from "../portfolio/use-occupation.ts";
import { Button } from "../ui/button.tsx";
import { Chosen } from "../ui/chosen.tsx";
import { DayField } from "../ui/date-fields.tsx";
import { NativeSelect } from "../ui/fields.tsx";
import { Icon } from "../ui/icon.tsx";
import { OccupationPicker } from "../ui/pickers/suggestion-picker.tsx";
import styles from "./matches.module.css";
import { CONTRACTS, countFilters, DISTANCES, type MatchesSearch } from "./offer-matches-search.ts";

interface FiltersProps {
  search: MatchesSearch;
  onChange: (search: MatchesSearch) => void;
  /** Offers found with these choices, once known. */
  total?: number | undefined;
}

function OccupationFilter({ search, onChange }: FiltersProps) {
  const { t } = useTranslation("matches");
  const labelOf = useLabel();
  const { data } = useOccupation(search.metier ?? null);
  if (!search.metier)
    return (
      <OccupationPicker
        label={t("filters.occupation")}
        onPick={({ id }) => onChange({ ...search, metier: id })}
      />
    );
  return (
    <div>
      <p className={styles.label}>{t("filters.occupation")}</p>
      <Chosen
        remove={t("filters.occupationClear")}
        onRemove={() => onChange({ ...search, metier: undefined })}
      >
        {data ? labelOf(data) : search.metier}
      </Chosen>
    </div>
  );
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

/** Filters behind one button, closed until touched: most people never need them. */
export function OfferMatchesFilters({ search, onChange, total }: FiltersProps) {
  const { t } = useTranslation(["matches", "offers"]);
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
          label={t("filters.contract")}
          value={search.contrat ?? ""}
          onChange={(event) => {
            const { value } = event.currentTarget;
            onChange({ ...search, contrat: CONTRACTS.find((kind) => kind === value) });
          }}
          data={[
            { value: "", label: t("filters.anyContract") },
            ...CONTRACTS.map((kind) => ({ value: kind, label: t(`offers:contracts.${kind}`) })),
          ]}
        />
        <DistanceFilter search={search} onChange={onChange} />
        <DayField
          label={t("filters.before")}
          value={search.avant ?? null}
          min={today()}
          onChange={(avant) => onChange({ ...search, avant: avant ?? undefined })}
        />
        <OccupationFilter search={search} onChange={onChange} />
      </div>
      <div className={styles.filterActions}>
        {total === undefined ? null : <Button onClick={close}>{t("filters.see", { count: total })}</Button>}
        {count > 0 ? (
          <Button variant="default" onClick={() => onChange({})}>
            {t("filters.clear")}
          </Button>
        ) : null}
      </div>
    </details>
  );
}
