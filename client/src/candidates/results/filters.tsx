import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLabel } from "../../platform/use-label.ts";
import { type Facet, FacetList } from "../../ui/facet-list.tsx";
import { NativeSelect, TextInput } from "../../ui/fields.tsx";
import { useSettled } from "../../ui/pickers/use-settled.ts";
import { AVAILABILITIES, DISTANCES_KM, type Question, type QuestionFilters } from "../question.ts";
import type { CandidateList } from "../use-candidate-search.ts";
import type { ChangeQuestion } from "../use-question.ts";
import styles from "./results.module.css";

interface FiltersProps {
  question: Question;
  facets: CandidateList["facets"];
  onChange: ChangeQuestion;
}

/** What narrows the list, each choice with how many people it leaves. Filters never change the order. */
export function Filters({ question, facets, onChange }: FiltersProps) {
  const { t } = useTranslation(["candidates", "offers"]);
  const labelOf = useLabel();
  const { filters } = question;
  const set = (change: Partial<QuestionFilters>, replace = false) =>
    onChange({ filters: { ...filters, ...change } }, { replace });
  const contracts = facets.contracts.map((bucket) => ({
    ...bucket,
    label: t(`offers:contracts.${bucket.value as QuestionFilters["contracts"][number]}`),
  }));
  return (
    <section className={styles.filters} aria-label={t("filters.title")}>
      <div className={styles.filterFields}>
        <WordFilter text={filters.text} onChange={(text) => set({ text }, true)} />
        <NativeSelect
          label={t("filters.distance")}
          description={question.place ? undefined : t("filters.distanceNeedsPlace")}
          disabled={!question.place}
          value={filters.maxDistanceKm ?? ""}
          onChange={(event) => set({ maxDistanceKm: Number(event.currentTarget.value) || null })}
          data={[
            { value: "", label: t("filters.anyDistance") },
            ...DISTANCES_KM.map((km) => ({ value: String(km), label: t("filters.within", { km }) })),
          ]}
        />
      </div>
      <FacetList
        title={t("filters.availability")}
        facets={availabilityFacets(facets.availability, (one) => t(`filters.${one}`))}
        chosen={filters.availability ? [filters.availability] : []}
        onChange={([one]) => set({ availability: AVAILABILITIES.find((known) => known === one) ?? null })}
        single
      />
      <FacetList
        title={t("filters.contracts")}
        facets={contracts}
        chosen={filters.contracts}
        onChange={(chosen) => set({ contracts: chosen as QuestionFilters["contracts"] })}
        first={6}
      />
      <FacetList
        title={t("filters.occupations")}
        facets={facets.occupations.map((bucket) => ({ ...bucket, label: labelOf(bucket) }))}
        chosen={filters.occupations}
        onChange={(occupations) => set({ occupations })}
      />
      <FacetList
        title={t("filters.areas")}
        facets={facets.areas}
        chosen={filters.areas}
        onChange={(areas) => set({ areas })}
      />
    </section>
  );
}

/** "Within a month" holds those available now too: counts add up. */
function availabilityFacets(
  buckets: readonly { value: string; count: number }[],
  label: (one: (typeof AVAILABILITIES)[number]) => string,
): Facet[] {
  let count = 0;
  return AVAILABILITIES.map((value) => {
    count += buckets.find((bucket) => bucket.value === value)?.count ?? 0;
    return { value, label: label(value), count };
  });
}

/** Words looked for; handed over when the typing stops. */
function WordFilter({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { t } = useTranslation("candidates");
  const [typed, setTyped] = useState(text);
  const settled = useSettled(typed, 350);
  useEffect(() => setTyped(text), [text]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed is handed over.
  useEffect(() => {
    if (settled === typed && settled.trim() !== text) onChange(settled.trim());
  }, [settled]);
  return (
    <TextInput
      label={t("filters.text")}
      description={t("filters.textHint")}
      value={typed}
      maxLength={200}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
