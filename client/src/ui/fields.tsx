import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import styles from "./fields.module.css";

export interface FieldWords {
  /** Without one, give `aria-label`. */
  label?: ReactNode;
  /** For screen readers only, where the page says it already. */
  hideLabel?: boolean;
  /** Help, above the field. */
  description?: ReactNode;
  /** What is wrong and how to put it right; announced with the field. */
  error?: ReactNode;
}

interface FrameProps extends FieldWords {
  id: string;
  required?: boolean | undefined;
  children: ReactNode;
}

function Frame({ id, label, hideLabel, description, error, required, children }: FrameProps) {
  return (
    <div className={styles.field}>
      {label ? (
        <label htmlFor={id} className={hideLabel ? "visually-hidden" : styles.label}>
          {label}
          {required ? (
            <span className={styles.star} aria-hidden="true">
              {" *"}
            </span>
          ) : null}
        </label>
      ) : null}
      {description ? (
        <p id={`${id}-help`} className={styles.help}>
          {description}
        </p>
      ) : null}
      {children}
      {error ? (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      ) : null}
    </div>
  );
}

/** What ties a control to its words. */
function described(id: string, { description, error }: FieldWords) {
  const ids = [description ? `${id}-help` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return { id, "aria-describedby": ids || undefined, "aria-invalid": error ? true : undefined };
}

export interface TextInputProps extends FieldWords, InputHTMLAttributes<HTMLInputElement> {
  /** A drawing or a button inside the field, at its end. */
  rightSection?: ReactNode;
  /** A drawing inside the field, at its start. */
  leftSection?: ReactNode;
}

/** One line of text. Works with `form.getInputProps` of @mantine/form. */
export function TextInput(props: TextInputProps) {
  const { label, hideLabel, description, error, leftSection, rightSection, ...native } = props;
  const own = useId();
  const id = native.id ?? own;
  const words = { label, hideLabel, description, error };
  return (
    <Frame {...words} id={id} required={native.required}>
      <div className={styles.box} data-start={Boolean(leftSection)} data-end={Boolean(rightSection)}>
        {leftSection ? <div className={styles.start}>{leftSection}</div> : null}
        <input type="text" {...native} {...described(id, words)} className={styles.control} />
        {rightSection ? <div className={styles.end}>{rightSection}</div> : null}
      </div>
    </Frame>
  );
}

/** A password, which can be shown while typing. */
export function PasswordInput(props: Omit<TextInputProps, "type" | "rightSection">) {
  const { t } = useTranslation("ui");
  const [shown, setShown] = useState(false);
  return (
    <TextInput
      {...props}
      type={shown ? "text" : "password"}
      spellCheck={false}
      autoCapitalize="none"
      rightSection={
        <button
          type="button"
          className={styles.show}
          aria-pressed={shown}
          aria-label={t("password.show")}
          onClick={() => setShown(!shown)}
        >
          <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d="M2.5 12C5 7.5 8.2 5.5 12 5.500s7 2 9.5 6.500c-2.5 4.5-5.7 6.5-9.5 6.500S5 16.5 2.5 12z" />
            <circle cx="12" cy="12" r="3" />
            {shown ? <path d="M4 20L20 4" /> : null}
          </svg>
        </button>
      }
    />
  );
}

/** Several lines of text. */
export function Textarea({
  label,
  hideLabel,
  description,
  error,
  ...native
}: FieldWords & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const own = useId();
  const id = native.id ?? own;
  const words = { label, hideLabel, description, error };
  return (
    <Frame {...words} id={id} required={native.required}>
      <textarea rows={4} {...native} {...described(id, words)} className={styles.control} />
    </Frame>
  );
}

interface NativeSelectProps extends FieldWords, SelectHTMLAttributes<HTMLSelectElement> {
  /** The choices; or give `option` elements as children, when they are in groups. */
  data?: readonly { value: string; label: string; disabled?: boolean }[];
}

/** One choice in a list, with the device's own list. */
export function NativeSelect(props: NativeSelectProps) {
  const { label, hideLabel, description, error, data, children, ...native } = props;
  const own = useId();
  const id = native.id ?? own;
  const words = { label, hideLabel, description, error };
  return (
    <Frame {...words} id={id} required={native.required}>
      <select {...native} {...described(id, words)} className={styles.control}>
        {data?.map(({ value, label: text, disabled }) => (
          <option key={value} value={value} disabled={disabled}>
            {text}
          </option>
        )) ?? children}
      </select>
    </Frame>
  );
}

interface CheckboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "type"> {
  label: ReactNode;
  description?: ReactNode;
}

/** One thing to tick. */
export function Checkbox({ label, description, ...native }: CheckboxProps) {
  return (
    <label className={styles.tick}>
      <input {...native} type="checkbox" />
      <span>
        {label}
        {description ? <span className={styles.tickHelp}>{description}</span> : null}
      </span>
    </label>
  );
}
