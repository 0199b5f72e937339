import type { MetaCriterion } from "@acquis/shared/badges/framework.schema.ts";
import type { LocalCriterion } from "@acquis/shared/badges/local-badge.schema.ts";
import { compareCriteria } from "@acquis/shared/badges/recognition.rules.ts";
import type { Mapping } from "@acquis/shared/badges/recognition.schema.ts";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../ui/error-state.tsx";
import { Textarea } from "../../ui/fields.tsx";
import styles from "../manage.module.css";
import { CriteriaComparison } from "./criteria-comparison.tsx";

interface AskSummaryProps {
  criteria: readonly MetaCriterion[];
  local: readonly LocalCriterion[];
  mapping: Mapping;
  note: string;
  onNote: (note: string) => void;
  problem: string | null;
  error: unknown;
}

/** What will be sent, as the Région will read it, and a word to go with it. */
export function AskSummary({ criteria, local, mapping, note, onNote, problem, error }: AskSummaryProps) {
  const { t } = useTranslation("badgesDesk");
  const compared = compareCriteria(mapping, criteria, local);
  return (
    <>
      <CriteriaComparison criteria={compared.criteria} besides={compared.besides} />
      <Textarea
        label={t("ask.note")}
        description={t("ask.noteHelp")}
        value={note}
        maxLength={1000}
        onChange={(event) => onNote(event.currentTarget.value)}
      />
      {problem ? (
        <p className={styles.failed} role="alert">
          {problem}
        </p>
      ) : null}
      <FormProblem error={error} />
    </>
  );
}
