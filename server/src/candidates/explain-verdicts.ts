import type { Asked, ShownVerdict, Verdict } from "@acquis/shared/candidates/candidate.schema.ts";
import type { CandidateQuery } from "@acquis/shared/candidates/candidate-profile.ts";
import { byCompetency, standingOf } from "@acquis/shared/portfolio/evidence.rules.ts";
import type { Evidence } from "@acquis/shared/portfolio/evidence.schema.ts";
import type { CompetencyRef } from "@acquis/shared/referential/referential.schema.ts";

/** Verdicts as screens show them: labels, the training a promise comes from, and what just falls short. */
export function explainVerdicts(
  evidence: readonly Evidence[],
  query: Pick<CandidateQuery, "essential" | "useful" | "neededBy" | "today">,
  verdicts: { essential: readonly Verdict[]; useful: readonly Verdict[] },
  labels: Map<string, CompetencyRef>,
): { essential: ShownVerdict[]; useful: ShownVerdict[] } {
  const groups = byCompetency(evidence);
  const label = (id: string) => labels.get(id)?.label ?? id;

  function explain(asked: Asked, verdict: Verdict): ShownVerdict {
    const standing = standingOf(groups.get(asked.competencyId) ?? [], query.today);
    const enough = standing.upcoming.filter((promise) => promise.level >= asked.level);
    const counted =
      verdict.kind === "upcoming" ? enough.find((promise) => promise.month === verdict.month) : undefined;
    const short = verdict.kind === "close" || verdict.kind === "missing";
    return {
      competencyId: asked.competencyId,
      label: label(asked.competencyId),
      labelEn: labels.get(asked.competencyId)?.labelEn ?? null,
      level: asked.level,
      verdict,
      closeLabel: verdict.kind === "close" ? label(verdict.competencyId) : null,
      closeLabelEn: verdict.kind === "close" ? (labels.get(verdict.competencyId)?.labelEn ?? null) : null,
      training: counted?.from ?? null,
      heldLevel: short ? standing.held : null,
      later: short ? (enough.find((promise) => promise.month > query.neededBy)?.month ?? null) : null,
    };
  }

  const explainAll = (asked: readonly Asked[], given: readonly Verdict[]) =>
    asked.map((one, index) => explain(one, given[index] ?? { kind: "missing" }));
  return {
    essential: explainAll(query.essential, verdicts.essential),
    useful: explainAll(query.useful, verdicts.useful),
  };
}

/** Every competency id that verdicts on a query may name. */
export function idsNamed(
  query: Pick<CandidateQuery, "essential" | "useful">,
  verdicts: Iterable<Verdict>,
): string[] {
  const ids = [...query.essential, ...query.useful].map((asked) => asked.competencyId);
  for (const verdict of verdicts) if (verdict.kind === "close") ids.push(verdict.competencyId);
  return ids;
}
