import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { countFilters, type Question, type QuestionSearch, searchOf } from "../question.ts";
import { useCandidateSearch } from "../use-candidate-search.ts";
import { useLabels } from "../use-labels.ts";
import type { ChangeQuestion } from "../use-question.ts";
import { ActiveFilters } from "./active-filters.tsx";
import { CandidateCard } from "./candidate-card.tsx";
import { MonthView } from "./month-view.tsx";
import { Nobody } from "./nobody.tsx";
import { OrderDialog } from "./order-dialog.tsx";
import styles from "./results.module.css";

const Filters = lazy(async () => ({ default: (await import("./filters.tsx")).Filters }));

interface ResultsProps {
  question: Question;
  onChange: ChangeQuestion;
  /** Dates belong to the question, not to this list: months only tell. */
  fixedDate?: boolean;
  action?: ReactNode;
  /** Added to the address of each sheet. */
  origin?: Pick<QuestionSearch, "offre">;
}

/** Who can do this, and when: the count, the months, the filters, the list in the order of the rule. */
export function Results({ question, onChange, fixedDate = false, action, origin }: ResultsProps) {
  const { t } = useTranslation("candidates");
  const format = useFormat();
  const list = useCandidateSearch(question);
  const { data } = list;
  const verdicts = useMemo(
    () => data?.results.flatMap(({ essential, useful }) => [...essential, ...useful]) ?? [],
    [data],
  );
  const labelOf = useLabels(question, verdicts);
  const [filtering, setFiltering] = useState(false);
  const [explaining, setExplaining] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // A choice that takes itself away leaves the keyboard at the count it changed.
  const changeAndSay: ChangeQuestion = (change, options) => {
    onChange(change, options);
    heading.current?.focus({ preventScroll: true });
  };
  const search = { ...searchOf(question), ...origin };
  const filters = countFilters(question.filters);

  // An old link may ask for a page that is no longer there.
  const beyond = data && !list.isPlaceholderData && data.total > 0 && data.results.length === 0;
  useEffect(() => {
    if (beyond && question.page > 1) onChange({ page: 1 }, { replace: true });
  }, [beyond, question.page, onChange]);

  if (list.isError && !data) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (!data) return <Skeleton rows={4} height={180} />;
  const summary = t("results.ready", {
    count: data.allReady,
    ready: format.number(data.allReady),
    month: format.month(question.neededBy.slice(0, 7)),
  });
  return (
    <div className={styles.results}>
      <div className={styles.summary}>
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {t("results.found", { count: data.total, total: format.number(data.total) })}
          </h2>
          <p>{summary}</p>
        </div>
        {action}
      </div>
      <p className="visually-hidden" role="status">
        {list.isPlaceholderData
          ? ""
          : `${t("results.found", { count: data.total, total: format.number(data.total) })}. ${summary}`}
      </p>
      {list.isError ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {data.total > 0 ? (
        <MonthView
          question={question}
          onChoose={fixedDate ? undefined : (neededBy) => onChange({ neededBy })}
        />
      ) : null}
      <div className={styles.tools}>
        <Button
          variant="default"
          aria-expanded={filtering}
          onClick={() => setFiltering(!filtering)}
          leftSection={<Icon name="settings" size={20} />}
        >
          {filters > 0 ? t("filters.openCount", { count: filters }) : t("filters.open")}
        </Button>
        <Button
          variant="subtle"
          onClick={() => setExplaining(true)}
          leftSection={<Icon name="help" size={20} />}
        >
          {t("order.open")}
        </Button>
      </div>
      {filtering ? (
        <Suspense fallback={<Skeleton rows={2} />}>
          <Filters question={question} facets={data.facets} onChange={onChange} />
        </Suspense>
      ) : null}
      <ActiveFilters question={question} facets={data.facets} onChange={changeAndSay} />
      {data.total === 0 ? (
        list.isPlaceholderData ? null : (
          <Nobody question={question} onChange={changeAndSay} />
        )
      ) : (
        <ol
          className={styles.list}
          start={(data.page - 1) * data.pageSize + 1}
          aria-busy={list.isPlaceholderData}
          data-old={list.isPlaceholderData}
        >
          {data.results.map((candidate) => (
            <CandidateCard key={candidate.id} candidate={candidate} labelOf={labelOf} search={search} />
          ))}
        </ol>
      )}
      <Pagination
        page={data.page}
        pageSize={data.pageSize}
        total={data.total}
        onChange={(page) => {
          onChange({ page });
          heading.current?.focus();
          heading.current?.scrollIntoView({ block: "start" });
        }}
      />
      <OrderDialog open={explaining} onClose={() => setExplaining(false)} />
    </div>
  );
}
