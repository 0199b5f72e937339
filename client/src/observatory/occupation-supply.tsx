import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import { useLabel } from "../platform/use-label.ts";
import { useOccupationsInTension } from "../portfolio/use-occupations-in-tension.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { NativeSelect } from "../ui/fields.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Section } from "../ui/page.tsx";
import { OccupationPicker } from "../ui/pickers/suggestion-picker.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { TextButton } from "../ui/text-button.tsx";
import styles from "./supply.module.css";
import { inOrder, SUPPLY_ORDERS, type SupplyOrder, scarcest } from "./supply-order.ts";
import { SupplyRow } from "./supply-row.tsx";
import { SupplyTable } from "./supply-table.tsx";
import { useMostSought } from "./use-most-sought.ts";
import { type CompetencySupply, type OccupationSupply, useSupply } from "./use-supply.ts";

interface OccupationSupplyProps {
  /** Null: the occupation most open offers are for. */
  code: string | null;
  onChoose: (code: string) => void;
  /** What to do with an occupation, and with one of its competencies. */
  action?: (code: string) => ReactNode;
  rowAction?: (code: string, competency: CompetencySupply) => ReactNode;
}

/** An occupation's competencies: what the territory can do, what it will, and what offers ask for. */
export function OccupationSupplySection({ code, onChoose, action, rowAction }: OccupationSupplyProps) {
  const { t } = useTranslation("observatory");
  const tension = useOccupationsInTension();
  const sought = useMostSought(code === null);
  const chosen = code ?? (sought.settled ? (sought.code ?? tension.data?.[0]?.code ?? null) : null);
  const supply = useSupply(chosen);
  const label = useLabel();
  const known = tension.data?.find((one) => one.code === chosen);
  return (
    <Section title={t("supply.title")}>
      <div className={styles.choose}>
        <OccupationPicker label={t("supply.choose")} onPick={({ id }) => onChoose(id)} />
        {tension.data && tension.data.length > 0 ? (
          <NativeSelect
            label={t("supply.tension")}
            value={known?.code ?? ""}
            onChange={(event) => event.currentTarget.value && onChoose(event.currentTarget.value)}
            data={[
              ...(known ? [] : [{ value: "", label: t("supply.other") }]),
              ...tension.data.map((one) => ({ value: one.code, label: label(one) })),
            ]}
          />
        ) : null}
      </div>
      {tension.isError ? <ErrorState error={tension.error} onRetry={() => void tension.refetch()} /> : null}
      {chosen || tension.isPending || !sought.settled ? (
        <Loaded query={supply} waiting={<Skeleton rows={5} height={72} />}>
          {(data) => (
            <SupplyDrawing
              data={data}
              old={supply.isPlaceholderData}
              name={label(known ?? data)}
              action={chosen ? action?.(chosen) : null}
              rowAction={chosen ? (one) => rowAction?.(chosen, one) : undefined}
            />
          )}
        </Loaded>
      ) : null}
    </Section>
  );
}

interface SupplyDrawingProps {
  data: OccupationSupply;
  old: boolean;
  name: string;
  action: ReactNode;
  rowAction?: ((competency: CompetencySupply) => ReactNode) | undefined;
}

function SupplyDrawing({ data, old, name, action, rowAction }: SupplyDrawingProps) {
  const { t } = useTranslation(["observatory", "ui"]);
  const format = useFormat();
  const label = useLabel();
  const [order, setOrder] = useState<SupplyOrder>("occupation");
  const [table, setTable] = useState(false);
  const { supply, months } = data;
  const sorted = inOrder(supply, order);
  const rare = scarcest(supply);
  const scale = {
    people: Math.max(1, ...supply.map(({ acquired }) => acquired)),
    month: Math.max(1, ...supply.flatMap(({ upcoming }) => upcoming.map(({ count }) => count))),
  };
  if (supply.length === 0) return <EmptyState title={t("supply.empty")} />;
  const [first, last] = [months[0], months.at(-1)];
  return (
    <div className={styles.drawing} data-old={old} aria-busy={old}>
      <div className={styles.head}>
        <h2>{name}</h2>
        {action}
      </div>
      {rare ? (
        <p className={styles.rare}>
          {t("supply.scarcest", {
            label: label(rare),
            offers: t("supply.offers", { count: rare.demand }),
            people: t("supply.people", { count: rare.acquired }),
          })}
        </p>
      ) : null}
      <div className={styles.tools}>
        <NativeSelect
          label={t("supply.order")}
          value={order}
          onChange={(event) =>
            setOrder(SUPPLY_ORDERS.find((one) => one === event.currentTarget.value) ?? "occupation")
          }
          data={SUPPLY_ORDERS.map((one) => ({ value: one, label: t(`supply.by_${one}`) }))}
        />
        <TextButton onClick={() => setTable(!table)}>
          {table ? t("ui:timeline.drawing") : t("ui:timeline.table")}
        </TextButton>
      </div>
      {table ? (
        <SupplyTable caption={t("supply.caption", { label: name })} supply={sorted} months={months} />
      ) : (
        <>
          <div className={styles.columns} aria-hidden="true">
            <span>{t("supply.competency")}</span>
            <span>{t("supply.today")}</span>
            <span>
              {first && last
                ? t("supply.between", { from: format.shortMonth(first), to: format.shortMonth(last) })
                : null}
            </span>
          </div>
          <ul className={styles.rows}>
            {sorted.map((one) => (
              <SupplyRow
                key={one.id}
                competency={one}
                months={months}
                scale={scale}
                action={rowAction?.(one)}
              />
            ))}
          </ul>
        </>
      )}
      <p className={styles.note}>{t("supply.note")}</p>
    </div>
  );
}
