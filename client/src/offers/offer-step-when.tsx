import { useTranslation } from "react-i18next";
import { useCandidateParts } from "../candidates/use-candidate-parts.tsx";
import type { Writing } from "./offer-editor.tsx";
import styles from "./offers.module.css";
import { CONTRACTS } from "./use-offer-draft.ts";

interface StepProps {
  writing: Writing;
  missing: readonly string[];
}

/** The date, the place of work, the contract. */
export function StepWhen({ writing: { draft, ask, change }, missing }: StepProps) {
  const { t } = useTranslation("offers");
  const { WhenWhere } = useCandidateParts();
  return (
    <div className={styles.step}>
      <WhenWhere
        question={draft.question}
        onChange={ask}
        placeRequired
        placeError={missing.includes("insee") ? t("editor.placeMissing") : null}
      />
      <fieldset
        className={styles.contracts}
        aria-describedby={missing.includes("contract") ? "contract-error" : undefined}
      >
        <legend>{t("offer.contract")}</legend>
        {CONTRACTS.map((kind) => (
          <label key={kind}>
            <input
              type="radio"
              name="contract"
              checked={draft.contract === kind}
              onChange={() => change({ contract: kind })}
            />
            {t(`contracts.${kind}`)}
          </label>
        ))}
        {missing.includes("contract") ? (
          <p id="contract-error" className={styles.error} role="alert">
            {t("editor.contractMissing")}
          </p>
        ) : null}
      </fieldset>
    </div>
  );
}
