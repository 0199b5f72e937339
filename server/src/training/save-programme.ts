import { isDeepStrictEqual } from "node:util";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { ProgrammeInput } from "@acquis/shared/training/training.schema.ts";
import { requireActive } from "../accounts/index.ts";
import { changeAggregate, insertAggregate } from "../platform/database/aggregate.ts";
import type { SignedIn } from "../platform/http/api.ts";
import { requireProvider } from "./require-provider.ts";
import type { ProgrammeDocument } from "./training.store.ts";
import type { TrainingContext } from "./training-context.ts";

function contentOf({
  name,
  occupationCode,
  modules,
}: Pick<ProgrammeDocument, "name" | "occupationCode" | "modules">) {
  return { name, occupationCode, modules };
}

/**
 * Creates (revision 0) or changes a programme of one's provider; the promises of its sessions follow.
 * Errors: unknown_competency, unknown_occupation, already_exists, not_found, stale_revision.
 */
export async function saveProgramme(
  context: TrainingContext,
  actor: SignedIn,
  input: ProgrammeInput,
): Promise<ProgrammeDocument> {
  const { kernel, store, referential } = context;
  requireActive(actor);
  const providerId = requireProvider(actor);
  if (input.occupationCode !== null) referential.requireOccupation(input.occupationCode, "occupationCode");
  input.modules.forEach((module, index) => {
    referential.requireCompetencies(
      module.teaches.map((taught) => taught.competencyId),
      `modules.${index}.teaches`,
    );
  });
  const content = contentOf(input);
  const isSame = (stored: ProgrammeDocument) =>
    stored.providerId === providerId && isDeepStrictEqual(contentOf(stored), content);

  if (input.revision === 0) {
    await insertAggregate(store.programmes, { _id: input.id, providerId, ...content });
    const stored = await store.programmes.findById(input.id).lean<ProgrammeDocument>();
    if (!stored || !isSame(stored)) throw new DomainError("already_exists", { field: "id" });
    return stored;
  }
  const saved = await changeAggregate(store.programmes, input.id, (current) => {
    if (current.providerId !== providerId) throw new DomainError("not_found");
    if (isSame(current)) return null;
    if (current.revision !== input.revision) throw new DomainError("stale_revision", { field: "revision" });
    return {
      next: { ...current, ...content },
      events: [
        {
          id: kernel.newId(),
          type: "programme.changed",
          data: { programmeId: input.id },
          at: kernel.clock.now(),
        },
      ],
    };
  });
  kernel.delivery.nudge();
  return saved;
}
