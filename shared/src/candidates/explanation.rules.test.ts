import { describe, expect, it } from "vitest";
import type { CandidateProfile } from "./candidate-profile.ts";
import { explain } from "./explanation.rules.ts";
import { judge } from "./ranking.rules.ts";

const query = {
  essential: [{ competencyId: "weld", level: 2 as const, familyId: "metal" }],
  useful: [],
  neededBy: "2027-01",
  place: null,
  today: "2026-11-21",
};
const promised = (month: string, from: string, level: 1 | 2 | 3 | 4 = 2) => ({
  competencyId: "weld",
  level,
  month,
  from,
});

function explained(more: Partial<CandidateProfile>) {
  const profile: CandidateProfile = {
    id: "p",
    held: {},
    proven: {},
    upcoming: [],
    families: {},
    place: null,
    availableFrom: null,
    contracts: ["permanent"],
    occupations: [],
    words: [],
    ...more,
  };
  return explain(profile, query, judge(profile, query)).essential[0];
}

describe("explanation of a verdict", () => {
  it("names the training of the promise that counts, not of one too low, gone by or later", () => {
    const upcoming = [
      promised("2026-10", "Gone by"),
      promised("2026-12", "Too low", 1),
      promised("2026-12", "CAP Soudeur"),
      promised("2027-01", "Later"),
    ];
    expect(explained({ upcoming })).toEqual({ training: "CAP Soudeur", heldLevel: null, later: null });
  });

  it("says, of what is missing or close, what is held too low and the first month after the date", () => {
    const upcoming = [promised("2027-06", "B"), promised("2027-03", "A"), promised("2027-02", "Low", 1)];
    const short = { training: null, heldLevel: 1, later: "2027-03" };
    expect(explained({ held: { weld: 1 }, upcoming })).toEqual(short);
    expect(explained({ held: { weld: 1 }, upcoming, families: { metal: ["cut"] } })).toEqual(short);
  });

  it("says nothing more of what is acquired", () => {
    expect(explained({ held: { weld: 3 }, upcoming: [promised("2027-06", "A")] })).toEqual({
      training: null,
      heldLevel: null,
      later: null,
    });
  });
});
