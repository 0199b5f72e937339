import type { ButtonHTMLAttributes } from "react";
import styles from "./button.module.css";

/** A small action that reads as a link: see more, draw or tell, choose another way. */
export function TextButton(props: ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="button" {...props} className={styles.text} />;
}
