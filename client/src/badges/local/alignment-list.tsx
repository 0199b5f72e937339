import type { Alignment } from "@acquis/shared/badges/local-badge.schema.ts";
import { useTranslation } from "react-i18next";
import styles from "../manage.module.css";

/** What a badge says it corresponds to; nothing when it says nothing. */
export function AlignmentList({ alignments }: { alignments: readonly Alignment[] }) {
  const { t } = useTranslation("badgesDesk");
  if (alignments.length === 0) return null;
  return (
    <>
      <h2>{t("badge.alignments")}</h2>
      <ul className={styles.bullets}>
        {alignments.map(({ targetName, targetUrl, metaBadgeId, criterionId }) => (
          <li key={`${targetUrl}#${criterionId ?? ""}`}>
            {targetName}
            {metaBadgeId ? null : ` (${t("badge.otherFramework")})`}
          </li>
        ))}
      </ul>
    </>
  );
}
