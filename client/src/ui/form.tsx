import type { FormHTMLAttributes } from "react";
import { classes } from "./classes.ts";
import styles from "./fields.module.css";

/** A form whose own words replace the browser's. */
export function Form({ className, ...rest }: FormHTMLAttributes<HTMLFormElement>) {
  return <form {...rest} noValidate className={classes(styles.form, className)} />;
}
