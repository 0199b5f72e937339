import type { Evidence } from "@acquis/shared/portfolio/evidence.schema.ts";
import { type Keeping, keepPromises } from "@acquis/shared/training/promises.rules.ts";
import { factId } from "../portfolio/index.ts";
import { modulesOf, requireEnrolment } from "./session-modules.ts";
import type { EnrolmentDocument, ProgrammeDocument, SessionDocument } from "./training.store.ts";
import type { TrainingContext } from "./training-context.ts";

interface Loaded {
  enrolment: EnrolmentDocument;
  session: SessionDocument;
  programme: ProgrammeDocument;
}

function isSameState(a: Loaded, b: Loaded): boolean {
  return (
    a.enrolment.revision === b.enrolment.revision &&
    a.session.revision === b.session.revision &&
    a.programme.revision === b.programme.revision
  );
}

/** Evidence that `after` has and `before` had not. */
function addedAttestations(before: readonly Evidence[], after: readonly Evidence[]): Evidence[] {
  const known = new Set(before.map((item) => item.id));
  return after.filter((item) => item.kind === "attestation" && !known.has(item.id));
}

async function applyOnce(context: TrainingContext, loaded: Loaded): Promise<void> {
  const { kernel, accounts, portfolio } = context;
  const { enrolment, session, programme } = loaded;
  const [provider, people] = await Promise.all([
    accounts.organisation(session.providerId),
    accounts.people([
      ...new Set([
        ...(enrolment.closed ? [enrolment.closed.by] : []),
        ...[...enrolment.skipped, ...enrolment.passed].map((item) => item.by),
      ]),
    ]),
  ]);
  const nameOf: Keeping["nameOf"] = (id) => {
    const person = people.get(id);
    return person ? `${person.firstName} ${person.lastName}` : "";
  };
  const taught = {
    programmeName: programme.name,
    providerId: session.providerId,
    providerName: provider?.name ?? "",
    modules: modulesOf(programme, session),
  };
  await portfolio.changeEvidence(enrolment.traineeId, (evidence, revision) => {
    const next = keepPromises(evidence, { ...enrolment, id: enrolment._id }, taught, {
      today: kernel.clock.today(),
      nameOf,
      promiseId: (moduleId, competencyId) => factId("tr", enrolment._id, moduleId, competencyId, revision),
      attestationId: (moduleId, competencyId) => factId("at", enrolment._id, moduleId, competencyId),
    });
    const attested = addedAttestations(evidence, next);
    const [first] = attested;
    if (!first) return { evidence: next };
    const data = { traineeId: enrolment.traineeId, evidenceIds: attested.map((item) => item.id) };
    return {
      evidence: next,
      events: [{ id: kernel.newId(), type: "attestation.given", data, at: kernel.clock.now() }],
    };
  });
}

/**
 * Brings a portfolio in line with one enrolment as it is now: run after any change, any number of times, in
 * any order. What changed while it was writing is applied again. Errors: not_found.
 */
export async function keepPromisesOf(context: TrainingContext, enrolmentId: string): Promise<void> {
  let loaded = await requireEnrolment(context, enrolmentId);
  for (;;) {
    await applyOnce(context, loaded);
    const now = await requireEnrolment(context, enrolmentId);
    if (isSameState(loaded, now)) return;
    loaded = now;
  }
}

/** Right after a write, so that the next reading shows it; if it fails, the event left with the write repairs it. */
export async function keepPromisesNow(context: TrainingContext, enrolmentId: string): Promise<void> {
  try {
    await keepPromisesOf(context, enrolmentId);
  } catch (error) {
    context.kernel.log.warn({ err: error, enrolmentId }, "promises left to the delivery");
  }
  context.kernel.delivery.nudge();
}

/** Applies a change of session or programme to each of their enrolments. */
export async function keepPromisesOfSessions(
  context: TrainingContext,
  sessionIds: readonly string[],
): Promise<void> {
  const found = await context.store.enrolments
    .find({ sessionId: { $in: [...sessionIds] }, closed: null })
    .select("_id")
    .lean<{ _id: string }[]>();
  for (const { _id } of found) await keepPromisesOf(context, _id);
}
