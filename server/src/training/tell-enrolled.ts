import { enrolmentMail } from "./enrolment-mail.ts";
import { requireEnrolment } from "./session-modules.ts";
import type { TrainingContext } from "./training-context.ts";

/** Page of the client that the mail leads to. */
const PAGE = "/stagiaire/bientot";

/** A provider enrolled somebody who had not asked for it: they are told, and by whom. Errors: not_found. */
export async function tellEnrolled(context: TrainingContext, enrolmentId: string): Promise<void> {
  const { accounts, kernel } = context;
  const { enrolment, session, programme } = await requireEnrolment(context, enrolmentId);
  const [provider, people] = await Promise.all([
    accounts.organisation(session.providerId),
    accounts.people([enrolment.traineeId]),
  ]);
  const trainee = people.get(enrolment.traineeId);
  // Somebody who left, or who is out again already, has nothing to be told.
  if (!trainee || enrolment.closed) return;
  const { startsOn, endsOn } = session;
  const news = { programme: programme.name, provider: provider?.name ?? "", startsOn, endsOn };
  await kernel.mailer.send(enrolmentMail(trainee, news, `${kernel.settings.publicUrl}${PAGE}`));
}
