import { describe, expect, it } from "vitest";
import { draftOf, emptyBadge, inputOf, missingIn, pictureProblem } from "./local-badge-draft.ts";

const aBadge = {
  id: "accueil",
  organisation: { id: "o", name: "Une association" },
  source: "own" as const,
  achievementId: "https://acquis.example/badges/achievements/accueil",
  name: "Accueil",
  description: "Accueillir le public.",
  criteria: [{ id: "c1", text: "Salue." }],
  alignments: [
    {
      targetName: "Communiquer",
      targetUrl: "https://a",
      metaBadgeId: "com",
      level: 2 as const,
      criterionId: null,
    },
    { targetName: "Autre", targetUrl: "https://b", metaBadgeId: null, level: null, criterionId: null },
  ],
  image: { motif: null, url: "/badges/images/x" },
  contentHash: "h",
  issuer: { id: "did:web:x", name: "Une association", confirmation: "ours" as const },
  origin: null,
  recognitions: [],
  issuedCount: 0,
  changedOn: "2026-11-01",
  revision: 2,
};

describe("describing a badge", () => {
  it("keeps the image that was sent, and the alignments to the framework only", () => {
    expect(inputOf(draftOf(aBadge))).toMatchObject({
      revision: 2,
      image: { kind: "kept" },
      alignments: [{ metaBadgeId: "com", level: 2, criterionId: null }],
    });
  });

  it("takes a drawing instead of the image", () => {
    expect(inputOf({ ...draftOf(aBadge), motif: "book" }).image).toEqual({ kind: "motif", motif: "book" });
  });

  it("says what is missing", () => {
    expect([...missingIn(emptyBadge(() => "x"))]).toEqual(["name", "description", "criteria.0.text"]);
    expect(missingIn(draftOf(aBadge)).size).toBe(0);
  });

  it("refuses an image that is no PNG or too heavy, before it is sent", () => {
    expect(pictureProblem({ type: "image/jpeg", size: 10 })).toBe("notPng");
    expect(pictureProblem({ type: "image/png", size: 2_000_000 })).toBe("tooHeavy");
    expect(pictureProblem({ type: "image/png", size: 10 })).toBeNull();
  });
});
