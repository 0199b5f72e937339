import type { ReactNode } from "react";
import styles from "./badge.module.css";
import { Icon } from "./icon.tsx";

export type Tone = "neutral" | "sea" | "good" | "waiting" | "problem";

const icons = { neutral: null, sea: null, good: "check", waiting: "calendar", problem: "alert" } as const;

/** A state in one or two words; its tone also has a drawing, so that colour is never alone. */
export function StatusBadge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  const icon = icons[tone];
  return (
    <span className={styles.badge} data-tone={tone}>
      {icon ? <Icon name={icon} size={16} /> : null}
      {children}
    </span>
  );
}
