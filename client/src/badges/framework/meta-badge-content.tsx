import type { MetaBadgeContent } from "@acquis/shared/badges/framework.schema.ts";
import { useTranslation } from "react-i18next";
import { useLabel } from "../../platform/use-label.ts";
import { Level } from "../../ui/level.tsx";
import styles from "../manage.module.css";
import { useInLanguage } from "../public/use-in-language.ts";

interface MetaBadgeContentProps {
  content: MetaBadgeContent;
  competencies: readonly { id: string; label: string; labelEn?: string | null }[];
}

/** What a version says: its summary, what can be seen at each level, the competencies it proves. */
export function MetaBadgeContentView({ content, competencies }: MetaBadgeContentProps) {
  const { t } = useTranslation("badgesRegion");
  const say = useInLanguage();
  const labelOf = useLabel();
  const known = new Map(competencies.map((one) => [one.id, labelOf(one)]));
  return (
    <div className={styles.stack}>
      <p className={styles.text}>{say(content.summary)}</p>
      <ul className={styles.stack}>
        {content.levels.map(({ level, criteria }) => (
          <li key={level}>
            <h3>
              <Level level={level} />
            </h3>
            <ul className={styles.bullets}>
              {criteria.map(({ id, text }) => (
                <li key={id}>{say(text)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <div>
        <h3>{t("sheet.proves")}</h3>
        <ul className={styles.bullets}>
          {content.competencyIds.map((id) => (
            <li key={id}>{known.get(id) ?? id}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
