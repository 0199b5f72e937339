import type { Day } from "@acquis/shared/platform/primitives.schema.ts";
import { competenciesOfExperience } from "@acquis/shared/portfolio/declarations.rules.ts";
import { byCompetency, markOf, standingOf } from "@acquis/shared/portfolio/evidence.rules.ts";
import type { Evidence } from "@acquis/shared/portfolio/evidence.schema.ts";
import type { Portfolio, PortfolioCompetency } from "@acquis/shared/portfolio/portfolio.schema.ts";
import type { CompetencyRef } from "@acquis/shared/referential/referential.schema.ts";
import type { PortfolioDocument } from "./portfolio.store.ts";
import type { PortfolioContext, PortfolioPerson } from "./portfolio-context.ts";

/** What a presentation looks up beside the portfolio itself. */
export interface Presenting {
  person: PortfolioPerson;
  requested: ReadonlySet<string>;
  today: Day;
  referential: Pick<PortfolioContext["referential"], "competencies" | "occupations" | "areaLabel">;
}

/** The portfolio as a trainer or provider admin reads it. */
export type FollowedPortfolio = Omit<Portfolio, "preferences" | "visibility" | "revision">;

const markOrder = { proven: 0, acquired: 1, upcoming: 2, missing: 3 };
const byLabel = new Intl.Collator("fr");

/** A competency that has left the referential keeps its place in the portfolio, under its id. */
function refOf(known: ReadonlyMap<string, CompetencyRef>, id: string): CompetencyRef {
  const ref = known.get(id);
  return {
    id,
    label: ref?.label ?? id,
    labelEn: ref?.labelEn ?? null,
    kind: ref?.kind ?? "skill",
    familyId: ref?.familyId ?? null,
    romeOgr: ref?.romeOgr ?? null,
    familyLabel: ref?.familyLabel ?? null,
    familyLabelEn: ref?.familyLabelEn ?? null,
  };
}

function presentEvidence(item: Evidence): Evidence {
  const { by, training, badge, withdrawal, answer } = item;
  return {
    id: item.id,
    competencyId: item.competencyId,
    kind: item.kind,
    level: item.level,
    addedOn: item.addedOn,
    by: by && {
      id: by.id,
      name: by.name,
      organisation: by.organisation,
      organisationId: by.organisationId,
    },
    comment: item.comment,
    context: item.context,
    observedOn: item.observedOn,
    experienceId: item.experienceId,
    training: training && {
      enrolmentId: training.enrolmentId,
      moduleId: training.moduleId,
      programmeName: training.programmeName,
      moduleName: training.moduleName,
      providerName: training.providerName,
      expectedOn: training.expectedOn,
    },
    ...(badge
      ? {
          badge: { id: badge.id, name: badge.name, metaBadge: badge.metaBadge, expiresOn: badge.expiresOn },
        }
      : {}),
    withdrawal: withdrawal && {
      on: withdrawal.on,
      by: withdrawal.by,
      byName: withdrawal.byName,
      kind: withdrawal.kind,
      reason: withdrawal.reason,
    },
    answer: answer && { answer: answer.answer, comment: answer.comment, on: answer.on },
  };
}

function presentCompetencies(portfolio: PortfolioDocument, presenting: Presenting): PortfolioCompetency[] {
  const groups = byCompetency(portfolio.evidence);
  const known = presenting.referential.competencies([...groups.keys()]);
  return [...groups]
    .map(([id, evidence]) => {
      const standing = standingOf(evidence, presenting.today);
      return {
        ...refOf(known, id),
        mark: markOf(standing),
        heldLevel: standing.held,
        provenLevel: standing.proven,
        upcoming: standing.upcoming,
        evidence: evidence.map(presentEvidence),
        requested: presenting.requested.has(id),
      };
    })
    .sort((a, b) => markOrder[a.mark] - markOrder[b.mark] || byLabel.compare(a.label, b.label));
}

/** The portfolio without what concerns the search for work: names, experiences, competencies and their proof. */
export function presentFollowed(portfolio: PortfolioDocument, presenting: Presenting): FollowedPortfolio {
  return {
    traineeId: portfolio._id,
    firstName: presenting.person.firstName,
    lastName: presenting.person.lastName,
    experiences: portfolio.experiences.map((experience) => ({
      id: experience.id,
      kind: experience.kind,
      title: experience.title,
      organisation: experience.organisation,
      startsOn: experience.startsOn,
      endsOn: experience.endsOn,
      description: experience.description,
      competencyIds: competenciesOfExperience(portfolio.evidence, experience.id),
    })),
    competencies: presentCompetencies(portfolio, presenting),
  };
}

/** The whole portfolio, for the person it belongs to. */
export function presentPortfolio(portfolio: PortfolioDocument, presenting: Presenting): Portfolio {
  const { preferences } = portfolio;
  const occupations = presenting.referential.occupations(preferences.occupationCodes);
  return {
    ...presentFollowed(portfolio, presenting),
    preferences: {
      place: preferences.place,
      areaLabel: preferences.place && presenting.referential.areaLabel(preferences.place.area),
      radiusKm: preferences.radiusKm,
      availableFrom: preferences.availableFrom,
      contracts: preferences.contracts,
      occupations: preferences.occupationCodes.map((code) => ({
        code,
        label: occupations.get(code)?.label ?? code,
        labelEn: occupations.get(code)?.labelEn ?? null,
      })),
    },
    visibility: portfolio.visibility,
    revision: portfolio.revision,
  };
}
