import type { Month } from "@acquis/shared/platform/primitives.schema.ts";
import { useTranslation } from "react-i18next";
import { type Format, useFormat } from "../platform/format.ts";
import styles from "./mark.module.css";

export const MARK_KINDS = ["proven", "acquired", "upcoming", "close", "missing"] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** One mark of a row: what it says, of which competency, and for `upcoming` in which month. */
export interface MarkItem {
  kind: MarkKind;
  label?: string;
  month?: Month | null;
}

const shapes: Record<MarkKind, React.ReactNode> = {
  proven: (
    <>
      <circle cx="12" cy="12" r="10.5" fill="currentColor" />
      <path
        d="M7 12.400l3.5 3.500L17.2 8.7"
        fill="none"
        stroke="var(--mark-hole, var(--surface))"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  acquired: <circle cx="12" cy="12" r="8.9" fill="none" stroke="currentColor" strokeWidth="3.2" />,
  upcoming: (
    <>
      <circle cx="12" cy="12" r="9.7" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M12 1.500a10.5 10.5 0 000 21z" fill="currentColor" />
    </>
  ),
  close: (
    <circle
      cx="12"
      cy="12"
      r="9"
      fill="none"
      stroke="currentColor"
      strokeWidth="3.4"
      strokeLinecap="round"
      strokeDasharray="0.01 7.059"
    />
  ),
  missing: <path d="M6 12h12" stroke="currentColor" strokeWidth="3.2" strokeLinecap="round" />,
};

interface MarkProps {
  kind: MarkKind;
  /** Drawn side in px. */
  size?: number;
  /** Shown beside a half disc. */
  month?: Month | null;
  /** Decorative when a text nearby says the same. */
  hidden?: boolean;
}

/** What a mark says, in words: « en cours d'acquisition, janvier 2027 ». */
export function useMarkText(): (item: MarkItem) => string {
  const { t } = useTranslation("ui");
  const format = useFormat();
  return ({ kind, month, label }) => {
    const said =
      kind === "upcoming" && month
        ? t("marks.upcomingIn", { month: format.month(month) })
        : t(`marks.${kind}`);
    return label ? t("marks.of", { label, said }) : said;
  };
}

/** One of the five marks: told apart by shape, then by colour (DESIGN section 7). */
export function Mark({ kind, size = 20, month, hidden = false }: MarkProps) {
  const text = useMarkText()({ kind, month: month ?? null });
  const format = useFormat();
  const label = hidden ? { "aria-hidden": true } : { role: "img", "aria-label": text };
  return (
    <span className={styles.mark} data-kind={kind} {...label}>
      <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        {shapes[kind]}
      </svg>
      {kind === "upcoming" && month ? (
        <span className={styles.month} aria-hidden="true">
          {format.shortMonth(month)}
        </span>
      ) : null}
    </span>
  );
}

/** How many of each kind, in the order of the marks; `until` is the last month something is expected. */
export function countMarks(items: readonly MarkItem[]) {
  return MARK_KINDS.map((kind) => {
    const same = items.filter((item) => item.kind === kind);
    const months = same.flatMap((item) => (item.month ? [item.month] : [])).sort();
    return { kind, count: same.length, until: months.at(-1) ?? null };
  }).filter(({ count }) => count > 0);
}

/** A row of marks in one sentence: « 2 prouvées, 1 en cours d'acquisition d'ici janvier 2027 ». */
export function useMarksSentence(): (items: readonly MarkItem[]) => string {
  const { t } = useTranslation("ui");
  const format: Format = useFormat();
  return (items) => {
    const parts = countMarks(items).map(({ kind, count, until }) =>
      kind === "upcoming" && until
        ? t("marks.countUpcoming", { count, month: format.month(until) })
        : t(`marks.count_${kind}`, { count }),
    );
    return parts.length > 0 ? format.list(parts) : t("marks.none");
  };
}

interface MarkRowProps {
  items: readonly MarkItem[];
  size?: number;
  /** Write the sentence under the row too; screen readers always have it. */
  sentence?: boolean;
}

/** A row of marks sums up a candidate, an offer, a portfolio. Each mark shows its competency when pointed at. */
export function MarkRow({ items, size = 22, sentence = false }: MarkRowProps) {
  const text = useMarksSentence()(items);
  const say = useMarkText();
  return (
    <span className={styles.block}>
      <span className={styles.row} role="img" aria-label={text}>
        {items.map((item, index) => (
          <span key={`${item.label ?? item.kind}-${index.toString()}`} title={say(item)}>
            <Mark kind={item.kind} month={item.month ?? null} size={size} hidden />
          </span>
        ))}
      </span>
      {sentence ? (
        <span className={styles.sentence} aria-hidden="true">
          {text}
        </span>
      ) : null}
    </span>
  );
}
