import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import styles from "./level.module.css";
import { LEVEL_VALUES, type LevelValue } from "./level-values.ts";

/** Four steps, as many filled as the level; the word beside says the same. */
function Steps({ level }: { level: LevelValue }) {
  return (
    <svg width="30" height="18" viewBox="0 0 30 18" aria-hidden="true" focusable="false">
      {LEVEL_VALUES.map((step) => (
        <rect
          key={step}
          x={(step - 1) * 7.5 + 0.75}
          y={16 - step * 3.6}
          width="5.5"
          height={step * 3.6 + 1}
          rx="1.2"
          fill={step <= level ? "var(--sea)" : "none"}
          stroke="var(--sea)"
          strokeWidth="1.2"
        />
      ))}
    </svg>
  );
}

/** A level in words: « Autonome », with its steps. */
export function Level({ level }: { level: LevelValue }) {
  const { t } = useTranslation("ui");
  const name = t(`levels.name${level}`);
  return (
    <span className={styles.level}>
      <Steps level={level} />
      <span className="visually-hidden">{t("levels.of", { level, name })}</span>
      <span aria-hidden="true">{name}</span>
    </span>
  );
}

interface LevelPickerProps {
  value: LevelValue | null;
  onChange: (level: LevelValue) => void;
  /** What the level is about: « Niveau pour : Souder à l'arc ». Visible unless `hideLabel`. */
  label?: string;
  hideLabel?: boolean;
  /** Names without their sentence, on one line: where many people or competencies are listed. */
  compact?: boolean;
  error?: ReactNode;
}

/** Chooses a level by its words; radio buttons underneath, so arrows and screen readers work as expected. */
export function LevelPicker(props: LevelPickerProps) {
  const { value, onChange, label, hideLabel = false, compact = false, error } = props;
  const { t } = useTranslation("ui");
  const name = useId();
  return (
    <fieldset
      className={styles.picker}
      aria-describedby={error ? `${name}-error` : undefined}
      data-fault={Boolean(error)}
    >
      <legend className={hideLabel ? "visually-hidden" : styles.legend}>{label ?? t("levels.label")}</legend>
      <div className={compact ? styles.compact : styles.choices}>
        {LEVEL_VALUES.map((level) => (
          <label key={level} className={styles.choice}>
            <input
              type="radio"
              name={name}
              value={level}
              checked={value === level}
              onChange={() => onChange(level)}
            />
            <span className={styles.words}>
              <span className={styles.name}>
                <Steps level={level} />
                {t(`levels.name${level}`)}
              </span>
              {compact ? null : <span className={styles.text}>{t(`levels.text${level}`)}</span>}
            </span>
          </label>
        ))}
      </div>
      {error ? (
        <p id={`${name}-error`} className={styles.error}>
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
