import { describe, expect, it } from "vitest";
import type { Level } from "../platform/primitives.schema.ts";
import type { Evidence } from "../portfolio/evidence.schema.ts";
import { achievementKey, attestationsBehind, attestedLevel, readAchievementKey } from "./framework.rules.ts";
import { badgeDrawing, MOTIFS } from "./motifs.ts";
import { compareCriteria, recognitionStatus, unknownRows } from "./recognition.rules.ts";

const content = {
  competencyIds: ["a", "b"],
  levels: ([1, 2, 4] as const).map((level) => ({ level, criteria: [] })),
};
let made = 0;
const attested = (competencyId: string, level: Level | null, over: Partial<Evidence> = {}) =>
  ({
    id: `e${++made}`,
    competencyId,
    kind: "attestation",
    level,
    addedOn: "2026-01-01",
    withdrawal: null,
    answer: null,
    ...over,
  }) as Evidence;
const withdrawal = { on: "2026-02-01", by: "x", byName: "", kind: "revoked", reason: "" } as const;
const contested = { answer: "contested", comment: "", on: "2026-02-01" } as const;

describe("the level that trainers attested in full", () => {
  it.each<[string, Evidence[], Level | null]>([
    ["is none while one competency lacks", [attested("a", 4)], null],
    ["is the lowest of its competencies", [attested("a", 4), attested("b", 2)], 2],
    ["is a level that the meta-badge has", [attested("a", 3), attested("b", 3)], 2],
    ["takes the best attestation of each", [attested("a", 1), attested("a", 4), attested("b", 4)], 4],
    ["counts no level as 1", [attested("a", null), attested("b", null)], 1],
    ["ignores what was withdrawn", [attested("a", 4), attested("b", 4, { withdrawal })], null],
    ["ignores what the person contests", [attested("a", 4), attested("b", 4, { answer: contested })], null],
    ["ignores what is only declared", [attested("a", 4), attested("b", 4, { kind: "declaration" })], null],
  ])("%s", (_rule, evidence, level) => {
    expect(attestedLevel(content, evidence)).toBe(level);
  });

  it("is given by the best and latest attestation of each competency", () => {
    const evidence = [
      attested("a", 2, { id: "old" }),
      attested("a", 2, { id: "new", addedOn: "2026-03-01" }),
      attested("b", 1, { id: "low" }),
      attested("b", 3, { id: "high" }),
    ];
    expect(attestationsBehind(content, evidence).map(({ id }) => id)).toEqual(["new", "high"]);
  });
});

it("the key of a level is read back, and nothing else is", () => {
  expect(readAchievementKey(achievementKey("s-adapter", 12, 3))).toEqual({
    metaBadgeId: "s-adapter",
    version: 12,
    level: 3,
  });
  for (const other of ["s-adapter", "s-adapter.v1.n5", "s-adapter.v1", ".v1.n1"])
    expect(readAchievementKey(other)).toBeNull();
});

describe("where a recognition stands", () => {
  const fact = (kind: "asked" | "recognised" | "withdrawn", contentHash: string) => ({
    kind,
    contentHash,
    on: "2026-01-01",
    by: { id: "x", name: "" },
    reason: "",
  });
  it("is what was last decided, of the content that was decided", () => {
    expect(recognitionStatus([fact("asked", "1"), fact("recognised", "1")], "1")).toBe("recognised");
    expect(recognitionStatus([fact("asked", "1"), fact("recognised", "1")], "2")).toBe("changed");
    expect(recognitionStatus([fact("recognised", "1"), fact("withdrawn", "1")], "2")).toBe("withdrawn");
  });

  it("compares criterion by criterion, and names what neither side has", () => {
    const mapping = [
      { localCriterionId: "l1", metaCriterionId: "m1" },
      { localCriterionId: "l2", metaCriterionId: "none" },
    ];
    const [meta, local] = [
      [{ id: "m1" }, { id: "m2" }],
      [{ id: "l1" }, { id: "l2" }],
    ];
    expect(compareCriteria(mapping, meta, local)).toEqual({
      criteria: [
        { meta: { id: "m1" }, metBy: [{ id: "l1" }] },
        { meta: { id: "m2" }, metBy: [] },
      ],
      besides: [{ id: "l2" }],
    });
    expect(unknownRows(mapping, meta, local)).toEqual([mapping[1]]);
  });
});

it.each(MOTIFS)("the drawing %s has a title as text, two colours and nothing that runs", (motif) => {
  const svg = badgeDrawing(motif, 'A & <b> "c"', { reached: 2, of: 3 });
  expect(svg).toContain("<title>A &#38; &#60;b&#62; &#34;c&#34;</title>");
  expect(new Set(svg.match(/#[0-9a-f]{6}/g)).size).toBe(2);
  expect(svg).not.toMatch(/script|href|on[a-z]+=/i);
});
