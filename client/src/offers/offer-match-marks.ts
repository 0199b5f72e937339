import type { ShownVerdict } from "@acquis/shared/candidates/candidate.schema.ts";
import type { MarkItem } from "../ui/mark.tsx";

/** The row of marks of some verdicts. */
export function marksOf(
  verdicts: readonly ShownVerdict[],
  labelOf: (shown: ShownVerdict) => string,
): MarkItem[] {
  return verdicts.map((shown) => ({
    kind: shown.verdict.kind,
    label: labelOf(shown),
    month: shown.verdict.kind === "upcoming" ? shown.verdict.month : null,
  }));
}
