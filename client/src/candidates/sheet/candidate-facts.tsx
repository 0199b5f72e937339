import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format.ts";
import { useLabel } from "../../platform/use-label.ts";
import { useCandidateWords } from "../results/use-candidate-words.ts";
import type { CandidateSheet } from "../use-candidate.ts";
import styles from "./sheet.module.css";

/** Where, when, under which contract, for which occupation. */
export function CandidateFacts({ sheet }: { sheet: CandidateSheet }) {
  const { t } = useTranslation("candidates");
  const format = useFormat();
  const words = useCandidateWords();
  const labelOf = useLabel();
  const facts = [
    {
      name: t("sheet.area"),
      value: sheet.area
        ? `${sheet.area}${sheet.radiusKm > 0 ? `, ${t("sheet.radius", { km: sheet.radiusKm })}` : ""}`
        : t("sheet.areaUnknown"),
    },
    { name: t("sheet.available"), value: words.available(sheet.availableFrom) },
    { name: t("sheet.contracts"), value: words.contracts(sheet.contracts) },
    {
      name: t("sheet.occupations"),
      value:
        sheet.occupations.length > 0
          ? format.list(sheet.occupations.map(labelOf))
          : t("sheet.occupationsUnknown"),
    },
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
