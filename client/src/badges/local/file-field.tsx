import { useId } from "react";
import styles from "../manage.module.css";

interface FileFieldProps {
  label: string;
  description?: string;
  accept: string;
  error?: string | null;
  onChange: (file: File | null) => void;
}

/** Chooses one file with the device's own dialog. */
export function FileField({ label, description, accept, error, onChange }: FileFieldProps) {
  const id = useId();
  const described = [description ? `${id}-help` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className={styles.file}>
      <label htmlFor={id}>{label}</label>
      {description ? (
        <p id={`${id}-help`} className={styles.soft}>
          {description}
        </p>
      ) : null}
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onChange(event.currentTarget.files?.[0] ?? null)}
      />
      {error ? (
        <p id={`${id}-error`} className={styles.failed}>
          {error}
        </p>
      ) : null}
    </div>
  );
}
