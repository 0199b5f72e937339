import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format.ts";
import type { CandidateSheet } from "../use-candidate.ts";
import styles from "./sheet.module.css";

const KINDS = ["work", "association", "personal", "training"] as const;

/** Experiences, the latest first. No employer is named. */
export function ExperienceList({ experiences }: { experiences: CandidateSheet["experiences"] }) {
  const { t } = useTranslation("candidates");
  const format = useFormat();
  const sorted = [...experiences].sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1));
  return (
    <ul className={styles.experiences}>
      {sorted.map(({ kind, title, startsOn, endsOn }) => {
        const known = KINDS.find((one) => one === kind);
        return (
          <li key={`${title} ${startsOn}`}>
            <strong>{title}</strong>
            <span className={styles.source}>
              {known ? `${t(`experience.${known}`)} · ` : ""}
              {endsOn
                ? t("experience.between", { from: format.month(startsOn), to: format.month(endsOn) })
                : t("experience.since", { from: format.month(startsOn) })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
