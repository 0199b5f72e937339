import { lazy, type ReactNode, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import { MainButton } from "../ui/button-link.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { QueryBuilder } from "./builder/query-builder.tsx";
import { FoldedQuestion } from "./folded-question.tsx";
import type { Question } from "./question.ts";
import styles from "./search.module.css";
import { useCandidateSearch } from "./use-candidate-search.ts";
import { useLabels } from "./use-labels.ts";
import { useQuestion } from "./use-question.ts";

const Results = lazy(async () => ({ default: (await import("./results/results.tsx")).Results }));
const RESULTS_ID = "resultats";
const BUILDER_ID = "demande";

interface SearchViewProps {
  /** What to do with the question, beside the count. */
  action?: (question: Question) => ReactNode;
  /** Shown under the builder while nothing is asked. */
  children?: ReactNode;
}

/** The question on the left and its answer on the right; on a phone the question folds once it is asked. */
export function SearchView({ action, children }: SearchViewProps) {
  const { t } = useTranslation("candidates");
  const format = useFormat();
  const [question, change] = useQuestion();
  const labelOf = useLabels(question);
  const asked = question.essential.length > 0;
  const [folded, setFolded] = useState(asked);
  const total = useCandidateSearch(question).data?.total;
  return (
    <div className={styles.around}>
      <div className={styles.search} data-asked={asked}>
        <div className={styles.question} data-folded={asked && folded}>
          <FoldedQuestion
            question={question}
            onOpen={() => {
              setFolded(false);
              requestAnimationFrame(() => document.getElementById(BUILDER_ID)?.focus());
            }}
          />
          <div id={BUILDER_ID} tabIndex={-1} className={styles.builder}>
            <QueryBuilder question={question} labelOf={labelOf} onChange={change} />
            {asked ? (
              <div className={styles.see}>
                <MainButton
                  fullWidth
                  onClick={() => {
                    setFolded(true);
                    requestAnimationFrame(() => document.getElementById(RESULTS_ID)?.focus());
                  }}
                >
                  {total === undefined
                    ? t("results.see")
                    : t("results.seeCount", { count: total, total: format.number(total) })}
                </MainButton>
              </div>
            ) : null}
          </div>
        </div>
        {asked ? (
          <div id={RESULTS_ID} tabIndex={-1} className={styles.answer}>
            <Suspense fallback={<Skeleton rows={4} height={180} />}>
              <Results question={question} onChange={change} action={action?.(question)} />
            </Suspense>
          </div>
        ) : (
          children
        )}
      </div>
    </div>
  );
}
