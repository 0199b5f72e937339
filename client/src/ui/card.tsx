import type { HTMLAttributes } from "react";
import styles from "./card.module.css";
import { classes } from "./classes.ts";

interface CardProps extends HTMLAttributes<HTMLElement> {
  /** `quiet` for what matters less, `tint` for what to look at first. */
  look?: "plain" | "quiet" | "tint";
  as?: "div" | "article" | "section" | "li" | "form";
}

export function Card({ look = "plain", as: Tag = "div", className, ...rest }: CardProps) {
  return <Tag className={classes(styles.card, look !== "plain" && styles[look], className)} {...rest} />;
}

/** A list of cards, one under the other, or side by side where there is room. */
export function CardList({
  columns = 1,
  ...rest
}: HTMLAttributes<HTMLUListElement> & { columns?: 1 | 2 | 3 }) {
  return <ul className={styles.list} data-columns={columns} {...rest} />;
}
