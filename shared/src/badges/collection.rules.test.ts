import { describe, expect, it } from "vitest";
import { standingOf } from "../portfolio/evidence.rules.ts";
import {
  type BadgeFacts,
  canShowBadge,
  judgeProof,
  type KeepingBadges,
  keepBadgeEvidence,
  type Recognised,
  verdictAt,
} from "./collection.rules.ts";

const NOON = Date.parse("2026-11-14T12:00:00Z");
const moment = { now: NOON, today: "2026-11-14" };

const aBadge = (given: Partial<BadgeFacts> = {}): BadgeFacts => ({
  id: "badge-1",
  name: "Accueil",
  achievementId: "https://asso.example/a/1",
  contentHash: "hash",
  issuerId: "did:web:asso.example",
  issuerName: "Une association",
  issuedOn: "2026-10-01",
  verdict: "valid",
  recipient: "confirmed",
  validUntil: null,
  expiresOn: null,
  graceEndsOn: null,
  ...given,
});

const aRecognition = (given: Partial<Recognised> = {}): Recognised => ({
  how: "recognition",
  metaBadgeId: "communiquer",
  name: { fr: "Communiquer", en: "Communicate" },
  level: 2,
  competencyIds: ["welcome", "listen"],
  issuerIds: ["did:web:asso.example"],
  contentHash: "hash",
  ...given,
});

const keeping = (today = "2026-11-14"): KeepingBadges => ({
  today,
  holder: { id: "awa", name: "Awa Diallo" },
  region: { id: "region", name: "Conseil régional" },
  reason: "",
  issuerKey: (id) => `is-${id.replaceAll(":", "-")}`,
  evidenceId: (badgeId, competencyId, round) => `bd-${badgeId}-${competencyId}-${round}`,
});

const reasonOf = (badge: Partial<BadgeFacts>, candidates = [aRecognition()]) =>
  judgeProof(aBadge(badge), candidates, moment).reason;

describe("a badge proves", () => {
  it("when it is valid, its holder's, and recognised for its issuer and its content", () => {
    expect(judgeProof(aBadge(), [aRecognition()], moment).recognised?.metaBadgeId).toBe("communiquer");
  });

  it.each([
    ["revoked", { verdict: "revoked" }],
    ["expired", { verdict: "expired" }],
    ["expired", { validUntil: NOON - 1 }],
    ["notYetValid", { verdict: "notYetValid" }],
    ["unreachable", { graceEndsOn: "2026-11-13" }],
    ["notValid", { verdict: "validIssuerUnconfirmed" }],
    ["notValid", { verdict: "tampered" }],
    ["otherRecipient", { recipient: "other" }],
    ["unknownRecipient", { recipient: "unknown" }],
    ["otherIssuer", { issuerId: "did:key:z6Mk-a-copy" }],
    ["otherIssuer", { issuerId: null }],
    ["contentChanged", { contentHash: "other" }],
  ] as const)("not when %s", (reason, badge) => {
    expect(reasonOf(badge)).toBe(reason);
  });

  it("not without any recognition of its achievement", () => {
    expect(reasonOf({}, [])).toBe("notRecognised");
  });

  it("through the last day of a grace, and until the very instant it expires", () => {
    expect(reasonOf({ graceEndsOn: "2026-11-14" })).toBeNull();
    expect(reasonOf({ validUntil: NOON })).toBeNull();
    expect(verdictAt(aBadge({ validUntil: NOON - 1 }), moment)).toBe("expired");
  });

  it("at the highest level that the Région recognises", () => {
    const judged = judgeProof(aBadge(), [aRecognition(), aRecognition({ level: 3 })], moment);
    expect(judged.recognised?.level).toBe(3);
  });

  it("of the framework whatever it says, since nobody else can change it", () => {
    expect(
      reasonOf({ contentHash: "x" }, [aRecognition({ how: "framework", contentHash: null })]),
    ).toBeNull();
  });
});

describe("the evidence of a badge", () => {
  const judged = judgeProof(aBadge(), [aRecognition()], moment);
  const proven = keepBadgeEvidence([], aBadge(), judged, keeping());

  it("is one proof per competency of the meta-badge, at the level recognised", () => {
    expect(proven.map(({ competencyId, level, kind }) => [competencyId, level, kind])).toEqual([
      ["welcome", 2, "badge"],
      ["listen", 2, "badge"],
    ]);
  });

  it("is the same array when nothing changed", () => {
    expect(keepBadgeEvidence(proven, aBadge(), judged, keeping("2026-12-01"))).toBe(proven);
  });

  it.each([
    ["revoked", "badgeRevoked", "Une association"],
    ["expired", "badgeExpired", "Une association"],
    ["notRecognised", "badgeUnrecognised", "Conseil régional"],
    ["contentChanged", "badgeChanged", "Conseil régional"],
    ["unreachable", "badgeUnverified", "Une association"],
    ["removed", "badgeRemoved", "Awa Diallo"],
  ] as const)("is withdrawn when %s, saying who and why, once", (reason, kind, byName) => {
    const ended = keepBadgeEvidence(proven, aBadge(), { reason, recognised: null }, keeping("2026-11-20"));
    expect(ended).toHaveLength(2);
    for (const item of ended) expect(item.withdrawal).toMatchObject({ kind, byName, on: "2026-11-20" });
    expect(keepBadgeEvidence(ended, aBadge(), { reason, recognised: null }, keeping())).toBe(ended);
  });

  it("comes back as a new fact, the withdrawal staying in the history", () => {
    const ended = keepBadgeEvidence(
      proven,
      aBadge(),
      { reason: "notRecognised", recognised: null },
      keeping(),
    );
    const back = keepBadgeEvidence(ended, aBadge(), judged, keeping());
    expect(back).toHaveLength(4);
    expect(new Set(back.map(({ id }) => id)).size).toBe(4);
  });

  it("is replaced when the level recognised changes, and leaves other evidence alone", () => {
    const other = { ...proven[0], id: "other", kind: "attestation" as const, badge: undefined } as never;
    const raised = judgeProof(aBadge(), [aRecognition({ level: 4 })], moment);
    const next = keepBadgeEvidence([other, ...proven], aBadge(), raised, keeping());
    expect(next[0]).toBe(other);
    expect(next.filter((item) => item.withdrawal?.kind === "badgeReplaced")).toHaveLength(2);
    expect(standingOf(next.slice(1), "2026-11-14").proven).toBe(4);
  });

  it("no longer counts after its last day, before anybody noticed", () => {
    const expiring = aBadge({ expiresOn: "2026-11-20" });
    const evidence = keepBadgeEvidence([], expiring, judged, keeping());
    expect(standingOf(evidence, "2026-11-20").proven).toBe(2);
    expect(standingOf(evidence, "2026-11-21")).toEqual({ held: null, proven: null, upcoming: [] });
  });
});

describe("showing", () => {
  it("is for what holds or held, never for somebody else's badge", () => {
    expect(canShowBadge(aBadge({ verdict: "expired" }))).toBe(true);
    expect(canShowBadge(aBadge({ recipient: "unknown" }))).toBe(true);
    expect(canShowBadge(aBadge({ recipient: "other" }))).toBe(false);
    expect(canShowBadge(aBadge({ verdict: "tampered" }))).toBe(false);
  });
});
