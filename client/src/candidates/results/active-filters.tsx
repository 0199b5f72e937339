import { useTranslation } from "react-i18next";
import { useLabel } from "../../platform/use-label.ts";
import { Icon } from "../../ui/icon.tsx";
import { NO_FILTERS, type Question, type QuestionFilters } from "../question.ts";
import type { CandidateList } from "../use-candidate-search.ts";
import type { ChangeQuestion } from "../use-question.ts";
import styles from "./results.module.css";

interface ActiveFiltersProps {
  question: Question;
  facets: CandidateList["facets"] | undefined;
  onChange: ChangeQuestion;
}

/** The filters in force, each to be taken away in a click. */
export function ActiveFilters({ question, facets, onChange }: ActiveFiltersProps) {
  const { t } = useTranslation(["candidates", "offers"]);
  const { filters } = question;
  const labelOf = useLabel();
  const nameIn = (buckets: CandidateList["facets"]["areas"] | undefined, value: string) =>
    labelOf(buckets?.find((bucket) => bucket.value === value) ?? { label: value });
  const without = (list: string[], value: string) => list.filter((one) => one !== value);
  const active: { id: string; label: string; rest: Partial<QuestionFilters> }[] = [
    ...(filters.maxDistanceKm
      ? [
          {
            id: "km",
            label: t("filters.within", { km: filters.maxDistanceKm }),
            rest: { maxDistanceKm: null },
          },
        ]
      : []),
    ...(filters.availability
      ? [{ id: "available", label: t(`filters.${filters.availability}`), rest: { availability: null } }]
      : []),
    ...filters.contracts.map((kind) => ({
      id: kind,
      label: t(`offers:contracts.${kind}`),
      rest: { contracts: filters.contracts.filter((one) => one !== kind) },
    })),
    ...filters.occupations.map((code) => ({
      id: code,
      label: nameIn(facets?.occupations, code),
      rest: { occupations: without(filters.occupations, code) },
    })),
    ...filters.areas.map((code) => ({
      id: code,
      label: nameIn(facets?.areas, code),
      rest: { areas: without(filters.areas, code) },
    })),
    ...(filters.text ? [{ id: "text", label: `« ${filters.text} »`, rest: { text: "" } }] : []),
  ];
  if (active.length === 0) return null;
  return (
    <ul className={styles.active} aria-label={t("filters.active")}>
      {active.map(({ id, label, rest }) => (
        <li key={id}>
          <button
            type="button"
            aria-label={t("filters.remove", { label })}
            onClick={() => onChange({ filters: { ...filters, ...rest } })}
          >
            {label}
            <Icon name="close" size={16} />
          </button>
        </li>
      ))}
      {active.length > 1 ? (
        <li>
          <button type="button" data-all="true" onClick={() => onChange({ filters: NO_FILTERS })}>
            {t("filters.removeAll")}
          </button>
        </li>
      ) : null}
    </ul>
  );
}
