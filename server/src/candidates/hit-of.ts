import type { CandidateProfile, CandidateQuery } from "@acquis/shared/candidates/candidate-profile.ts";
import { distanceStep } from "@acquis/shared/candidates/distance.rules.ts";
import { explain } from "@acquis/shared/candidates/explanation.rules.ts";
import { judge } from "@acquis/shared/candidates/ranking.rules.ts";
import type { CandidateHit } from "./candidate-engine.ts";

/** One person as every engine gives them: judged and explained by the rule, with how far they are. */
export function hitOf(profile: CandidateProfile, query: CandidateQuery): CandidateHit {
  const judgement = judge(profile, query);
  return {
    id: profile.id,
    ...judgement,
    explanation: explain(profile, query, judgement),
    step: distanceStep(profile.place, query.place),
  };
}
