import type { AttestationInput, RequestInput } from "@acquis/shared/attestations/attestation.schema.ts";

/** Lina asks Marie about welding flat. */
export function aRequest(given: Partial<RequestInput> = {}): RequestInput {
  return {
    id: "request-1",
    trainerId: "marie",
    competencyId: "flat",
    note: "Vu en atelier lundi",
    ...given,
  };
}

/** Welding flat, at level 3, seen the day before. */
export function anAttestationInput(given: Partial<AttestationInput> = {}): AttestationInput {
  return {
    id: "attestation-1",
    traineeId: "lina",
    competencyId: "flat",
    level: 3,
    comment: "Soudure régulière",
    observedOn: "2026-09-14",
    context: "training",
    ...given,
  };
}
