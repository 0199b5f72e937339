import type { AttestationRequest } from "@acquis/shared/attestations/attestation.schema.ts";
import { describe, expect, it } from "vitest";
import { historyOf } from "./history.ts";
import { competency, evidence } from "./testing/builders.ts";

const withdrawn = {
  on: "2026-11-02",
  by: "p-1",
  byName: "Awa Diallo",
  kind: "withdrawn",
  reason: "",
} as const;
const request = (changes: Partial<AttestationRequest> = {}): AttestationRequest => ({
  id: "r-1",
  trainee: { id: "p-1", name: "Awa Diallo" },
  trainer: { id: "t-1", name: "Claire Lefèvre" },
  competency: competency(),
  declaredLevel: 2,
  note: "Pendant mon stage",
  askedOn: "2026-11-02",
  outcome: null,
  ...changes,
});
const kinds = (...told: Parameters<typeof historyOf>) => historyOf(...told).map(({ kind }) => kind);

describe("the history of a competency", () => {
  it("tells the latest first, and of one day what was said before what was asked and attested", () => {
    const all = [
      evidence({ kind: "attestation", addedOn: "2026-11-02" }),
      evidence({ kind: "declaration", addedOn: "2026-11-02" }),
      evidence({ kind: "training", addedOn: "2026-09-01" }),
    ];
    expect(kinds(all, [request()], [])).toEqual(["attestation", "asked", "declaration", "training"]);
  });

  it("keeps what was revoked, with who and why, and marks it as ended", () => {
    const revoked = { ...withdrawn, kind: "revoked", byName: "Claire Lefèvre", reason: "Erreur" } as const;
    const [last, first] = historyOf([evidence({ kind: "attestation", withdrawal: revoked })], [], []);
    expect(last).toMatchObject({ kind: "revoked", who: "Claire Lefèvre", text: "Erreur" });
    expect(first).toMatchObject({ kind: "attestation", ended: true });
  });

  it("keeps what was contested, with the comment", () => {
    const answer = { answer: "contested", comment: "Je fais mieux", on: "2026-11-03" } as const;
    const [last, first] = historyOf([evidence({ kind: "attestation", answer })], [], []);
    expect(last).toMatchObject({ kind: "contested", text: "Je fais mieux" });
    expect(first?.ended).toBe(true);
  });

  it("says that a level changed when it was declared again the same day", () => {
    const before = evidence({ level: 1, withdrawal: withdrawn });
    expect(kinds([before, evidence({ level: 3, addedOn: "2026-11-02" })], [], [])).toEqual([
      "declaration",
      "changed",
      "declaration",
    ]);
    expect(kinds([before], [], [])).toEqual(["withdrawn", "declaration"]);
  });

  it("tells why a trainer declined", () => {
    const outcome = { kind: "declined", on: "2026-11-05", reason: "Pas encore vu" } as const;
    expect(historyOf([], [request({ outcome })], [])[0]).toMatchObject({
      kind: "declined",
      text: "Pas encore vu",
    });
  });
});
