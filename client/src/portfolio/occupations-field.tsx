import type { Preferences } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { useTranslation } from "react-i18next";
import { useLabel } from "../platform/use-label.ts";
import { Chosen } from "../ui/chosen.tsx";
import { OccupationPicker } from "../ui/pickers/suggestion-picker.tsx";
import styles from "./preferences.module.css";

type Sought = Preferences["occupations"];

const MOST = 5;

/** Occupations sought: those chosen, each with a way to take it away, and a field for one more. */
export function OccupationsField({ value, onChange }: { value: Sought; onChange: (next: Sought) => void }) {
  const { t } = useTranslation("preferences");
  const labelOf = useLabel();
  return (
    <fieldset className={styles.group}>
      <legend>
        {t("where.occupations")} <span className={styles.soft}>{t("where.occupationsHelp")}</span>
      </legend>
      {value.length > 0 ? (
        <ul className={styles.chosen}>
          {value.map((sought) => (
            <Chosen
              as="li"
              key={sought.code}
              remove={t("where.occupationRemove", { label: labelOf(sought) })}
              onRemove={() => onChange(value.filter((one) => one.code !== sought.code))}
            >
              {labelOf(sought)}
            </Chosen>
          ))}
        </ul>
      ) : null}
      {value.length < MOST ? (
        <OccupationPicker
          label={t("where.occupationAdd")}
          taken={value.map(({ code }) => code)}
          onPick={({ id, label, labelEn }) => onChange([...value, { code: id, label, labelEn }])}
        />
      ) : (
        <p>{t("where.occupationFull")}</p>
      )}
    </fieldset>
  );
}
