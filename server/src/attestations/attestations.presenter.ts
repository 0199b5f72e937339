import type { AttestationRequest } from "@acquis/shared/attestations/attestation.schema.ts";
import type { Level } from "@acquis/shared/platform/primitives.schema.ts";
import type { CompetencyRef } from "@acquis/shared/referential/referential.schema.ts";
import type { RequestDocument } from "./attestations.store.ts";

type Person = { id: string; firstName: string; lastName: string };

/** A request as both sides read it: who, what, and how it ended. */
export function presentRequest(
  request: RequestDocument,
  around: {
    people: ReadonlyMap<string, Person>;
    competency: CompetencyRef | undefined;
    declaredLevel: Level | null;
  },
): AttestationRequest {
  const { competency } = around;
  const named = (id: string) => {
    const person = around.people.get(id);
    return { id, name: person ? `${person.firstName} ${person.lastName}` : "" };
  };
  return {
    id: request._id,
    trainee: named(request.traineeId),
    trainer: named(request.trainerId),
    competency: {
      id: request.competencyId,
      label: competency?.label ?? request.competencyId,
      labelEn: competency?.labelEn ?? null,
      kind: competency?.kind ?? "skill",
      familyId: competency?.familyId ?? null,
      romeOgr: competency?.romeOgr ?? null,
      familyLabel: competency?.familyLabel ?? null,
      familyLabelEn: competency?.familyLabelEn ?? null,
    },
    declaredLevel: around.declaredLevel,
    note: request.note,
    askedOn: request.askedOn,
    outcome: request.outcome && {
      kind: request.outcome.kind,
      on: request.outcome.on,
      reason: request.outcome.reason,
    },
  };
}
