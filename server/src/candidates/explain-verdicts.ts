import type { Asked, ShownVerdict, Verdict } from "@acquis/shared/candidates/candidate.schema.ts";
import type { CandidateQuery } from "@acquis/shared/candidates/candidate-profile.ts";
import type { Explanation, Explanations } from "@acquis/shared/candidates/explanation.rules.ts";
import type { CompetencyRef } from "@acquis/shared/referential/referential.schema.ts";

const NOTHING_MORE: Explanation = { training: null, heldLevel: null, later: null };

/** Verdicts as screens show them: labels, the training a promise comes from, and what just falls short. */
export function explainVerdicts(
  query: Pick<CandidateQuery, "essential" | "useful">,
  judged: { essential: readonly Verdict[]; useful: readonly Verdict[]; explanation: Explanations },
  labels: Map<string, CompetencyRef>,
): { essential: ShownVerdict[]; useful: ShownVerdict[] } {
  const show = (asked: Asked, verdict: Verdict, explanation: Explanation): ShownVerdict => ({
    competencyId: asked.competencyId,
    label: labels.get(asked.competencyId)?.label ?? asked.competencyId,
    labelEn: labels.get(asked.competencyId)?.labelEn ?? null,
    level: asked.level,
    verdict,
    closeLabel:
      verdict.kind === "close" ? (labels.get(verdict.competencyId)?.label ?? verdict.competencyId) : null,
    closeLabelEn: verdict.kind === "close" ? (labels.get(verdict.competencyId)?.labelEn ?? null) : null,
    training: explanation.training,
    heldLevel: explanation.heldLevel,
    later: explanation.later,
  });
  const showAll = (list: "essential" | "useful") =>
    query[list].map((asked, at) =>
      show(asked, judged[list][at] ?? { kind: "missing" }, judged.explanation[list][at] ?? NOTHING_MORE),
    );
  return { essential: showAll("essential"), useful: showAll("useful") };
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
