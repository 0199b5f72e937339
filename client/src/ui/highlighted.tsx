import styles from "./highlighted.module.css";

interface HighlightedProps {
  text: string;
  /** Parts to mark, in order, each from a position (included) to another (excluded). */
  ranges?: readonly (readonly [number, number])[] | undefined;
}

/** A text with the words looked for marked, for the eye and for screen readers that tell marks. */
export function Highlighted({ text, ranges = [] }: HighlightedProps) {
  const parts: React.ReactNode[] = [];
  let at = 0;
  for (const [from, to] of ranges) {
    if (from < at || to > text.length) continue;
    parts.push(
      text.slice(at, from),
      <mark key={from} className={styles.mark}>
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
