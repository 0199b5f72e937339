/** The items of a text of which every line is one of a list (`- …`), as most platforms write criteria; else null. */
export function itemsOf(text: string): string[] | null {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const items = lines.flatMap((line) => line.match(/^\s*[-*•]\s+(.+)$/)?.[1] ?? []);
  return lines.length > 0 && items.length === lines.length ? [...new Set(items)] : null;
}

/** What had to be done, as a badge tells it: a list where it is written as one, else as it is written. */
export function Narrative({ text, className }: { text: string; className?: string | undefined }) {
  const items = itemsOf(text);
  if (!items) return <p className={className}>{text}</p>;
  return (
    <ul className={className}>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
