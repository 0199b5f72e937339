import { canTakeAttestation } from "@acquis/shared/badges/badges.policy.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { Evidence } from "@acquis/shared/portfolio/evidence.schema.ts";
import type { SignedIn } from "../../platform/http/api.ts";
import { factId } from "../../portfolio/index.ts";
import type { BadgesContext } from "../badges-context.ts";
import { contentHashOf, type Described } from "../described.ts";
import { motifKey } from "../public/images.ts";
import { achievementOf } from "./credential.ts";
import type { IssuedDocument } from "./issued.store.ts";
import { revokeIssued } from "./revoke-badge.ts";
import { signBadge } from "./sign-badge.ts";
import { issuerRef, writeBadge } from "./write-badge.ts";

const LEVEL_WORDS = {
  1: "en a des notions",
  2: "sait le faire avec de l'aide",
  3: "sait le faire seul ou seule",
  4: "sait le faire et le transmettre",
} as const;

const idOfAttestation = (traineeId: string, evidenceId: string) => factId("a", traineeId, evidenceId);

function describeAttestation(evidence: Evidence, label: string): Described {
  const level = evidence.level ?? 1;
  return {
    key: factId("attestation", evidence.by?.organisationId ?? null, evidence.competencyId, level),
    name: `Attestation : ${label}`.slice(0, 200),
    description: `Une formatrice ou un formateur atteste que la personne ${LEVEL_WORDS[level]} : ${label}.`,
    criteria: [`${label} : ${LEVEL_WORDS[level]}.`],
    alignments: [],
    imageKey: motifKey("book", { reached: level, of: 4 }),
  };
}

/**
 * An attestation as a signed credential of the trainer's organisation, made once. Errors: not_found (also for
 * who neither gave nor received it), wrong_state (withdrawn, or given for no organisation).
 */
export async function attestationAsBadge(
  context: BadgesContext,
  actor: SignedIn,
  { traineeId, evidenceId }: { traineeId: string; evidenceId: string },
): Promise<IssuedDocument> {
  const { accounts, issuers, portfolio, referential } = context;
  const found = (await portfolio.read(traineeId))?.evidence.find((item) => item.id === evidenceId);
  const evidence = found?.kind === "attestation" ? found : undefined;
  if (!evidence || !canTakeAttestation(actor, { traineeId, givenBy: evidence.by?.id ?? null }))
    throw new DomainError("not_found");
  const organisationId = evidence.by?.organisationId;
  const person = (await accounts.people([traineeId])).get(traineeId);
  if (evidence.withdrawal || !organisationId || !person) throw new DomainError("wrong_state");
  const issuer = await issuers.forOrganisation(organisationId);
  const ref = referential.competencies([evidence.competencyId]).get(evidence.competencyId);
  const described = describeAttestation(evidence, ref?.label ?? evidence.competencyId);
  const written = await writeBadge(
    context,
    {
      issuer: issuerRef(issuer),
      organisationId,
      described,
      contentHash: contentHashOf(achievementOf(described, issuer)),
      localBadgeId: null,
      metaBadgeId: null,
      level: evidence.level ?? 1,
    },
    {
      id: idOfAttestation(traineeId, evidenceId),
      recipient: person,
      narrative: evidence.comment,
      issuedFor: "attestation",
      issuedBy: evidence.by?.id ?? null,
      batchId: null,
    },
  );
  return signBadge(context, written);
}

/** An attestation revoked takes its credential with it. */
export async function followRevokedAttestation(
  context: BadgesContext,
  { traineeId, evidenceId }: { traineeId: string; evidenceId: string },
): Promise<void> {
  const id = idOfAttestation(traineeId, evidenceId);
  if (!(await context.issued.exists({ _id: id }))) return;
  const evidence = (await context.portfolio.read(traineeId))?.evidence.find((item) => item.id === evidenceId);
  const { by = "", reason = "" } = evidence?.withdrawal ?? {};
  await revokeIssued(context, id, by, reason || "Attestation retirée.");
}
