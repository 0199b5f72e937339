import type { AttestationRequest } from "@acquis/shared/attestations/attestation.schema.ts";
import type { Level } from "@acquis/shared/platform/primitives.schema.ts";
import { levelOf } from "@acquis/shared/portfolio/evidence.rules.ts";
import type { Evidence } from "@acquis/shared/portfolio/evidence.schema.ts";
import { requireActive } from "../accounts/index.ts";
import type { SignedIn } from "../platform/http/api.ts";
import { presentRequest } from "./attestations.presenter.ts";
import type { RequestDocument } from "./attestations.store.ts";
import type { AttestationsContext } from "./attestations-context.ts";

const MAX_LISTED = 300;

function declaredLevel(evidence: readonly Evidence[], competencyId: string): Level | null {
  let highest: Level | null = null;
  for (const item of evidence)
    if (
      item.kind === "declaration" &&
      item.competencyId === competencyId &&
      item.withdrawal === null &&
      (highest === null || levelOf(item) > highest)
    )
      highest = levelOf(item);
  return highest;
}

/** Requests a trainee made, the latest first; those that wait for a trainer, the oldest first. */
export async function listRequests(
  context: AttestationsContext,
  actor: SignedIn,
): Promise<AttestationRequest[]> {
  const { accounts, portfolio, referential, requests } = context;
  requireActive(actor);
  const found =
    actor.role === "trainer"
      ? await requests
          .find({ trainerId: actor.accountId, outcome: null })
          .sort({ askedOn: 1, _id: 1 })
          .limit(MAX_LISTED)
          .lean<RequestDocument[]>()
      : await requests
          .find({ traineeId: actor.accountId })
          .sort({ askedOn: -1, _id: 1 })
          .limit(MAX_LISTED)
          .lean<RequestDocument[]>();
  const traineeIds = [...new Set(found.map((request) => request.traineeId))];
  const [people, portfolios] = await Promise.all([
    accounts.people([...new Set([...traineeIds, ...found.map((request) => request.trainerId)])]),
    portfolio.readMany(traineeIds),
  ]);
  const known = referential.competencies([...new Set(found.map((request) => request.competencyId))]);
  return found.map((request) =>
    presentRequest(request, {
      people,
      competency: known.get(request.competencyId),
      declaredLevel: declaredLevel(portfolios.get(request.traineeId)?.evidence ?? [], request.competencyId),
    }),
  );
}

/** Competencies of a trainee with a request still open. */
export async function requestedBy(
  { requests }: Pick<AttestationsContext, "requests">,
  traineeId: string,
): Promise<ReadonlySet<string>> {
  const open = await requests
    .find({ traineeId, outcome: null })
    .select("competencyId")
    .lean<Pick<RequestDocument, "_id" | "competencyId">[]>();
  return new Set(open.map((request) => request.competencyId));
}
