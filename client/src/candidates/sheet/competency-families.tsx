import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format.ts";
import { useFamilyLabel, useLabel } from "../../platform/use-label.ts";
import { Card } from "../../ui/card.tsx";
import { Level } from "../../ui/level.tsx";
import { Mark } from "../../ui/mark.tsx";
import type { CandidateSheet } from "../use-candidate.ts";
import styles from "./sheet.module.css";

type Competency = CandidateSheet["competencies"][number];
const ORDER = { proven: 0, acquired: 1, upcoming: 2 } as const;

/** Families with the most proven first; in each, proven, acquired, then coming. */
function familiesOf(competencies: readonly Competency[], familyOf: (one: Competency) => string | null) {
  const families = new Map<string, Competency[]>();
  for (const one of competencies) {
    const name = familyOf(one) ?? "";
    families.set(name, [...(families.get(name) ?? []), one]);
  }
  const proven = (list: Competency[]) => list.filter(({ mark }) => mark === "proven").length;
  return [...families]
    .map(([name, list]) => ({
      name,
      list: list.sort((a, b) => ORDER[a.mark] - ORDER[b.mark] || b.level - a.level),
    }))
    .sort((a, b) => proven(b.list) - proven(a.list) || b.list.length - a.list.length);
}

/** Every competency shown, by family, with its mark, its level, and who vouches or teaches. */
export function CompetencyFamilies({ competencies }: { competencies: readonly Competency[] }) {
  const { t } = useTranslation("candidates");
  const format = useFormat();
  const labelOf = useLabel();
  const familyOf = useFamilyLabel();
  const families = useMemo(() => familiesOf(competencies, familyOf), [competencies, familyOf]);
  const source = ({ mark, month, source }: Competency) => {
    if (mark === "proven") return source ? t("sheet.provenBy", { source }) : t("sheet.proven");
    if (mark === "acquired") return t("sheet.acquired");
    return month ? t("sheet.upcoming", { month: format.month(month) }) : null;
  };
  return (
    <ul className={styles.families}>
      {families.map(({ name, list }) => (
        <Card as="li" key={name} className={styles.family}>
          <h3>{name || t("sheet.noFamily")}</h3>
          <ul>
            {list.map((one) => (
              <li key={one.competencyId}>
                <Mark kind={one.mark} size={22} />
                <span>
                  {labelOf(one)}
                  <span className={styles.source}>{source(one)}</span>
                </span>
                <Level level={one.level} />
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </ul>
  );
}
