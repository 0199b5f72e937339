import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import { useLabel } from "../platform/use-label.ts";
import { useOccupation } from "../portfolio/use-occupation.ts";
import { Button } from "../ui/button.tsx";
import type { Question } from "./question.ts";
import styles from "./search.module.css";

/** The question in three lines, for a phone. */
export function FoldedQuestion({ question, onOpen }: { question: Question; onOpen: () => void }) {
  const { t } = useTranslation("candidates");
  const format = useFormat();
  const { data: sheet } = useOccupation(question.occupation);
  const label = useLabel();
  return (
    <section className={styles.folded} aria-label={t("builder.title")}>
      <p>
        {sheet ? <strong>{label(sheet)}</strong> : null}
        <span>
          {t("folded.essential", { count: question.essential.length })}
          {question.useful.length > 0 ? `, ${t("folded.useful", { count: question.useful.length })}` : ""}
        </span>
        <span>
          {t("folded.by", { day: format.shortDay(question.neededBy) })}
          {question.place ? `, ${question.place.name}` : ""}
        </span>
      </p>
      <Button variant="default" onClick={onOpen}>
        {t("folded.open")}
      </Button>
    </section>
  );
}
