import type { RecognitionFact } from "@acquis/shared/badges/recognition.schema.ts";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format.ts";
import styles from "../manage.module.css";

/** What was asked and answered, the latest first, each with who, when and why. */
export function RecognitionHistory({ history }: { history: readonly RecognitionFact[] }) {
  const { t } = useTranslation("badgesDesk");
  const format = useFormat();
  return (
    <details className={styles.fold}>
      <summary>{t("recognition.history", { count: history.length })}</summary>
      <ol className={styles.bullets}>
        {[...history].reverse().map((fact, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: facts are only ever added, and have no id.
          <li key={history.length - index}>
            {t(`recognition.facts.${fact.kind}`, { day: format.day(fact.on), name: fact.by.name })}
            {fact.reason ? (
              <p className={styles.text}>{t("recognition.said", { text: fact.reason })}</p>
            ) : null}
          </li>
        ))}
      </ol>
    </details>
  );
}
