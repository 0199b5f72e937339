import { useId } from "react";
import styles from "./preferences.module.css";

interface ChoicesProps<T> {
  legend: string;
  value: T;
  onChange: (value: T) => void;
  choices: readonly { value: T; label: string }[];
}

/** A few short answers side by side, one at a time: radio buttons large enough for a thumb. */
export function Choices<T extends number | boolean>({ legend, value, onChange, choices }: ChoicesProps<T>) {
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend>{legend}</legend>
      <div className={styles.chips}>
        {choices.map((choice) => (
          <label key={String(choice.value)} className={styles.chip}>
            <input
              type="radio"
              name={name}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
            />
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
