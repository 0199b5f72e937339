import type { ReactNode } from "react";
import styles from "./state.module.css";

interface EmptyStateProps {
  /** What there is not, in one sentence. */
  title: string;
  /** What to do next. */
  text?: ReactNode;
  action?: ReactNode;
}

/** Nothing here yet, and what to do about it. */
export function EmptyState({ title, text, action }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      <svg width="72" height="40" viewBox="0 0 72 40" fill="none" aria-hidden="true" focusable="false">
        <circle
          cx="14"
          cy="20"
          r="10"
          stroke="var(--edge)"
          strokeWidth="3"
          strokeDasharray="0.01 7"
          strokeLinecap="round"
        />
        <circle cx="38" cy="20" r="10" stroke="var(--sea)" strokeWidth="2" />
        <path d="M38 9a11 11 0 000 22z" fill="var(--sea)" />
        <path d="M56 20h12" stroke="var(--edge)" strokeWidth="3.5" strokeLinecap="round" />
      </svg>
      <p className={styles.title}>{title}</p>
      {text ? <div className={styles.text}>{text}</div> : null}
      {action}
    </div>
  );
}
