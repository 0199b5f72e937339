import { type FormHTMLAttributes, useRef } from "react";
import { classes } from "./classes.ts";
import styles from "./fields.module.css";

type OnSubmit = NonNullable<FormHTMLAttributes<HTMLFormElement>["onSubmit"]>;

/** A form whose own words replace the browser's: after a refused sending, the first wrong field has the focus. */
export function Form({ onSubmit, className, ...rest }: FormHTMLAttributes<HTMLFormElement>) {
  const element = useRef<HTMLFormElement>(null);
  const submit: OnSubmit = (event) => {
    onSubmit?.(event);
    // Errors are drawn first.
    setTimeout(() => element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  return (
    <form {...rest} ref={element} noValidate className={classes(styles.form, className)} onSubmit={submit} />
  );
}
