import type { Mapping, RecognitionFact, RecognitionStatus } from "./recognition.schema.ts";

/** Where a recognition stands, from its facts and the content of the badge as it is now. */
export function recognitionStatus(
  history: readonly RecognitionFact[],
  currentHash: string,
): RecognitionStatus {
  const last = history.at(-1);
  if (!last) return "asked";
  if (last.kind === "recognised" && last.contentHash !== currentHash) return "changed";
  return last.kind;
}

/** Whether a structure may answer or ask again: the Région has spoken, or the content changed since. */
export function mayAskAgain(status: RecognitionStatus): boolean {
  return status !== "asked" && status !== "recognised";
}

/** Whether the Région may decide: somebody waits for it, or it changes its mind before endorsing. */
export function mayDecide(status: RecognitionStatus): boolean {
  return status === "asked" || status === "moreAsked";
}

/** Which criteria of the framework are met by which of the badge, and what the badge asks besides. */
export function compareCriteria<M extends { id: string }, L extends { id: string }>(
  mapping: Mapping,
  meta: readonly M[],
  local: readonly L[],
): { criteria: { meta: M; metBy: L[] }[]; besides: L[] } {
  const meets = (localId: string, metaId: string) =>
    mapping.some((row) => row.localCriterionId === localId && row.metaCriterionId === metaId);
  return {
    criteria: meta.map((criterion) => ({
      meta: criterion,
      metBy: local.filter((one) => meets(one.id, criterion.id)),
    })),
    besides: local.filter((one) => !meta.some((criterion) => meets(one.id, criterion.id))),
  };
}

/** Rows of a mapping that name a criterion which neither side has; empty when it can be read. */
export function unknownRows(
  mapping: Mapping,
  meta: readonly { id: string }[],
  local: readonly { id: string }[],
): Mapping {
  const [metaIds, localIds] = [meta, local].map((some) => new Set(some.map(({ id }) => id)));
  return mapping.filter((row) => !metaIds?.has(row.metaCriterionId) || !localIds?.has(row.localCriterionId));
}
