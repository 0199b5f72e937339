import type { Month } from "@acquis/shared/platform/primitives.schema.ts";
import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import { useLabel } from "../platform/use-label.ts";
import styles from "./supply.module.css";
import type { CompetencySupply } from "./use-supply.ts";

interface SupplyTableProps {
  caption: string;
  supply: readonly CompetencySupply[];
  months: readonly Month[];
}

/** The same figures as the drawing, to read or to copy. */
export function SupplyTable({ caption, supply, months }: SupplyTableProps) {
  const { t } = useTranslation("observatory");
  const format = useFormat();
  const label = useLabel();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label={caption}>
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("supply.competency")}</th>
            <th scope="col">{t("supply.demandColumn")}</th>
            <th scope="col">{t("supply.acquiredColumn")}</th>
            <th scope="col">{t("supply.provenColumn")}</th>
            {months.map((month) => (
              <th key={month} scope="col">
                {format.shortMonth(month)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {supply.map((one) => (
            <tr key={one.id}>
              <th scope="row">{label(one)}</th>
              <td>{format.number(one.demand)}</td>
              <td>{format.number(one.acquired)}</td>
              <td>{format.number(one.proven)}</td>
              {months.map((month) => (
                <td key={month}>
                  {format.number(one.upcoming.find((coming) => coming.month === month)?.count ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
