import { useTranslation } from "react-i18next";
import { Card } from "../../ui/card.tsx";
import { MarkRow } from "../../ui/mark.tsx";
import { Section } from "../../ui/page.tsx";
import resultStyles from "../results/results.module.css";
import { useCandidateWords } from "../results/use-candidate-words.ts";
import { VerdictLine } from "../results/verdict-line.tsx";
import { type ShownVerdict, useCandidateSearch } from "../use-candidate-search.ts";
import { useLabels } from "../use-labels.ts";
import { useQuestion } from "../use-question.ts";

/** How this person answers the question of the address; nothing when the list it came from no longer has them. */
export function CandidateVerdicts({ id }: { id: string }) {
  const { t } = useTranslation("candidates");
  const [question] = useQuestion();
  const words = useCandidateWords();
  const found = useCandidateSearch(question).data?.results.find((one) => one.id === id);
  const labelOf = useLabels(question, found ? [...found.essential, ...found.useful] : []);
  if (!found) return null;
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
          <p className={resultStyles.counts}>{words.counts(found)}</p>
          <MarkRow
            size={28}
            items={found.essential.map(({ competencyId, verdict }) => ({
              kind: verdict.kind,
              label: labelOf(competencyId),
              month: verdict.kind === "upcoming" ? verdict.month : null,
            }))}
          />
        </div>
        {lines(found.essential)}
        {found.useful.length > 0 ? (
          <>
            <h3>{t("results.useful")}</h3>
            {lines(found.useful)}
          </>
        ) : null}
      </Card>
    </Section>
  );
}
