import type { Day } from "@acquis/shared/platform/primitives.schema.ts";
import type { Programme, SessionSummary } from "@acquis/shared/training/training.schema.ts";
import { requireActive } from "../accounts/index.ts";
import type { SignedIn } from "../platform/http/api.ts";
import { requireProvider } from "./require-provider.ts";
import { presentProgramme, presentSession } from "./training.presenter.ts";
import type { EnrolmentDocument, ProgrammeDocument, SessionDocument } from "./training.store.ts";
import type { TrainingContext } from "./training-context.ts";

/** Programmes of one's provider, by name. */
export async function listProgrammes(context: TrainingContext, actor: SignedIn): Promise<Programme[]> {
  requireActive(actor);
  const providerId = requireProvider(actor);
  const [programmes, provider] = await Promise.all([
    context.store.programmes.find({ providerId }).sort({ name: 1 }).lean<ProgrammeDocument[]>(),
    context.accounts.organisation(providerId),
  ]);
  return programmes.map((programme) =>
    presentProgramme(programme, provider?.name ?? "", context.referential),
  );
}

/** Sessions with the names around them and how many attend each. */
export async function summarise(
  { accounts, store }: TrainingContext,
  sessions: readonly SessionDocument[],
): Promise<SessionSummary[]> {
  if (sessions.length === 0) return [];
  const distinct = (ids: readonly string[]) => [...new Set(ids)];
  const [programmes, providers, people, open] = await Promise.all([
    store.programmes
      .find({ _id: { $in: distinct(sessions.map((session) => session.programmeId)) } })
      .select("name modules")
      .lean<Pick<ProgrammeDocument, "_id" | "name" | "modules">[]>(),
    Promise.all(
      distinct(sessions.map((session) => session.providerId)).map((id) => accounts.organisation(id)),
    ),
    accounts.people(distinct(sessions.flatMap((session) => session.trainerIds))),
    store.enrolments
      .find({ sessionId: { $in: sessions.map((session) => session._id) }, closed: null })
      .select("sessionId")
      .lean<Pick<EnrolmentDocument, "_id" | "sessionId">[]>(),
  ]);
  const programmeOf = new Map(programmes.map((programme) => [programme._id, programme]));
  const providerNames = new Map(providers.map((provider) => [provider?.id, provider?.name]));
  const counts = new Map<string, number>();
  for (const { sessionId } of open) counts.set(sessionId, (counts.get(sessionId) ?? 0) + 1);
  return sessions.map((session) =>
    presentSession(session, {
      programme: programmeOf.get(session.programmeId),
      providerName: providerNames.get(session.providerId) ?? "",
      people,
      enrolled: counts.get(session._id) ?? 0,
    }),
  );
}

const MAX_LISTED = 300;

/** A trainer's own sessions, a provider admin's whole organisation; the latest first, 300 that end by `endsBy`. */
export async function listSessions(
  context: TrainingContext,
  actor: SignedIn,
  { endsBy }: { endsBy?: Day | undefined } = {},
): Promise<SessionSummary[]> {
  requireActive(actor);
  const providerId = requireProvider(actor);
  const own = actor.role === "trainer" ? { trainerIds: actor.accountId } : {};
  const sessions = await context.store.sessions
    .find({ providerId, ...own, ...(endsBy ? { endsOn: { $lte: endsBy } } : {}) })
    .sort({ endsOn: -1, _id: 1 })
    .limit(MAX_LISTED)
    .lean<SessionDocument[]>();
  return summarise(context, sessions);
}
