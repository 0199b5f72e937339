import type { AttestationInput } from "@acquis/shared/attestations/attestation.schema.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { Evidence } from "@acquis/shared/portfolio/evidence.schema.ts";
import { requireActive } from "../accounts/index.ts";
import type { SignedIn } from "../platform/http/api.ts";
import type { RequestDocument } from "./attestations.store.ts";
import type { AttestationsContext } from "./attestations-context.ts";
import { closeRequests } from "./close-requests.ts";

/** Who attests, as the evidence will say. */
export type Attester = NonNullable<Evidence["by"]>;

export async function attesterFor({ accounts }: AttestationsContext, actor: SignedIn): Promise<Attester> {
  const [people, organisation] = await Promise.all([
    accounts.people([actor.accountId]),
    actor.organisationId ? accounts.organisation(actor.organisationId) : null,
  ]);
  const person = people.get(actor.accountId);
  return {
    id: actor.accountId,
    name: person ? `${person.firstName} ${person.lastName}` : "",
    organisation: organisation?.name ?? null,
    organisationId: actor.organisationId,
  };
}

/** Errors: unknown_competency, date_in_future. */
export function requireObserved(
  { kernel, referential }: AttestationsContext,
  input: { competencyId: string; observedOn: string },
): void {
  referential.requireCompetencies([input.competencyId], "competencyId");
  if (input.observedOn > kernel.clock.today())
    throw new DomainError("date_in_future", { field: "observedOn" });
}

/** The same people, competency and words; what became of it since, and on which day it was sent, is no matter. */
function isSameFact(known: Evidence, given: Evidence): boolean {
  const said: (keyof Evidence)[] = ["kind", "competencyId", "level", "comment", "context", "observedOn"];
  return known.by?.id === given.by?.id && said.every((key) => known[key] === given[key]);
}

/** Adds the attestation, once by id, and closes what was asked. Errors: already_exists for another fact of that id. */
export async function giveAttestation(
  context: AttestationsContext,
  by: Attester,
  input: Omit<AttestationInput, "requestId">,
): Promise<void> {
  const { kernel, portfolio } = context;
  const given: Evidence = {
    id: input.id,
    competencyId: input.competencyId,
    kind: "attestation",
    level: input.level,
    addedOn: kernel.clock.today(),
    by,
    comment: input.comment,
    context: input.context,
    observedOn: input.observedOn,
    experienceId: null,
    training: null,
    withdrawal: null,
    answer: null,
  };
  await portfolio.changeEvidence(input.traineeId, (evidence) => {
    const known = evidence.find((item) => item.id === given.id);
    if (known && !isSameFact(known, given)) throw new DomainError("already_exists", { field: "id" });
    if (known) return null;
    const data = { traineeId: input.traineeId, evidenceIds: [given.id] };
    return {
      evidence: [...evidence, given],
      events: [{ id: kernel.newId(), type: "attestation.given", data, at: kernel.clock.now() }],
    };
  });
  await closeRequests(context, {
    traineeId: input.traineeId,
    trainerId: by.id,
    competencyIds: [input.competencyId],
  });
}

/** A request named with an attestation is about the same people and competency. Errors: not_found, wrong_state. */
async function requireRequest(
  { requests }: AttestationsContext,
  actor: SignedIn,
  input: AttestationInput,
): Promise<void> {
  if (input.requestId === undefined) return;
  const request = await requests.findById(input.requestId).lean<RequestDocument>();
  const same =
    request?.trainerId === actor.accountId &&
    request.traineeId === input.traineeId &&
    request.competencyId === input.competencyId;
  if (!same) throw new DomainError("not_found", { field: "requestId" });
  if (request.outcome?.kind === "declined") throw new DomainError("wrong_state", { field: "requestId" });
}

/**
 * A trainer attests a competency of a trainee they follow, asked or not; the same id twice attests once.
 * Errors: organisation_not_approved, trainee_not_followed, unknown_competency, date_in_future, not_found
 * (request), wrong_state (request declined), already_exists.
 */
export async function attestCompetency(
  context: AttestationsContext,
  actor: SignedIn,
  input: AttestationInput,
): Promise<void> {
  requireActive(actor);
  if (!(await context.training.follows(actor, input.traineeId)))
    throw new DomainError("trainee_not_followed", { field: "traineeId" });
  requireObserved(context, input);
  await requireRequest(context, actor, input);
  await giveAttestation(context, await attesterFor(context, actor), input);
}
