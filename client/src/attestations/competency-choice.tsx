import type { Level } from "@acquis/shared/platform/primitives.schema.ts";
import type { SessionSheet } from "@acquis/shared/training/training.schema.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLabel } from "../platform/use-label.ts";
import { Button } from "../ui/button.tsx";
import { NativeSelect } from "../ui/fields.tsx";
import { CompetencyPicker } from "../ui/pickers/suggestion-picker.tsx";
import { TextButton } from "../ui/text-button.tsx";
import styles from "./group.module.css";

export interface ChosenCompetency {
  id: string;
  label: string;
  /** The level at which the session teaches it; null for another. */
  level: Level | null;
}

interface CompetencyChoiceProps {
  modules: SessionSheet["modules"];
  value: ChosenCompetency | null;
  onChange: (chosen: ChosenCompetency | null) => void;
  /** Something was attested already: the competency stays. */
  locked: boolean;
  error: string | null;
}

/** One of the competencies the session teaches, module by module; or any other of the referential. */
export function CompetencyChoice({ modules, value, onChange, locked, error }: CompetencyChoiceProps) {
  const { t } = useTranslation("attestations");
  const labelOf = useLabel();
  const [other, setOther] = useState(false);
  const taught = modules.flatMap(({ teaches }) => teaches);
  if (locked || (other && value))
    return (
      <div className={styles.chosen}>
        <strong>{value?.label}</strong>
        {locked ? null : (
          <Button variant="default" onClick={() => onChange(null)}>
            {t("trainee.change")}
          </Button>
        )}
      </div>
    );
  return (
    <div className={styles.choice}>
      {other ? (
        <CompetencyPicker
          label={t("group.competency")}
          error={error}
          onPick={(picked) => onChange({ id: picked.id, label: labelOf(picked), level: null })}
        />
      ) : (
        <NativeSelect
          label={t("group.competency")}
          required
          error={error}
          value={value?.id ?? ""}
          onChange={(event) => {
            const found = taught.find(({ competencyId }) => competencyId === event.currentTarget.value);
            onChange(found ? { id: found.competencyId, label: labelOf(found), level: found.level } : null);
          }}
        >
          <option value="">{t("group.choose")}</option>
          {modules.map((module) => (
            <optgroup key={module.id} label={module.name}>
              {module.teaches.map((one) => (
                <option key={one.competencyId} value={one.competencyId}>
                  {labelOf(one)}
                </option>
              ))}
            </optgroup>
          ))}
        </NativeSelect>
      )}
      <TextButton
        onClick={() => {
          setOther(!other);
          onChange(null);
        }}
      >
        {other ? t("group.ofSession") : t("group.other")}
      </TextButton>
    </div>
  );
}
