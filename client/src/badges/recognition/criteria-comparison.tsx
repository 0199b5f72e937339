import type { Bilingual } from "@acquis/shared/badges/framework.schema.ts";
import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/icon.tsx";
import { useInLanguage } from "../public/use-in-language.ts";
import styles from "./comparison.module.css";

interface LocalText {
  id: string;
  text: string;
}

interface CriteriaComparisonProps {
  criteria: readonly { meta: { id: string; text: Bilingual }; metBy: readonly LocalText[] }[];
  /** Criteria of the badge that meet none of the framework. */
  besides: readonly LocalText[];
}

/** The framework on one side, the badge on the other, a line drawn between what is said to meet what. */
export function CriteriaComparison({ criteria, besides }: CriteriaComparisonProps) {
  const { t } = useTranslation("badgesDesk");
  const say = useInLanguage();
  return (
    <div className={styles.comparison}>
      <div className={styles.titles} aria-hidden="true">
        <span>{t("compare.framework")}</span>
        <span>{t("compare.badge")}</span>
      </div>
      <ol className={styles.pairs}>
        {criteria.map(({ meta, metBy }) => (
          <li key={meta.id} className={styles.line} data-met={metBy.length > 0}>
            <div className={styles.side}>
              <span className="visually-hidden">{t("compare.framework")} : </span>
              {say(meta.text)}
            </div>
            <span className={styles.link} aria-hidden="true">
              <Icon name={metBy.length > 0 ? "check" : "close"} size={18} />
            </span>
            {metBy.length > 0 ? (
              <ul className={styles.side}>
                {metBy.map(({ id, text }) => (
                  <li key={id}>
                    <span className="visually-hidden">{t("compare.badge")} : </span>
                    {text}
                  </li>
                ))}
              </ul>
            ) : (
              <p className={styles.side}>{t("compare.nothing")}</p>
            )}
          </li>
        ))}
      </ol>
      {besides.length > 0 ? (
        <div className={styles.besides}>
          <h3>{t("compare.besides")}</h3>
          <ul>
            {besides.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
