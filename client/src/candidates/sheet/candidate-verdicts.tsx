import { useTranslation } from "react-i18next";
import { Card } from "../../ui/card.tsx";
import { MarkRow } from "../../ui/mark.tsx";
import { Section } from "../../ui/page.tsx";
import resultStyles from "../results/results.module.css";
import { useCandidateWords } from "../results/use-candidate-words.ts";
import { VerdictLine } from "../results/verdict-line.tsx";
import type { ShownVerdict } from "../use-candidate-search.ts";
import { useJudgement } from "../use-judgement.ts";
import { useLabels } from "../use-labels.ts";
import { useQuestion } from "../use-question.ts";

/** How this person answers the question of the address; nothing when it asks for no competency. */
export function CandidateVerdicts({ id }: { id: string }) {
  const { t } = useTranslation("candidates");
  const [question] = useQuestion();
  const words = useCandidateWords();
  const judgement = useJudgement(id, question).data;
  const labelOf = useLabels(question, judgement ? [...judgement.essential, ...judgement.useful] : []);
  if (!judgement) return null;
  const lines = (list: ShownVerdict[]) => (
    <ul className={resultStyles.verdicts}>
      {list.map((shown) => (
        <VerdictLine key={shown.competencyId} shown={shown} label={labelOf(shown.competencyId)} />
      ))}
    </ul>
  );
  return (
    <Section title={t("sheet.answer")}>
      <Card look="tint" className={resultStyles.candidate}>
        <div className={resultStyles.head}>
          <p className={resultStyles.counts}>{words.counts(judgement)}</p>
          <MarkRow
            size={28}
            items={judgement.essential.map(({ competencyId, verdict }) => ({
              kind: verdict.kind,
              label: labelOf(competencyId),
              month: verdict.kind === "upcoming" ? verdict.month : null,
            }))}
          />
        </div>
        {lines(judgement.essential)}
        {judgement.useful.length > 0 ? (
          <>
            <h3>{t("results.useful")}</h3>
            {lines(judgement.useful)}
          </>
        ) : null}
      </Card>
    </Section>
  );
}
