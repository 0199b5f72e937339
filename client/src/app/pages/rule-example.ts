import type { CandidateProfile, CandidateQuery } from "@acquis/shared/candidates/candidate-profile.ts";
import { rankCandidates } from "@acquis/shared/candidates/ranking.rules.ts";

const FAMILY = "check-family";
export const ESSENTIAL = ["weld", "plan", "check"] as const;
export const USEFUL = ["lift"] as const;
export type ExampleSkill = (typeof ESSENTIAL)[number] | (typeof USEFUL)[number] | "measure";

/** What the workshop of the example asks, everything autonomous (level 3). */
export const exampleQuery: CandidateQuery = {
  essential: ESSENTIAL.map((competencyId) => ({
    competencyId,
    level: 3,
    familyId: competencyId === "check" ? FAMILY : null,
  })),
  useful: USEFUL.map((competencyId) => ({ competencyId, level: 3 })),
  neededBy: "2027-03",
  place: null,
  today: "2026-11-16",
};

function person(id: string, facts: Partial<CandidateProfile>): CandidateProfile {
  return {
    id,
    held: {},
    proven: {},
    upcoming: [],
    families: {},
    place: null,
    availableFrom: null,
    contracts: [],
    occupations: [],
    words: [],
    ...facts,
  };
}

/** Four people who show each key of the rule at work; D's training comes too late to count. */
const people = [
  person("A", {
    held: { weld: 3, plan: 3 },
    proven: { weld: 3 },
    upcoming: [{ competencyId: "check", level: 3, month: "2027-01", from: "" }],
  }),
  person("B", { held: { weld: 3, plan: 3, check: 3, lift: 3 } }),
  person("C", {
    held: { weld: 3, plan: 3, measure: 3 },
    proven: { weld: 3, plan: 3 },
    families: { [FAMILY]: ["measure"] },
  }),
  person("D", {
    held: { weld: 3, plan: 3 },
    proven: { weld: 3, plan: 3 },
    upcoming: [{ competencyId: "check", level: 3, month: "2027-06", from: "" }],
  }),
];

/** In which month what a person lacks would come, after the date asked; null when nothing is coming. */
export function laterMonth(id: string, skill: string): string | null {
  const promise = people
    .find((one) => one.id === id)
    ?.upcoming.find(({ competencyId, month }) => competencyId === skill && month > exampleQuery.neededBy);
  return promise?.month ?? null;
}

export const COUNT_KEYS = ["ready", "proven", "close", "useful"] as const;
export type Reason = { key: (typeof COUNT_KEYS)[number]; a: number; b: number } | { key: "turn" };

export type RankedExample = ReturnType<typeof rankExample>[number];

/** The first count that puts one person before the next. */
export function whyBefore(
  first: Pick<RankedExample, "counts">,
  second: Pick<RankedExample, "counts">,
): Reason {
  const key = COUNT_KEYS.find((name) => first.counts[name] !== second.counts[name]);
  return key ? { key, a: first.counts[key], b: second.counts[key] } : { key: "turn" };
}

/** The example in the order of the rule that the server uses. */
export function rankExample() {
  return rankCandidates(people, exampleQuery);
}
