import type { Level as LevelValue } from "@acquis/shared/platform/primitives.schema.ts";
import { Level } from "../ui/level.tsx";
import styles from "./training.module.css";

interface TaughtListProps {
  teaches: readonly { competencyId: string; label: string; level: LevelValue }[];
}

/** What a module teaches, each competency with the level it leads to. */
export function TaughtList({ teaches }: TaughtListProps) {
  return (
    <ul className={styles.taught}>
      {teaches.map(({ competencyId, label, level }) => (
        <li key={competencyId}>
          <span>{label}</span>
          <Level level={level} />
        </li>
      ))}
    </ul>
  );
}
