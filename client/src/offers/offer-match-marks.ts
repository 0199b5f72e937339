import type { ShownVerdict } from "@acquis/shared/candidates/candidate.schema.ts";
import type { MarkItem } from "../ui/mark.tsx";

/** The row of marks of some verdicts. */
export function marksOf(verdicts: readonly ShownVerdict[]): MarkItem[] {
  return verdicts.map(({ label, verdict }) => ({
    kind: verdict.kind,
    label,
    month: verdict.kind === "upcoming" ? verdict.month : null,
  }));
}
