import type { Day, Level } from "../platform/primitives.schema.ts";
import { addEvidence, withdrawEvidence } from "../portfolio/evidence.rules.ts";
import type { Evidence, Withdrawal } from "../portfolio/evidence.schema.ts";
import type { NotProof } from "./collection.schema.ts";
import type { RecognisedAs, Verdict } from "./verifier.schema.ts";

/** How long a badge that was valid still counts while nobody answers: two weekly checks (decision 2026-11-21). */
export const UNREACHABLE_GRACE_DAYS = 14;

/** What is known of a badge of a collection. */
export interface BadgeFacts {
  id: string;
  name: string;
  achievementId: string | null;
  /** Of what its achievement says; compared with what the Région recognised. */
  contentHash: string | null;
  issuerId: string | null;
  issuerName: string;
  issuedOn: Day | null;
  /** Last conclusive verdict: `unreachable` only when there was never another. */
  verdict: Verdict;
  recipient: "confirmed" | "other" | "unknown";
  /** Instant in milliseconds; null without end. */
  validUntil: number | null;
  /** Calendar day of `validUntil` in the territory. */
  expiresOn: Day | null;
  /** Last day that counts while it can't be checked; null when the last check was conclusive. */
  graceEndsOn: Day | null;
}

/** What the Région lets an achievement stand for, and under which conditions. */
export interface Recognised extends RecognisedAs {
  competencyIds: readonly string[];
  /** Ids of those who may issue it; never empty. */
  issuerIds: readonly string[];
  /** Null for its own achievements, which nobody else can change. */
  contentHash: string | null;
  level: Level;
}

export interface Moment {
  now: number;
  today: Day;
}

/** The verdict as of now: dates and the end of a grace need nobody to be asked. */
export function verdictAt(badge: BadgeFacts, { now, today }: Moment): Verdict {
  if (badge.verdict !== "valid" && badge.verdict !== "validIssuerUnconfirmed") return badge.verdict;
  if (badge.validUntil !== null && now > badge.validUntil) return "expired";
  if (badge.graceEndsOn !== null && today > badge.graceEndsOn) return "unreachable";
  return badge.verdict;
}

const ofVerdict: Partial<Record<Verdict, NotProof>> = {
  revoked: "revoked",
  expired: "expired",
  notYetValid: "notYetValid",
  unreachable: "unreachable",
};

/** Why a badge proves nothing now, or null and what it stands for. An id alone proves nothing: who issued it, and what it says, count too. */
export function judgeProof(
  badge: BadgeFacts,
  candidates: readonly Recognised[],
  moment: Moment,
): { reason: NotProof; recognised: null } | { reason: null; recognised: Recognised } {
  const not = (reason: NotProof) => ({ reason, recognised: null });
  const verdict = verdictAt(badge, moment);
  if (verdict !== "valid") return not(ofVerdict[verdict] ?? "notValid");
  if (badge.recipient === "other") return not("otherRecipient");
  if (badge.recipient === "unknown") return not("unknownRecipient");
  if (candidates.length === 0) return not("notRecognised");
  const own = candidates.filter(({ issuerIds }) => issuerIds.includes(badge.issuerId ?? ""));
  if (own.length === 0) return not("otherIssuer");
  const same = own.filter((one) => one.contentHash === null || one.contentHash === badge.contentHash);
  const [best] = [...same].sort((a, b) => b.level - a.level);
  return best ? { reason: null, recognised: best } : not("contentChanged");
}

/** Whether a badge may be shown to others: somebody else's, or what is none, would speak for its holder. */
export function canShowBadge(badge: Pick<BadgeFacts, "verdict" | "recipient">): boolean {
  const shaky: Verdict[] = ["tampered", "unsupportedProof", "notConformant", "unreachable", "notABadge"];
  return badge.recipient !== "other" && !shaky.includes(badge.verdict);
}

const endings: Record<NotProof, Withdrawal["kind"]> = {
  revoked: "badgeRevoked",
  expired: "badgeExpired",
  notYetValid: "badgeUnverified",
  unreachable: "badgeUnverified",
  notValid: "badgeUnverified",
  otherRecipient: "badgeUnverified",
  unknownRecipient: "badgeUnverified",
  notRecognised: "badgeUnrecognised",
  contentChanged: "badgeChanged",
  otherIssuer: "badgeUnrecognised",
};

/** When evidence is brought up to date, and how facts and people are named. */
export interface KeepingBadges {
  today: Day;
  /** The holder, who alone may remove a badge. */
  holder: { id: string; name: string };
  region: { id: string; name: string };
  /** What the Région wrote when it withdrew a recognition, if it did just now. */
  reason: string;
  /** Id of the issuer as the evidence names it. */
  issuerKey(issuerId: string): string;
  evidenceId(badgeId: string, competencyId: string, round: number): string;
}

function isSameProof(a: Evidence, b: Evidence): boolean {
  return (
    a.competencyId === b.competencyId &&
    a.level === b.level &&
    a.by?.id === b.by?.id &&
    a.badge?.name === b.badge?.name &&
    a.badge?.metaBadge.fr === b.badge?.metaBadge.fr &&
    a.badge?.expiresOn === b.badge?.expiresOn
  );
}

function proofsOf(
  badge: BadgeFacts,
  recognised: Recognised,
  known: readonly Evidence[],
  keeping: KeepingBadges,
): Evidence[] {
  return recognised.competencyIds.map((competencyId) => ({
    id: keeping.evidenceId(
      badge.id,
      competencyId,
      known.filter((item) => item.competencyId === competencyId).length,
    ),
    competencyId,
    kind: "badge",
    level: recognised.level,
    addedOn: keeping.today,
    by: {
      id: keeping.issuerKey(badge.issuerId ?? ""),
      name: badge.issuerName,
      organisation: keeping.region.name,
      organisationId: null,
    },
    comment: "",
    context: "",
    observedOn: badge.issuedOn !== null && badge.issuedOn <= keeping.today ? badge.issuedOn : null,
    experienceId: null,
    training: null,
    badge: { id: badge.id, name: badge.name, metaBadge: recognised.name, expiresOn: badge.expiresOn },
    withdrawal: null,
    answer: null,
  }));
}

/** Why proof ends: removed by its holder, or the reason judged, in the name of who is behind it. */
function endOf(badge: BadgeFacts, reason: NotProof | "removed" | null, keeping: KeepingBadges): Withdrawal {
  const { holder, region, today } = keeping;
  const ended = (by: { id: string; name: string }, kind: Withdrawal["kind"]): Withdrawal => ({
    on: today,
    by: by.id,
    byName: by.name,
    kind,
    reason: kind === "badgeUnrecognised" ? keeping.reason : "",
  });
  const issuer = { id: keeping.issuerKey(badge.issuerId ?? ""), name: badge.issuerName };
  if (reason === null) return ended(issuer, "badgeReplaced");
  if (reason === "removed") return ended(holder, "badgeRemoved");
  const kind = endings[reason];
  return ended(kind === "badgeUnrecognised" || kind === "badgeChanged" ? region : issuer, kind);
}

/**
 * Brings the evidence of a trainee in line with one badge: one proof per competency of what it stands for, or a
 * withdrawal with its reason. Done twice, it changes nothing: the same array comes back.
 */
export function keepBadgeEvidence(
  evidence: readonly Evidence[],
  badge: BadgeFacts,
  judged: { reason: NotProof | "removed"; recognised: null } | { reason: null; recognised: Recognised },
  keeping: KeepingBadges,
): readonly Evidence[] {
  const known = evidence.filter((item) => item.badge?.id === badge.id);
  const standing = known.filter((item) => item.withdrawal === null);
  const wanted = judged.recognised ? proofsOf(badge, judged.recognised, known, keeping) : [];
  const kept = new Set(standing.filter((item) => wanted.some((proof) => isSameProof(proof, item))));
  const fresh = wanted.filter((proof) => !standing.some((item) => isSameProof(proof, item)));
  const ended = withdrawEvidence(
    evidence,
    (item) => item.badge?.id === badge.id && !kept.has(item),
    endOf(badge, judged.reason, keeping),
  );
  return addEvidence(ended, fresh);
}
