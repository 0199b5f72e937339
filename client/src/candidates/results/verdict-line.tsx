import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format.ts";
import { useLabel } from "../../platform/use-label.ts";
import { Mark } from "../../ui/mark.tsx";
import type { ShownVerdict } from "../use-candidate-search.ts";
import styles from "./results.module.css";

/** Why the mark is what it is, in a few words: the level, the month and the training, the near competency. */
export function useVerdictText(): (shown: ShownVerdict) => string {
  const { t } = useTranslation(["candidates", "ui"]);
  const format = useFormat();
  const labelOf = useLabel();
  const name = (level: ShownVerdict["level"]) => t(`ui:levels.name${level}`).toLowerCase();
  return ({ verdict, level, closeLabel, closeLabelEn, training, heldLevel, later }) => {
    const said =
      verdict.kind === "proven" || verdict.kind === "acquired"
        ? t(`verdict.${verdict.kind}`, { level: name(verdict.level) })
        : verdict.kind === "upcoming"
          ? t(training ? "verdict.upcomingFrom" : "verdict.upcoming", {
              month: format.month(verdict.month),
              training,
            })
          : verdict.kind === "close"
            ? t("verdict.close", { label: labelOf({ label: closeLabel ?? "", labelEn: closeLabelEn }) })
            : t("verdict.missing");
    const short = heldLevel ? t("verdict.held", { held: name(heldLevel), asked: name(level) }) : null;
    const late = later ? t("verdict.later", { month: format.month(later) }) : null;
    // Somebody who holds it below the level asked is not told to be missing it.
    const first = verdict.kind === "missing" && (short || late) ? null : said;
    return [first, short, late].filter(Boolean).join(" · ");
  };
}

/** One competency asked: its mark, its name, and why. */
export function VerdictLine({ shown, label }: { shown: ShownVerdict; label: string }) {
  const text = useVerdictText()(shown);
  return (
    <li className={styles.verdict}>
      <Mark kind={shown.verdict.kind} size={20} hidden />
      <span>
        {label}
        <span className="visually-hidden">{" : "}</span>
        <span className={styles.why}>{text}</span>
      </span>
    </li>
  );
}
