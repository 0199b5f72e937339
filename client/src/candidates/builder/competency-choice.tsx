import type { Level } from "@acquis/shared/platform/primitives.schema.ts";
import { useTranslation } from "react-i18next";
import { LEVEL_VALUES } from "../../ui/level-values.ts";
import { type Importance, MAX_ESSENTIAL, MAX_USEFUL } from "../question.ts";
import styles from "./builder.module.css";

interface CompetencyChoiceProps {
  label: string;
  importance: Importance | null;
  level: Level;
  full: Record<Importance, boolean>;
  onImportance: (importance: Importance | null) => void;
  onLevel: (level: Level) => void;
}

/** One competency: essential or useful in a click, and then its level. It never leaves its place in the list. */
export function CompetencyChoice(props: CompetencyChoiceProps) {
  const { label, importance, level, full } = props;
  const { t } = useTranslation(["candidates", "ui"]);
  return (
    <li className={styles.row} data-asked={importance ?? "no"}>
      <span className={styles.label}>{label}</span>
      <fieldset className={styles.controls}>
        <legend className="visually-hidden">{label}</legend>
        {(["essential", "useful"] as const).map((one) => (
          <button
            key={one}
            type="button"
            className={styles.toggle}
            data-kind={one}
            aria-pressed={importance === one}
            disabled={importance !== one && full[one]}
            title={
              importance !== one && full[one]
                ? t(`builder.full_${one}`, { most: one === "essential" ? MAX_ESSENTIAL : MAX_USEFUL })
                : undefined
            }
            onClick={() => props.onImportance(importance === one ? null : one)}
          >
            {t(`builder.${one}`)}
          </button>
        ))}
        {importance ? (
          <select
            className={styles.level}
            aria-label={t("builder.levelOf", { label })}
            value={level}
            onChange={(event) => props.onLevel(Number(event.currentTarget.value) as Level)}
          >
            {LEVEL_VALUES.map((value) => (
              <option key={value} value={value}>
                {t(`ui:levels.name${value}`)}
              </option>
            ))}
          </select>
        ) : null}
      </fieldset>
    </li>
  );
}
