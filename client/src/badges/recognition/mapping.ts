import type { Mapping } from "@acquis/shared/badges/recognition.schema.ts";

interface HasId {
  id: string;
}

/** Whether a criterion of the badge is said to meet one of the framework. */
export const isMapped = (mapping: Mapping, metaCriterionId: string, localCriterionId: string) =>
  mapping.some((row) => row.metaCriterionId === metaCriterionId && row.localCriterionId === localCriterionId);

/** Says that a criterion of the badge meets one of the framework, or no longer says so. */
export function toggled(mapping: Mapping, metaCriterionId: string, localCriterionId: string): Mapping {
  return isMapped(mapping, metaCriterionId, localCriterionId)
    ? mapping.filter(
        (row) => row.metaCriterionId !== metaCriterionId || row.localCriterionId !== localCriterionId,
      )
    : [...mapping, { metaCriterionId, localCriterionId }];
}

/** A mapping without what either side no longer has: criteria change between two requests. */
export function stillThere(mapping: Mapping, meta: readonly HasId[], local: readonly HasId[]): Mapping {
  const has = (some: readonly HasId[], id: string) => some.some((one) => one.id === id);
  return mapping.filter((row) => has(meta, row.metaCriterionId) && has(local, row.localCriterionId));
}
