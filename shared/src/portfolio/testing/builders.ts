import type { Evidence } from "../evidence.schema.ts";

/** A declaration at level 2, unless told otherwise. */
export function anEvidence(given: Partial<Evidence> = {}): Evidence {
  return {
    id: "evidence-1",
    competencyId: "welding",
    kind: "declaration",
    level: 2,
    addedOn: "2026-03-01",
    by: null,
    comment: "",
    context: "",
    observedOn: null,
    experienceId: null,
    training: null,
    withdrawal: null,
    answer: null,
    ...given,
  };
}
