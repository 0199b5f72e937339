import { useFormat } from "../platform/format.ts";
import { Card } from "../ui/card.tsx";
import styles from "./figures.module.css";

interface Figure {
  label: string;
  value: number;
}

/** A few figures, each with what it counts. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  const format = useFormat();
  return (
    <dl className={styles.figures}>
      {figures.map(({ label, value }) => (
        <Card key={label}>
          <dt>{label}</dt>
          <dd>{format.number(value)}</dd>
        </Card>
      ))}
    </dl>
  );
}
