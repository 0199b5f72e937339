import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import styles from "./facet.module.css";
import { TextButton } from "./text-button.tsx";

export interface Facet {
  value: string;
  label: string;
  count: number;
}

interface FacetListProps {
  title: string;
  facets: readonly Facet[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  /** How many are shown before « voir plus ». */
  first?: number;
  /** One choice at most: choosing another replaces it. */
  single?: boolean;
}

/** A filter with its counts, as tick boxes. Those chosen stay in sight. */
export function FacetList({ title, facets, chosen, onChange, first = 5, single = false }: FacetListProps) {
  const { t } = useTranslation("ui");
  const format = useFormat();
  const [all, setAll] = useState(false);
  if (facets.length === 0) return null;
  const shown = all ? facets : facets.filter(({ value }, index) => index < first || chosen.includes(value));
  const toggle = (value: string) => {
    if (chosen.includes(value)) return onChange(chosen.filter((one) => one !== value));
    onChange(single ? [value] : [...chosen, value]);
  };
  return (
    <fieldset className={styles.facets}>
      <legend>{title}</legend>
      {shown.map(({ value, label, count }) => (
        <label key={value} className={styles.facet}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
          <span>{label}</span>
          <span className={styles.count}>{format.number(count)}</span>
        </label>
      ))}
      {facets.length > first ? (
        <TextButton aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t("facets.less") : t("facets.more")}
        </TextButton>
      ) : null}
    </fieldset>
  );
}
