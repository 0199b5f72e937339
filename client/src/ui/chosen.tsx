import type { ReactNode } from "react";
import styles from "./chosen.module.css";
import { Icon } from "./icon.tsx";

interface ChosenProps {
  children: ReactNode;
  /** What the cross does, for screen readers. */
  remove: string;
  onRemove: () => void;
  as?: "li" | "p";
}

/** Something chosen, with a cross to take it away. */
export function Chosen({ children, remove, onRemove, as: Tag = "p" }: ChosenProps) {
  return (
    <Tag className={styles.chosen}>
      <span>{children}</span>
      <button type="button" aria-label={remove} onClick={onRemove}>
        <Icon name="close" size={18} />
      </button>
    </Tag>
  );
}
