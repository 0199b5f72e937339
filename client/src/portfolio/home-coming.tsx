import { monthOf } from "@acquis/shared/platform/dates.ts";
import type { PortfolioCompetency } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { today } from "../platform/format.ts";
import { useLabel } from "../platform/use-label.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { MonthTimeline } from "../ui/month-timeline.tsx";
import { Section } from "../ui/page.tsx";
import { comingItems } from "./coming-items.ts";
import styles from "./home.module.css";

/** What fits on a home; the rest has its page. */
const SHOWN = 6;

/** The nearest of what is coming, month by month. */
export function HomeComing({ competencies }: { competencies: readonly PortfolioCompetency[] }) {
  const { t } = useTranslation("portfolio");
  const items = comingItems(competencies, useLabel());
  return (
    <Section
      title={t("home.coming")}
      aside={
        items.length > 0 ? (
          <Link to="/stagiaire/bientot" className={styles.more}>
            {t("home.comingAll", { count: items.length })}
          </Link>
        ) : null
      }
    >
      {items.length > 0 ? (
        <MonthTimeline
          label={t("coming.line")}
          items={items.slice(0, SHOWN).map((item) => ({ ...item, from: null }))}
          now={monthOf(today())}
        />
      ) : (
        <EmptyState title={t("home.comingNothing")} text={t("home.comingNext")} />
      )}
    </Section>
  );
}
