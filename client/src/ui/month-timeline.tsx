import { addMonths, monthIndex } from "@acquis/shared/platform/dates.ts";
import type { Month } from "@acquis/shared/platform/primitives.schema.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import { Mark, type MarkKind } from "./mark.tsx";
import { TextButton } from "./text-button.tsx";
import styles from "./timeline.module.css";

export interface TimelineItem {
  id: string;
  label: string;
  month: Month;
  kind: MarkKind;
  /** Where it comes from: the training. */
  from?: string | null;
}

interface MonthTimelineProps {
  /** Says what the line shows. */
  label: string;
  items: readonly TimelineItem[];
  /** The current month; the line starts here or at the first item. */
  now: Month;
}

/** Months from the first to the last that matter; those in between stay, so that distance is time. */
export function monthsOf(items: readonly TimelineItem[], now: Month): Month[] {
  const all = [now, ...items.map((item) => item.month)].sort();
  const first = all[0] ?? now;
  const last = all.at(-1) ?? now;
  return Array.from({ length: monthIndex(last) - monthIndex(first) + 1 }, (_, index) =>
    addMonths(first, index),
  );
}

/** What comes, month by month: a line to look at (upright on a phone), or a table to read. */
export function MonthTimeline({ label, items, now }: MonthTimelineProps) {
  const { t } = useTranslation("ui");
  const format = useFormat();
  const [table, setTable] = useState(false);
  const sorted = [...items].sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
  return (
    <div className={styles.timeline}>
      {table ? (
        <div className={styles.scroll}>
          <table>
            <caption className="visually-hidden">{label}</caption>
            <thead>
              <tr>
                <th scope="col">{t("timeline.month")}</th>
                <th scope="col">{t("timeline.what")}</th>
                <th scope="col">{t("timeline.from")}</th>
              </tr>
            </thead>
            <tbody>
              {sorted.map((item) => (
                <tr key={item.id}>
                  <td>{format.month(item.month)}</td>
                  <td>
                    <Mark kind={item.kind} hidden /> {item.label}
                  </td>
                  <td>{item.from}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a line that scrolls must be reachable by keyboard.
        <ol className={styles.line} aria-label={label} tabIndex={0}>
          {monthsOf(items, now).map((month) => {
            const here = sorted.filter((item) => item.month === month);
            const sources = new Set(here.flatMap(({ from }) => from ?? []));
            return (
              <li
                key={month}
                className={styles.month}
                data-empty={here.length === 0}
                data-now={month === now}
              >
                <span className={styles.name}>
                  {format.month(month)}
                  {month === now ? <span className={styles.now}>{t("timeline.now")}</span> : null}
                </span>
                {[...sources].map((source) => (
                  <span key={source} className={styles.from}>
                    {source}
                  </span>
                ))}
                {here.length > 0 ? (
                  <ul>
                    {here.map((item) => (
                      <li key={item.id}>
                        <Mark kind={item.kind} size={22} />
                        <span>{item.label}</span>
                      </li>
                    ))}
                  </ul>
                ) : (
                  <span className="visually-hidden">{t("timeline.empty")}</span>
                )}
              </li>
            );
          })}
        </ol>
      )}
      <TextButton onClick={() => setTable(!table)}>
        {table ? t("timeline.drawing") : t("timeline.table")}
      </TextButton>
    </div>
  );
}
