import type { Evidence } from "@acquis/shared/portfolio/evidence.schema.ts";
import { type AttestationNews, attestationMail } from "./attestation-mails.ts";
import type { RequestDocument } from "./attestations.store.ts";
import type { AttestationsContext } from "./attestations-context.ts";

/** Pages of the client that mails lead to. */
const PAGES = { portfolio: "/stagiaire", requests: "/formateur" };

interface Message {
  kind: AttestationNews["kind"];
  toId: string;
  fromId: string;
  competencyIds: string[];
  reason: string;
  page: keyof typeof PAGES;
}

async function tell(context: AttestationsContext, message: Message): Promise<void> {
  const { accounts, kernel, referential } = context;
  const people = await accounts.people([message.toId, message.fromId]);
  const to = people.get(message.toId);
  // Somebody who left has nothing to be told.
  if (!to) return;
  const from = people.get(message.fromId);
  const known = referential.competencies(message.competencyIds);
  const competencies = message.competencyIds.map((id) => {
    const ref = known.get(id);
    return (to.locale === "en" ? ref?.labelEn : null) ?? ref?.label ?? id;
  });
  const news = {
    kind: message.kind,
    from: from ? `${from.firstName} ${from.lastName}` : "",
    competencies,
    reason: message.reason,
  };
  await kernel.mailer.send(attestationMail(to, news, `${kernel.settings.publicUrl}${PAGES[message.page]}`));
}

/** A request goes to the trainer; one declined comes back to the trainee. */
export async function tellOfRequest(
  context: AttestationsContext,
  kind: "requested" | "declined",
  requestId: string,
): Promise<void> {
  const request = await context.requests.findById(requestId).lean<RequestDocument>();
  if (!request) return;
  const { traineeId, trainerId, competencyId } = request;
  await tell(
    context,
    kind === "requested"
      ? {
          kind,
          toId: trainerId,
          fromId: traineeId,
          competencyIds: [competencyId],
          reason: request.note,
          page: "requests",
        }
      : {
          kind,
          toId: traineeId,
          fromId: trainerId,
          competencyIds: [competencyId],
          reason: request.outcome?.reason ?? "",
          page: "portfolio",
        },
  );
}

export async function evidenceOf(
  { portfolio }: AttestationsContext,
  traineeId: string,
  ids: readonly string[],
): Promise<Evidence[]> {
  return ((await portfolio.read(traineeId))?.evidence ?? []).filter((item) => ids.includes(item.id));
}

/** The trainee learns what was attested (all in one mail), and what was revoked. */
export async function tellTrainee(
  context: AttestationsContext,
  kind: "given" | "revoked",
  traineeId: string,
  evidence: readonly Evidence[],
): Promise<void> {
  const [first] = evidence;
  const fromId = kind === "revoked" ? first?.withdrawal?.by : first?.by?.id;
  if (!first || !fromId) return;
  await tell(context, {
    kind,
    toId: traineeId,
    fromId,
    competencyIds: evidence.map((item) => item.competencyId),
    reason: kind === "revoked" ? (first.withdrawal?.reason ?? "") : first.comment,
    page: "portfolio",
  });
}

/** The trainer learns that their attestation is contested, and why. */
export async function tellTrainer(
  context: AttestationsContext,
  traineeId: string,
  evidence: readonly Evidence[],
): Promise<void> {
  for (const item of evidence)
    if (item.by && item.answer?.answer === "contested")
      await tell(context, {
        kind: "contested",
        toId: item.by.id,
        fromId: traineeId,
        competencyIds: [item.competencyId],
        reason: item.answer.comment,
        page: "requests",
      });
}
