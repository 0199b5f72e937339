import { useTranslation } from "react-i18next";
import { keepTyped } from "../ask.ts";
import type { Question } from "../question.ts";
import type { ChangeQuestion } from "../use-question.ts";
import styles from "./builder.module.css";
import { CompetenciesChoice } from "./competencies-choice.tsx";
import { OccupationChoice } from "./occupation-choice.tsx";
import { WhenWhere } from "./when-where.tsx";

interface OccupationQuestionProps {
  question: Question;
  onChange: ChangeQuestion;
}

/** The occupation of a question. Another one takes its competencies away, and keeps those typed. */
export function OccupationQuestion({ question, onChange }: OccupationQuestionProps) {
  return (
    <OccupationChoice
      code={question.occupation}
      onChange={(occupation) => onChange({ occupation, ...keepTyped(question) })}
    />
  );
}

interface QueryBuilderProps extends OccupationQuestionProps {
  labelOf: (id: string) => string;
}

/** The whole question on one card: occupation, date and place, competencies. */
export function QueryBuilder({ question, labelOf, onChange }: QueryBuilderProps) {
  const { t } = useTranslation("candidates");
  return (
    <section className={styles.builder} aria-label={t("builder.title")}>
      <OccupationQuestion question={question} onChange={onChange} />
      <WhenWhere question={question} onChange={onChange} />
      <CompetenciesChoice question={question} labelOf={labelOf} onChange={onChange} />
    </section>
  );
}
