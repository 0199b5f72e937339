import type { Actor } from "@acquis/shared/accounts/account.schema.ts";
import type { Day } from "@acquis/shared/platform/primitives.schema.ts";
import {
  canAttestInSession,
  canFollow,
  canReadSession,
  isFollowed,
} from "@acquis/shared/training/training.policy.ts";
import type { EnrolmentDocument, ProgrammeDocument, SessionDocument } from "./training.store.ts";
import type { TrainingContext } from "./training-context.ts";

/** A trainer one may ask, with the programmes they share. */
export interface FollowingTrainer {
  id: string;
  name: string;
  sessions: string[];
}

interface Attended {
  enrolment: EnrolmentDocument;
  session: SessionDocument;
}

async function attendedBy({ store }: TrainingContext, traineeId: string): Promise<Attended[]> {
  const enrolments = await store.enrolments.find({ traineeId }).lean<EnrolmentDocument[]>();
  if (enrolments.length === 0) return [];
  const sessionIds = [...new Set(enrolments.map((enrolment) => enrolment.sessionId))];
  const found = await store.sessions.find({ _id: { $in: sessionIds } }).lean<SessionDocument[]>();
  const sessions = new Map(found.map((session) => [session._id, session]));
  return enrolments.flatMap((enrolment) => {
    const session = sessions.get(enrolment.sessionId);
    return session ? [{ enrolment, session }] : [];
  });
}

/** Whether a trainer or provider admin follows this trainee today. */
export async function follows(context: TrainingContext, actor: Actor, traineeId: string): Promise<boolean> {
  const today = context.kernel.clock.today();
  return (await attendedBy(context, traineeId)).some(({ enrolment, session }) =>
    canFollow(
      actor,
      {
        providerId: session.providerId,
        trainerIds: session.trainerIds,
        closedOn: enrolment.closed?.on ?? null,
        sessionEndsOn: session.endsOn,
      },
      today,
    ),
  );
}

/** The trainers who follow a trainee today, of providers that are approved and that they still work for. */
export async function trainersOf(context: TrainingContext, traineeId: string): Promise<FollowingTrainer[]> {
  const { accounts, kernel, store } = context;
  const today = kernel.clock.today();
  const followed = (await attendedBy(context, traineeId)).filter(({ enrolment, session }) =>
    isFollowed({ closedOn: enrolment.closed?.on ?? null, sessionEndsOn: session.endsOn }, today),
  );
  if (followed.length === 0) return [];
  const programmeIds = [...new Set(followed.map(({ session }) => session.programmeId))];
  const providerIds = [...new Set(followed.map(({ session }) => session.providerId))];
  const [programmes, people, providers] = await Promise.all([
    store.programmes.find({ _id: { $in: programmeIds } }).lean<ProgrammeDocument[]>(),
    accounts.people([...new Set(followed.flatMap(({ session }) => session.trainerIds))]),
    Promise.all(providerIds.map((id) => accounts.organisation(id))),
  ]);
  const active = new Set(providers.filter((one) => one?.status === "approved").map((one) => one?.id));
  const names = new Map(programmes.map((programme) => [programme._id, programme.name]));
  const trainers = new Map<string, FollowingTrainer>();
  for (const { session } of followed)
    for (const id of session.trainerIds) {
      const person = people.get(id);
      if (person?.organisationId !== session.providerId || !active.has(session.providerId)) continue;
      const trainer = trainers.get(id) ?? {
        id,
        name: `${person.firstName} ${person.lastName}`,
        sessions: [],
      };
      const programme = names.get(session.programmeId);
      if (programme && !trainer.sessions.includes(programme)) trainer.sessions.push(programme);
      trainers.set(id, trainer);
    }
  return [...trainers.values()].sort((a, b) => a.name.localeCompare(b.name, "fr"));
}

/** Trainees a trainer may attest in a session today; null when it isn't one of theirs. */
export const attendeesOf = (context: TrainingContext, actor: Actor, sessionId: string) =>
  followedIn(context, actor, sessionId, canAttestInSession);

/** Trainees of a session today, for its trainers and its provider's admin; null for anybody else. */
export const peopleOf = (context: TrainingContext, actor: Actor, sessionId: string) =>
  followedIn(context, actor, sessionId, canReadSession);

async function followedIn(
  { kernel, store }: TrainingContext,
  actor: Actor,
  sessionId: string,
  may: typeof canReadSession,
): Promise<ReadonlySet<string> | null> {
  const session = await store.sessions.findById(sessionId).lean<SessionDocument>();
  if (!session || !may(actor, session)) return null;
  const today = kernel.clock.today();
  const enrolments = await store.enrolments.find({ sessionId }).lean<EnrolmentDocument[]>();
  return new Set(
    enrolments
      .filter((one) => isFollowed({ closedOn: one.closed?.on ?? null, sessionEndsOn: session.endsOn }, today))
      .map((one) => one.traineeId),
  );
}

/** People who attend a session under way on a day. */
export async function countInTraining({ store }: TrainingContext, today: Day): Promise<number> {
  const running = await store.sessions
    .find({ startsOn: { $lte: today }, endsOn: { $gte: today } })
    .select("_id")
    .lean<{ _id: string }[]>();
  const people = await store.enrolments.distinct("traineeId", {
    sessionId: { $in: running.map((session) => session._id) },
    openedOn: { $lte: today },
    closed: null,
  });
  return people.length;
}
