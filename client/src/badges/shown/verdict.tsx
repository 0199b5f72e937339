import type { Verdict } from "@acquis/shared/badges/verifier.schema.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Shape, shapeOfVerdict } from "./shape.tsx";
import styles from "./shown.module.css";

/** A verdict in two or three words with its shape, for a line of a list. */
export function VerdictWord({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation("badges");
  return (
    <span className={styles.word} data-shape={shapeOfVerdict[verdict]}>
      <Shape name={shapeOfVerdict[verdict]} />
      {t(`verdicts.${verdict}`)}
    </span>
  );
}

interface VerdictPanelProps {
  verdict: Verdict;
  /** When it was checked, and what else is worth saying under the sentence. */
  children?: ReactNode;
}

/** A verdict with the sentence that explains it. */
export function VerdictPanel({ verdict, children }: VerdictPanelProps) {
  const { t } = useTranslation("badges");
  return (
    <div className={styles.panel} data-shape={shapeOfVerdict[verdict]}>
      <Shape name={shapeOfVerdict[verdict]} size={40} />
      <div className={styles.words}>
        <p className={styles.verdict}>{t(`verdicts.${verdict}`)}</p>
        <p>{t(`verdictTexts.${verdict}`)}</p>
        {children}
      </div>
    </div>
  );
}
