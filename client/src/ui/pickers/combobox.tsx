import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorText } from "../../platform/errors.ts";
import { TextInput } from "../fields.tsx";
import { Highlighted } from "../highlighted.tsx";
import styles from "./combobox.module.css";

export interface Option {
  id: string;
  label: string;
  /** Parts of the label that answer what is typed. */
  ranges?: readonly (readonly [number, number])[] | undefined;
  /** A second line, smaller. */
  note?: string | null;
  /** Shown but not for choosing, such as what is chosen already. */
  disabled?: boolean;
}

interface ComboboxProps {
  label: string;
  placeholder?: string;
  description?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  hideLabel?: boolean;
  text: string;
  onText: (text: string) => void;
  options: readonly Option[];
  onChoose: (option: Option) => void;
  /** Suggestions could not be fetched: none is then not the same as nothing found. */
  failed?: unknown;
  /** Fetching; told to screen readers and in the list. */
  busy: boolean;
  /** From how many letters on suggestions are asked. */
  from?: number;
  /** One's own words will do too: Enter only takes a suggestion pointed at, and none is no trouble. */
  free?: boolean;
  maxLength?: number;
  rightSection?: ReactNode;
}

/** A text field with suggestions: the ARIA combobox pattern (list popup, focus stays in the field). */
export function Combobox(props: ComboboxProps) {
  const { text, options, from = 2, free = false } = props;
  const { t } = useTranslation("ui");
  const describe = useErrorText();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const list = useRef<HTMLDivElement>(null);
  // What was chosen, or was there before, asks for nothing.
  const [typing, setTyping] = useState(false);
  const asked = typing && text.trim().length >= from;
  const showing = open && asked && options.length > 0;
  const found = options.length > 0 && !props.busy;
  const message = !asked
    ? ""
    : props.busy
      ? t("suggest.searching")
      : props.failed
        ? describe(props.failed)
        : options.length === 0
          ? free
            ? ""
            : t("suggest.none")
          : t("suggest.count", { count: options.length });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list starts from its top.
  useEffect(() => setActive(-1), [options]);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);

  const choose = (option: Option | undefined) => {
    if (!option || option.disabled) return;
    setOpen(false);
    setTyping(false);
    props.onChoose(option);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move && options.length > 0) {
      event.preventDefault();
      setOpen(true);
      setActive((active + move + options.length + (active < 0 && move < 0 ? 1 : 0)) % options.length);
    } else if (event.key === "Enter" && showing && !(free && active < 0)) {
      event.preventDefault();
      choose(options[Math.max(0, active)]);
    } else if (event.key === "Escape" && showing) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  };
  return (
    <div className={styles.combobox}>
      <TextInput
        label={props.label}
        hideLabel={props.hideLabel ?? false}
        placeholder={props.placeholder}
        description={props.description}
        error={props.error}
        required={props.required}
        maxLength={props.maxLength}
        rightSection={props.rightSection}
        value={text}
        onChange={(event) => {
          props.onText(event.currentTarget.value);
          setTyping(true);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={showing}
        aria-controls={showing ? `${id}-list` : undefined}
        aria-activedescendant={showing && active >= 0 ? `${id}-${active}` : undefined}
      />
      {showing ? (
        <div ref={list} id={`${id}-list`} className={styles.list} role="listbox" aria-label={props.label}>
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and its keys choose.
            <div
              key={option.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              aria-disabled={option.disabled ?? false}
              className={styles.option}
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => setActive(index)}
              onClick={() => choose(option)}
            >
              <span>
                <Highlighted text={option.label} ranges={option.ranges} />
              </span>
              {option.note ? <span className={styles.note}>{option.note}</span> : null}
            </div>
          ))}
        </div>
      ) : null}
      {/* It stays when the field is left: a page that moved under a press on « Enregistrer » would lose it. */}
      <p className={message && !showing && !found ? styles.message : "visually-hidden"} role="status">
        {open || !found ? message : ""}
      </p>
    </div>
  );
}
