import { isDeepStrictEqual } from "node:util";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import { canManageProvider } from "@acquis/shared/training/training.policy.ts";
import type { SessionInput } from "@acquis/shared/training/training.schema.ts";
import { requireActive } from "../accounts/index.ts";
import { changeAggregate, insertAggregate } from "../platform/database/aggregate.ts";
import type { SignedIn } from "../platform/http/api.ts";
import { requireProvider } from "./require-provider.ts";
import type { ProgrammeDocument, SessionDocument } from "./training.store.ts";
import type { TrainingContext } from "./training-context.ts";

type Content = Pick<
  SessionDocument,
  "programmeId" | "startsOn" | "endsOn" | "place" | "trainerIds" | "moduleEnds"
>;

function contentOf({ programmeId, startsOn, endsOn, place, trainerIds, moduleEnds }: Content): Content {
  return { programmeId, startsOn, endsOn, place, trainerIds, moduleEnds };
}

/** Errors: dates_reversed when the session, or a module in it, ends outside its days. */
function requireDates(input: SessionInput, programme: ProgrammeDocument): void {
  if (input.endsOn < input.startsOn) throw new DomainError("dates_reversed", { field: "endsOn" });
  const known = new Set(programme.modules.map((module) => module.id));
  input.moduleEnds.forEach((end, index) => {
    const path = `moduleEnds.${index}.moduleId`;
    if (!known.has(end.moduleId))
      throw new DomainError("invalid_input", { field: path, fields: [{ path, rule: "unknown_module" }] });
    if (end.endsOn < input.startsOn || end.endsOn > input.endsOn)
      throw new DomainError("dates_reversed", { field: `moduleEnds.${index}.endsOn` });
  });
}

async function requireTrainers(context: TrainingContext, providerId: string, ids: string[]): Promise<void> {
  const members = await context.accounts.membersOf(providerId, "trainer");
  const known = new Set(members.map((member) => member.id));
  ids.forEach((id, index) => {
    if (!known.has(id)) throw new DomainError("unknown_trainer", { field: `trainerIds.${index}` });
  });
}

/**
 * Creates (revision 0) or changes a session of one's provider; changed dates renew what it promises.
 * Errors: not_found (programme), dates_reversed, invalid_input (module), unknown_place, unknown_trainer,
 * already_exists, wrong_state (another programme), stale_revision.
 */
export async function saveSession(
  context: TrainingContext,
  actor: SignedIn,
  input: SessionInput,
): Promise<SessionDocument> {
  const { kernel, store, referential } = context;
  requireActive(actor);
  const providerId = requireProvider(actor);
  const programme = await store.programmes.findById(input.programmeId).lean<ProgrammeDocument>();
  if (!programme || !canManageProvider(actor, programme.providerId))
    throw new DomainError("not_found", { field: "programmeId" });
  requireDates(input, programme);
  await requireTrainers(context, providerId, input.trainerIds);
  const content = contentOf({ ...input, place: referential.requirePlace(input.insee, "insee") });
  const isSame = (stored: SessionDocument) =>
    stored.providerId === providerId && isDeepStrictEqual(contentOf(stored), content);

  if (input.revision === 0) {
    await insertAggregate(store.sessions, { _id: input.id, providerId, ...content });
    const stored = await store.sessions.findById(input.id).lean<SessionDocument>();
    if (!stored || !isSame(stored)) throw new DomainError("already_exists", { field: "id" });
    return stored;
  }
  const saved = await changeAggregate(store.sessions, input.id, (current) => {
    if (current.providerId !== providerId) throw new DomainError("not_found");
    if (isSame(current)) return null;
    if (current.revision !== input.revision) throw new DomainError("stale_revision", { field: "revision" });
    if (current.programmeId !== content.programmeId)
      throw new DomainError("wrong_state", { field: "programmeId" });
    return {
      next: { ...current, ...content },
      events: [
        {
          id: kernel.newId(),
          type: "session.changed",
          data: { sessionId: input.id },
          at: kernel.clock.now(),
        },
      ],
    };
  });
  kernel.delivery.nudge();
  return saved;
}
