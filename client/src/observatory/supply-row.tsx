import type { Month } from "@acquis/shared/platform/primitives.schema.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import { useLabel } from "../platform/use-label.ts";
import { Mark } from "../ui/mark.tsx";
import styles from "./supply.module.css";
import { comingOf } from "./supply-order.ts";
import type { CompetencySupply } from "./use-supply.ts";

interface SupplyRowProps {
  competency: CompetencySupply;
  months: readonly Month[];
  /** The greatest number of people, and of people in one month, over all rows: one scale for all. */
  scale: { people: number; month: number };
  action?: ReactNode;
}

/** One competency: who has it now, who will month by month, and how many offers ask for it. */
export function SupplyRow({ competency, months, scale, action }: SupplyRowProps) {
  const { t } = useTranslation("observatory");
  const format = useFormat();
  const label = useLabel();
  const { proven, acquired, upcoming, demand } = competency;
  const coming = comingOf(competency);
  const byMonth = new Map(upcoming.map(({ month, count }) => [month, count]));
  const said = upcoming
    .filter(({ count }) => count > 0)
    .map(({ month, count }) => t("supply.inMonth", { month: format.month(month), count }));
  return (
    <li className={styles.row}>
      <div className={styles.name}>
        <h3>{label(competency)}</h3>
        <div className={styles.under}>
          <p className={styles.demand} data-asked={demand > 0}>
            {demand > 0 ? t("supply.demand", { count: demand }) : t("supply.noDemand")}
          </p>
          {action}
        </div>
      </div>
      <div className={styles.today}>
        <div className={styles.track} aria-hidden="true">
          <span className={styles.proven} style={{ width: `${(proven / scale.people) * 100}%` }} />
          <span
            className={styles.acquired}
            style={{ width: `${((acquired - proven) / scale.people) * 100}%` }}
          />
        </div>
        <p>
          <span>
            <Mark kind="acquired" size={18} hidden /> {t("supply.acquired", { count: acquired })}
          </span>{" "}
          <span>
            <Mark kind="proven" size={18} hidden /> {t("supply.proven", { count: proven })}
          </span>
        </p>
      </div>
      <div className={styles.coming}>
        <div
          className={styles.months}
          role="img"
          aria-label={said.length > 0 ? format.list(said) : t("supply.none")}
        >
          {months.map((month) => {
            const count = byMonth.get(month) ?? 0;
            return (
              <span key={month} title={t("supply.inMonth", { month: format.month(month), count })}>
                {count > 0 ? (
                  <span style={{ height: `${Math.max(8, (count / scale.month) * 100)}%` }} />
                ) : null}
              </span>
            );
          })}
        </div>
        <p>
          <Mark kind="upcoming" size={18} hidden />{" "}
          {coming > 0 ? t("supply.coming", { count: coming }) : t("supply.none")}
        </p>
      </div>
    </li>
  );
}
