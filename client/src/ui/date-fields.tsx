import type { Day, Month } from "@acquis/shared/platform/primitives.schema.ts";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { today, useFormat } from "../platform/format.ts";
import styles from "./date.module.css";
import { TextInput } from "./fields.tsx";

interface FieldProps<T> {
  label: string;
  value: T | null;
  onChange: (value: T | null) => void;
  description?: string;
  error?: ReactNode;
  required?: boolean;
}

// What the server takes. Without an end, browsers go on to years of six digits, which are no day here.
const FIRST_DAY: Day = "1900-01-01";
const LAST_DAY: Day = "2199-12-31";

interface DayFieldProps extends FieldProps<Day> {
  min?: Day;
  max?: Day;
}

/** A day, with the device's own calendar. `min` and `max` are days. */
export function DayField({ value, onChange, min = FIRST_DAY, max = LAST_DAY, ...rest }: DayFieldProps) {
  return (
    <TextInput
      {...rest}
      type="date"
      value={value ?? ""}
      min={min}
      max={max}
      onChange={(event) =>
        onChange(event.currentTarget.value.length === 10 ? event.currentTarget.value : null)
      }
    />
  );
}

interface MonthFieldProps extends FieldProps<Month> {
  /** First and last year offered; from 50 years ago to 3 years ahead by default. */
  years?: { from: number; to: number };
}

/** A month, as two lists: what works on every browser, with a keyboard and with a thumb. */
export function MonthField({ label, value, onChange, description, error, required, years }: MonthFieldProps) {
  const { t } = useTranslation("ui");
  const format = useFormat();
  const id = useId();
  const thisYear = Number(today().slice(0, 4));
  const { from, to } = years ?? { from: thisYear - 50, to: thisYear + 3 };
  const [half, setHalf] = useState({ year: value?.slice(0, 4) ?? "", month: value?.slice(5, 7) ?? "" });
  const shown = value ? { year: value.slice(0, 4), month: value.slice(5, 7) } : half;
  const set = (next: { year: string; month: string }) => {
    setHalf(next);
    onChange(next.year && next.month ? `${next.year}-${next.month}` : null);
  };
  const note = [description ? `${id}-text` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset className={styles.month} aria-describedby={note || undefined}>
      <legend>
        {label}
        {required ? (
          <span className={styles.star} aria-hidden="true">
            {" *"}
          </span>
        ) : null}
      </legend>
      {description ? <p id={`${id}-text`}>{description}</p> : null}
      <div className={styles.lists}>
        <select
          aria-label={t("month.month")}
          aria-invalid={Boolean(error)}
          required={required}
          value={shown.month}
          onChange={(event) => set({ ...shown, month: event.currentTarget.value })}
        >
          <option value="">{t("month.month")}</option>
          {Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0")).map((month) => (
            <option key={month} value={month}>
              {format.monthName(Number(month))}
            </option>
          ))}
        </select>
        <select
          aria-label={t("month.year")}
          aria-invalid={Boolean(error)}
          required={required}
          value={shown.year}
          onChange={(event) => set({ ...shown, year: event.currentTarget.value })}
        >
          <option value="">{t("month.year")}</option>
          {Array.from({ length: to - from + 1 }, (_, index) => String(to - index)).map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </select>
      </div>
      {error ? (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
