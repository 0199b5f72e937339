import { monthOf } from "@acquis/shared/platform/dates.ts";
import type { Day } from "@acquis/shared/platform/primitives.schema.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import { TextButton } from "../../ui/text-button.tsx";
import { lastDayOf } from "../needed-by.ts";
import type { Question } from "../question.ts";
import { useMonthCounts } from "../use-month-counts.ts";
import styles from "./months.module.css";

interface MonthViewProps {
  question: Question;
  /** Choosing a month asks for it; without it the drawing only tells. */
  onChoose?: ((day: Day) => void) | undefined;
}

/** How many people will have every essential competency, by month: a drawing, or a table. */
export function MonthView({ question, onChoose }: MonthViewProps) {
  const { t } = useTranslation(["candidates", "ui"]);
  const format = useFormat();
  const { data: counts, isError } = useMonthCounts(question);
  const [table, setTable] = useState(false);
  // The list says what failed and how to try again.
  if (isError) return null;
  if (!counts) return <Skeleton rows={1} height={210} />;
  const most = Math.max(...counts.map(({ ready }) => ready));
  const now = counts[0]?.ready ?? 0;
  const needed = monthOf(question.neededBy);
  const last = counts.at(-1);
  if (most === 0 && last)
    return <p className={styles.nobody}>{t("when.nobody", { month: format.month(last.month) })}</p>;
  return (
    <section className={styles.when} aria-labelledby="when">
      <div className={styles.head}>
        <h3 id="when">{t("when.title", { count: question.essential.length })}</h3>
        <TextButton onClick={() => setTable(!table)}>
          {table ? t("ui:timeline.drawing") : t("ui:timeline.table")}
        </TextButton>
      </div>
      {table ? (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t("when.by")}</th>
              <th scope="col">{t("when.people")}</th>
              <th scope="col">{t("when.more")}</th>
            </tr>
          </thead>
          <tbody>
            {counts.map(({ month, ready }) => (
              <tr key={month}>
                <th scope="row">{format.month(month)}</th>
                <td>{format.number(ready)}</td>
                <td>{ready > now ? `+${format.number(ready - now)}` : "0"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <ol className={styles.bars}>
          {counts.map(({ month, ready }) => {
            const said = t("when.said", { month: format.month(month), count: ready });
            const drawn = (
              <>
                <span className="visually-hidden">{onChoose ? t("when.choose", { said }) : said}</span>
                <span className={styles.count} aria-hidden="true">
                  {format.number(ready)}
                </span>
                <span className={styles.bar} aria-hidden="true">
                  <span className={styles.coming} style={{ height: `${((ready - now) / most) * 100}%` }} />
                  <span className={styles.now} style={{ height: `${(now / most) * 100}%` }} />
                </span>
                <span className={styles.month} aria-hidden="true">
                  {format.shortMonth(month)}
                </span>
              </>
            );
            return (
              <li key={month}>
                {onChoose ? (
                  <button
                    type="button"
                    className={styles.column}
                    aria-pressed={month === needed}
                    onClick={() => onChoose(lastDayOf(month))}
                  >
                    {drawn}
                  </button>
                ) : (
                  <span className={styles.column} data-needed={month === needed}>
                    {drawn}
                  </span>
                )}
              </li>
            );
          })}
        </ol>
      )}
      {table ? null : (
        <p className={styles.key}>
          <span>
            <span className={styles.now} aria-hidden="true" />
            {t("when.now")}
          </span>
          <span>
            <span className={styles.coming} aria-hidden="true" />
            {t("when.coming")}
          </span>
        </p>
      )}
    </section>
  );
}
