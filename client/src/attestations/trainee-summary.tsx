import type { PortfolioCompetency } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { useLabel } from "../platform/use-label.ts";
import { MarkRow, useMarksSentence } from "../ui/mark.tsx";

/** A portfolio in a row of marks and a sentence; the months are in the sentence, once. */
export function TraineeSummary({ competencies }: { competencies: readonly PortfolioCompetency[] }) {
  const labelOf = useLabel();
  const items = competencies
    .filter(({ mark }) => mark !== "missing")
    .map((one) => ({ kind: one.mark, label: labelOf(one), month: one.upcoming[0]?.month ?? null }));
  const sentence = useMarksSentence()(
    items.map((item) => (item.kind === "upcoming" ? item : { ...item, month: null })),
  );
  return (
    <>
      <span aria-hidden="true">
        <MarkRow items={items.map(({ kind, label }) => ({ kind, label }))} />
      </span>
      <p>{sentence}</p>
    </>
  );
}
