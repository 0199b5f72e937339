import { useTranslation } from "react-i18next";
import { useCandidateParts } from "../candidates/use-candidate-parts.tsx";
import { useLabels } from "../candidates/use-labels.ts";
import type { Writing } from "./offer-editor.tsx";
import styles from "./offers.module.css";

interface StepProps {
  writing: Writing;
  missing: readonly string[];
}

/** The occupation, then its competencies. */
export function StepWhat({ writing: { draft, ask }, missing }: StepProps) {
  const { t } = useTranslation("offers");
  const { OccupationQuestion, CompetenciesChoice } = useCandidateParts();
  const labelOf = useLabels(draft.question);
  return (
    <div className={styles.step}>
      <OccupationQuestion question={draft.question} onChange={ask} />
      <CompetenciesChoice question={draft.question} labelOf={labelOf} onChange={ask} plain />
      {missing.includes("essential") ? (
        <p className={styles.error} role="alert">
          {t("editor.essentialMissing")}
        </p>
      ) : null}
    </div>
  );
}
