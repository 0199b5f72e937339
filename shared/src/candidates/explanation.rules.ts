import { monthOf } from "../platform/dates.ts";
import type { Level, Month } from "../platform/primitives.schema.ts";
import type { Asked, Verdict } from "./candidate.schema.ts";
import type { CandidateProfile, CandidateQuery } from "./candidate-profile.ts";

/** What a verdict alone does not tell: the training behind a promise, and what just falls short. */
export interface Explanation {
  /** Programme that teaches it, when upcoming. */
  training: string | null;
  /** Held below the level asked: at which level. */
  heldLevel: Level | null;
  /** Coming at the level asked, but after the date needed: when. */
  later: Month | null;
}

/** One explanation per verdict, in the order of the query. */
export interface Explanations {
  essential: Explanation[];
  useful: Explanation[];
}

type Dates = Pick<CandidateQuery, "neededBy" | "today">;

function explainOne(profile: CandidateProfile, asked: Asked, verdict: Verdict, dates: Dates): Explanation {
  const enough = profile.upcoming.filter(
    (promise) =>
      promise.competencyId === asked.competencyId &&
      promise.level >= asked.level &&
      promise.month >= monthOf(dates.today),
  );
  const counted =
    verdict.kind === "upcoming" ? enough.find((promise) => promise.month === verdict.month) : undefined;
  const short = verdict.kind === "close" || verdict.kind === "missing";
  const after = short ? enough.map(({ month }) => month).filter((month) => month > dates.neededBy) : [];
  return {
    training: counted?.from ?? null,
    heldLevel: short ? (profile.held[asked.competencyId] ?? null) : null,
    later: after.length > 0 ? after.reduce((first, month) => (month < first ? month : first)) : null,
  };
}

/** Explains the verdicts on a person for a query; pure, so that every engine says the same. */
export function explain(
  profile: CandidateProfile,
  query: Pick<CandidateQuery, "essential" | "useful"> & Dates,
  verdicts: { essential: readonly Verdict[]; useful: readonly Verdict[] },
): Explanations {
  const all = (asked: readonly Asked[], given: readonly Verdict[]) =>
    asked.map((one, at) => explainOne(profile, one, given[at] ?? { kind: "missing" }, query));
  return {
    essential: all(query.essential, verdicts.essential),
    useful: all(query.useful, verdicts.useful),
  };
}
