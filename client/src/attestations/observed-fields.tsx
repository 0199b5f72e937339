import type { AttestationContext } from "@acquis/shared/attestations/attestation.schema.ts";
import type { Day } from "@acquis/shared/platform/primitives.schema.ts";
import { useTranslation } from "react-i18next";
import { today } from "../platform/format.ts";
import { DayField } from "../ui/date-fields.tsx";
import { NativeSelect } from "../ui/fields.tsx";
import styles from "./attestations.module.css";

export const CONTEXTS: readonly AttestationContext[] = ["training", "workplace", "internship", "simulation"];

interface ObservedFieldsProps {
  observedOn: Day | null;
  onObservedOn: (day: Day | null) => void;
  context: AttestationContext;
  onContext: (context: AttestationContext) => void;
  error: string | null;
}

/** When and where the competency was seen at work. */
export function ObservedFields(props: ObservedFieldsProps) {
  const { t } = useTranslation("attestations");
  return (
    <div className={styles.pair}>
      <DayField
        label={t("attest.observedOn")}
        value={props.observedOn}
        max={today()}
        required
        onChange={props.onObservedOn}
        error={props.error}
      />
      <NativeSelect
        label={t("attest.context")}
        value={props.context}
        data={CONTEXTS.map((value) => ({ value, label: t(`attest.contexts.${value}`) }))}
        onChange={(event) => {
          const chosen = CONTEXTS.find((one) => one === event.currentTarget.value);
          if (chosen) props.onContext(chosen);
        }}
      />
    </div>
  );
}
