import type { PortfolioCompetency } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import { Mark } from "../ui/mark.tsx";
import { Section } from "../ui/page.tsx";
import styles from "./home.module.css";

const KINDS = ["proven", "acquired", "upcoming"] as const;

/** How many of each mark, as three large figures that open the list they count. */
export function MarksSummary({ competencies }: { competencies: readonly PortfolioCompetency[] }) {
  const { t } = useTranslation("portfolio");
  const format = useFormat();
  return (
    <Section
      title={t("home.can")}
      aside={
        <Link to="/stagiaire/competences" className={styles.more}>
          {t("home.all")}
        </Link>
      }
    >
      <ul className={styles.counts}>
        {KINDS.map((kind) => {
          const count = competencies.filter(({ mark }) => mark === kind).length;
          return (
            <li key={kind}>
              <Link to="/stagiaire/competences" search={{ signe: kind }} className={styles.count}>
                <span className={styles.figure}>
                  <Mark kind={kind} size={34} hidden />
                  {format.number(count)}
                </span>
                <span>{t(`list.filter_${kind}`)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
