import type { ContractKind } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { useTranslation } from "react-i18next";
import styles from "./preferences.module.css";

const CONTRACTS: readonly ContractKind[] = [
  "permanent",
  "fixedTerm",
  "temporary",
  "apprenticeship",
  "seasonal",
  "partTime",
];

/** Contracts to tick, each with what it means. */
export function ContractsField(props: {
  value: readonly ContractKind[];
  onChange: (contracts: ContractKind[]) => void;
}) {
  const { t } = useTranslation(["preferences", "offers"]);
  return (
    <fieldset className={styles.group} aria-describedby="contrats-aide">
      <legend>{t("where.contracts")}</legend>
      <p id="contrats-aide" className={styles.soft}>
        {t("where.contractsHelp")}
      </p>
      <div className={styles.boxes}>
        {CONTRACTS.map((kind) => (
          <label key={kind} className={styles.box}>
            <input
              type="checkbox"
              checked={props.value.includes(kind)}
              onChange={(event) =>
                props.onChange(
                  event.currentTarget.checked
                    ? [...props.value, kind]
                    : props.value.filter((one) => one !== kind),
                )
              }
            />
            <span>
              <b>{t(`offers:contracts.${kind}`)}</b>
              <span className={styles.soft}>{t(`contractTexts.${kind}`)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
