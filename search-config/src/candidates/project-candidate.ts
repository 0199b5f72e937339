import type { CandidateProfile } from "@acquis/shared/candidates/candidate-profile.ts";
import { canFind } from "@acquis/shared/candidates/candidates.policy.ts";
import type { Day, Level } from "@acquis/shared/platform/primitives.schema.ts";
import { byCompetency, type StandingFacts, standingOf } from "@acquis/shared/portfolio/evidence.rules.ts";
import {
  CONTRACT_KINDS,
  type Experience,
  type Preferences,
  type Visibility,
} from "@acquis/shared/portfolio/portfolio.schema.ts";
import { wordsOf } from "@acquis/shared/referential/text.rules.ts";

/** What of a portfolio the search is made from; whoever it belongs to is known by `id` alone. */
export interface ProjectedPortfolio {
  id: string;
  evidence: readonly StandingFacts[];
  experiences: readonly Pick<Experience, "title">[];
  preferences: Omit<Preferences, "occupations"> & {
    occupations: readonly Pick<Preferences["occupations"][number], "code" | "label">[];
  };
  visibility: Visibility;
}

/** Keys by the thousand: without prototype it is a plain dictionary, ten times faster to fill, and has no `constructor`. */
function emptyRecord<T>(): Record<string, T> {
  return Object.create(null);
}

const known = new Map<string, readonly string[]>();

/** Titles and trainings recur by the thousand, and folding is half of a projection. */
function rememberedWords(text: string): readonly string[] {
  let words = known.get(text);
  if (!words) {
    words = wordsOf(text);
    if (known.size >= 10_000) known.clear();
    known.set(text, words);
  }
  return words;
}

/** Before any promise: the day of the question voids the past ones, so a profile keeps them all and never ages. */
const ALWAYS: Day = "0000-01-01";

/**
 * The profile engines are given, or null when the person is private. Pure, and the same on any day. Never a
 * name, an age, a sex, an address: only what the rule of DESIGN section 3 reads (RGPD article 5.1.c).
 */
export function projectCandidate(
  portfolio: ProjectedPortfolio,
  familyOf: (competencyId: string) => string | null,
): CandidateProfile | null {
  if (!canFind(portfolio.visibility)) return null;
  const held = emptyRecord<Level>();
  const proven = emptyRecord<Level>();
  const upcoming: CandidateProfile["upcoming"] = [];
  const families = emptyRecord<string[]>();
  const words = new Set<string>();
  const addWords = (text: string) => {
    for (const word of rememberedWords(text)) words.add(word);
  };

  for (const [competencyId, evidence] of byCompetency(portfolio.evidence)) {
    const standing = standingOf(evidence, ALWAYS);
    if (standing.held !== null) {
      held[competencyId] = standing.held;
      const family = familyOf(competencyId);
      if (family !== null) {
        const members = families[family];
        if (members) members.push(competencyId);
        else families[family] = [competencyId];
      }
    }
    if (standing.proven !== null) proven[competencyId] = standing.proven;
    for (const promise of standing.upcoming) {
      const { level, month, from } = promise;
      upcoming.push({ competencyId, level, month, from });
      addWords(from);
    }
  }
  for (const members of Object.values(families)) if (members.length > 1) members.sort();

  const { place, availableFrom, contracts, occupations } = portfolio.preferences;
  for (const occupation of occupations) addWords(occupation.label);
  for (const experience of portfolio.experiences) addWords(experience.title);
  return {
    id: portfolio.id,
    held,
    proven,
    upcoming,
    families,
    place: place && { lat: place.lat, lng: place.lng, area: place.area },
    availableFrom,
    contracts: contracts.length > 0 ? [...contracts] : [...CONTRACT_KINDS],
    occupations: occupations.map((occupation) => occupation.code),
    words: [...words].sort(),
  };
}
