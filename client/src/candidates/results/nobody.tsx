import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import type { Question } from "../question.ts";
import type { ChangeQuestion } from "../use-question.ts";
import { useRelaxations } from "../use-relaxations.ts";
import styles from "./results.module.css";

/** Nobody was found: what to ask less of, with how many people that would find. */
export function Nobody({ question, onChange }: { question: Question; onChange: ChangeQuestion }) {
  const { t } = useTranslation("candidates");
  const { data: ways = [], isPending } = useRelaxations(question);
  const helpful = ways.filter(({ total }) => total > 0);
  return (
    <EmptyState
      title={t("nobody.title")}
      text={isPending ? null : helpful.length > 0 ? t("nobody.try") : t("nobody.nothing")}
      action={
        <ul className={styles.ways}>
          {helpful.map(({ kind, change, total }) => (
            <li key={kind}>
              <Button variant="default" onClick={() => onChange(change)}>
                {t("nobody.way", { way: t(`nobody.${kind}`), people: t("nobody.people", { count: total }) })}
              </Button>
            </li>
          ))}
        </ul>
      }
    />
  );
}
