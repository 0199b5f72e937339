import type { PortfolioCompetency } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import { Mark } from "../ui/mark.tsx";
import styles from "./list.module.css";

export const FILTERS = ["proven", "acquired", "upcoming"] as const;
export type MarkFilterValue = (typeof FILTERS)[number];

/** Shows one kind of mark only; the choice is in the address, so that going back keeps it. */
export function MarkFilter(props: {
  competencies: readonly PortfolioCompetency[];
  chosen: MarkFilterValue | undefined;
}) {
  const { t } = useTranslation("portfolio");
  const format = useFormat();
  const counted = props.competencies.filter(({ mark }) => mark !== "missing");
  return (
    <nav aria-label={t("list.filter")} className={styles.filter}>
      <Link
        to="/stagiaire/competences"
        search={{}}
        resetScroll={false}
        className={styles.chip}
        data-on={props.chosen === undefined}
        aria-current={props.chosen === undefined ? "true" : undefined}
      >
        {t("list.filterAll")} <b>{format.number(counted.length)}</b>
      </Link>
      {FILTERS.map((kind) => (
        <Link
          key={kind}
          to="/stagiaire/competences"
          search={{ signe: kind }}
          resetScroll={false}
          className={styles.chip}
          data-on={props.chosen === kind}
          aria-current={props.chosen === kind ? "true" : undefined}
        >
          <Mark kind={kind} size={20} hidden />
          {t(`list.filter_${kind}`)}{" "}
          <b>{format.number(counted.filter(({ mark }) => mark === kind).length)}</b>
        </Link>
      ))}
    </nav>
  );
}
