import type { CandidateSheet } from "@acquis/shared/candidates/candidate.schema.ts";
import { canSeeName } from "@acquis/shared/candidates/candidates.policy.ts";
import type { Day } from "@acquis/shared/platform/primitives.schema.ts";
import {
  byCompetency,
  markOf,
  PROVING_KINDS,
  standingOf,
  stands,
} from "@acquis/shared/portfolio/evidence.rules.ts";
import type { CompetencyRef } from "@acquis/shared/referential/referential.schema.ts";
import type { PortfolioDocument } from "../portfolio/index.ts";
import type { CandidatesContext } from "./candidates-context.ts";
import { preferencesOf, shownTitle } from "./project-portfolio.ts";

interface Named {
  firstName: string;
  lastName: string;
}

/** All that a list reads of a portfolio; the rest comes with the hit. */
export type ShownPortfolio = Pick<PortfolioDocument, "_id" | "visibility" | "preferences">;

/** What an employer sees of somebody in a list: an area, never a commune; a name only when the person chose it. */
export function presentCandidate(
  portfolio: ShownPortfolio,
  person: Named | undefined,
  referential: CandidatesContext["referential"],
) {
  const preferences = preferencesOf(portfolio, referential);
  return {
    id: portfolio._id,
    name: person && canSeeName(portfolio.visibility) ? `${person.firstName} ${person.lastName}` : null,
    area: preferences.place ? referential.areaLabel(preferences.place.area) : null,
    availableFrom: preferences.availableFrom,
    contracts: preferences.contracts,
    occupations: preferences.occupations,
  };
}

/** The whole sheet of one person: what stands today, who vouches (an organisation, never a person), no employer's name. */
export function presentSheet(
  portfolio: PortfolioDocument,
  person: Named | undefined,
  labels: Map<string, CompetencyRef>,
  referential: CandidatesContext["referential"],
  today: Day,
): CandidateSheet {
  const competencies: CandidateSheet["competencies"] = [];
  for (const [competencyId, evidence] of byCompetency(portfolio.evidence)) {
    const standing = standingOf(evidence, today);
    const mark = markOf(standing);
    if (mark === "missing") continue;
    const promise = standing.upcoming[0];
    const proof = evidence
      .filter((one) => stands(one) && PROVING_KINDS.includes(one.kind))
      .sort((a, b) => (b.level ?? 1) - (a.level ?? 1))[0];
    competencies.push({
      competencyId,
      label: labels.get(competencyId)?.label ?? competencyId,
      labelEn: labels.get(competencyId)?.labelEn ?? null,
      familyLabel: labels.get(competencyId)?.familyLabel ?? null,
      familyLabelEn: labels.get(competencyId)?.familyLabelEn ?? null,
      mark,
      level: standing.proven ?? standing.held ?? promise?.level ?? 1,
      month: mark === "upcoming" ? (promise?.month ?? null) : null,
      source:
        mark === "proven"
          ? (proof?.by?.organisation ?? null)
          : mark === "upcoming"
            ? (promise?.from ?? null)
            : null,
    });
  }
  return {
    ...presentCandidate(portfolio, person, referential),
    radiusKm: portfolio.preferences.radiusKm,
    competencies,
    experiences: portfolio.experiences.map((experience) => ({
      kind: experience.kind,
      title: shownTitle(experience, portfolio.visibility),
      startsOn: experience.startsOn,
      endsOn: experience.endsOn,
    })),
  };
}
