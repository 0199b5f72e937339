import type { Level as LevelValue } from "@acquis/shared/platform/primitives.schema.ts";
import { useLabel } from "../platform/use-label.ts";
import { Level } from "../ui/level.tsx";
import styles from "./training.module.css";

interface TaughtListProps {
  teaches: readonly { competencyId: string; label: string; labelEn: string | null; level: LevelValue }[];
}

/** What a module teaches, each competency with the level it leads to. */
export function TaughtList({ teaches }: TaughtListProps) {
  const labelOf = useLabel();
  return (
    <ul className={styles.taught}>
      {teaches.map((one) => (
        <li key={one.competencyId}>
          <span>{labelOf(one)}</span>
          <Level level={one.level} />
        </li>
      ))}
    </ul>
  );
}
