import { describe, expect, it } from "vitest";
import {
  addressFrom,
  draftOf,
  emptyCriterion,
  emptyDraft,
  inputOf,
  levelsLeft,
  missingIn,
  withLevel,
} from "./meta-badge-draft.ts";

const content = {
  name: { fr: "Travail du lin", en: "Linen work" },
  summary: { fr: "Du champ au fil.", en: "From field to thread." },
  kind: "technical" as const,
  motif: "flax" as const,
  levels: [{ level: 2 as const, criteria: [{ id: "c1", text: { fr: "Trie.", en: "Sorts." } }] }],
  competencyIds: ["known", "unknown"],
};
const aMetaBadge = {
  id: "lin",
  status: "published" as const,
  versions: [{ ...content, version: 1, publishedOn: "2026-01-01", achievements: [] }],
  competencies: [
    {
      id: "known",
      label: "Trier le lin",
      labelEn: null,
      familyId: null,
      familyLabel: null,
      familyLabelEn: null,
    } as never,
  ],
  draft: null,
  retired: null,
  revision: 3,
};

describe("a draft of a meta-badge", () => {
  it("of a published one starts from its last version", () => {
    const draft = draftOf(aMetaBadge);
    expect(draft?.name.fr).toBe("Travail du lin");
    expect(draft?.competencies.map(({ label }) => label)).toEqual(["Trier le lin", "unknown"]);
    expect(draft && inputOf(draft, "lin").content).toEqual(content);
  });

  it("prefers what is already being prepared", () => {
    const prepared = { ...content, name: { fr: "Le lin", en: "Flax" } };
    expect(draftOf({ ...aMetaBadge, draft: prepared })?.name.fr).toBe("Le lin");
  });

  it("says every path that is missing, in both languages", () => {
    expect([...missingIn(emptyDraft(() => "c"))]).toEqual([
      "name.fr",
      "name.en",
      "summary.fr",
      "summary.en",
      "levels.0.criteria.0.text.fr",
      "levels.0.criteria.0.text.en",
      "competencyIds",
    ]);
    const draft = draftOf(aMetaBadge);
    expect(draft && missingIn(draft).size).toBe(0);
  });

  it("gets an address that can be read, without any dot", () => {
    expect(addressFrom("  Réparer l'électricité v2.0 ", "ab12")).toBe("reparer-l-electricite-v2-0-ab12");
    expect(addressFrom("！", "ab12")).toBe("badge-ab12");
  });

  it("keeps its levels in order", () => {
    const levels = withLevel(content.levels, { level: 1, criteria: [emptyCriterion("x")] });
    expect(levels.map(({ level }) => level)).toEqual([1, 2]);
    expect(levelsLeft(levels)).toEqual([3, 4]);
  });
});
