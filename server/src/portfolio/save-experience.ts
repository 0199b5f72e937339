import { DomainError } from "@acquis/shared/platform/errors.ts";
import { declareWithExperience } from "@acquis/shared/portfolio/declarations.rules.ts";
import type { ExperienceInput } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { changePortfolio } from "./change-portfolio.ts";
import { declaringAs, requireRoom } from "./declare-competencies.ts";
import { type HiddenName, hiddenNameOf, withHiddenName } from "./hide-name.ts";
import type { PortfolioDocument, StoredExperience } from "./portfolio.store.ts";
import type { PortfolioContext } from "./portfolio-context.ts";

/** Experiences one portfolio holds. */
const MAX_EXPERIENCES = 60;

function toStored(input: ExperienceInput, name: HiddenName): StoredExperience {
  const { id, kind, title, organisation, startsOn, endsOn, description } = input;
  return withHiddenName({ id, kind, title, organisation, startsOn, endsOn, description }, name);
}

function isSame(a: StoredExperience, b: StoredExperience): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof StoredExperience>;
  return [...keys].every((key) => a[key] === b[key]);
}

/**
 * Adds or changes an experience and what is declared with it; sent twice, it changes nothing.
 * Errors: unknown_competency, dates_reversed, date_in_future, invalid_input when there are too many.
 */
export async function saveExperience(
  context: PortfolioContext,
  traineeId: string,
  input: ExperienceInput,
): Promise<PortfolioDocument> {
  if (input.endsOn !== null && input.endsOn < input.startsOn)
    throw new DomainError("dates_reversed", { field: "endsOn" });
  if (input.startsOn > context.kernel.clock.today().slice(0, 7))
    throw new DomainError("date_in_future", { field: "startsOn" });
  context.referential.requireCompetencies(
    input.competencies.map((item) => item.competencyId),
    "competencies",
  );
  const [declaring, name] = await Promise.all([
    declaringAs(context, traineeId),
    hiddenNameOf(context, traineeId),
  ]);
  const experience = toStored(input, name);
  return changePortfolio(context, traineeId, (current) => {
    const before = current.experiences.find((item) => item.id === experience.id);
    const evidence = declareWithExperience(
      current.evidence,
      experience.id,
      input.competencies,
      declaring(current.revision),
    );
    if (before && isSame(before, experience) && evidence === current.evidence) return null;
    if (!before && current.experiences.length >= MAX_EXPERIENCES)
      throw new DomainError("invalid_input", { field: "id", fields: [{ path: "id", rule: "too_many" }] });
    requireRoom(current.evidence, evidence, "competencies");
    const experiences = before
      ? current.experiences.map((item) => (item.id === experience.id ? experience : item))
      : [...current.experiences, experience];
    return { next: { ...current, experiences, evidence: [...evidence] } };
  });
}

/** Removes an experience and withdraws what was declared with it; one that is gone already is no error. */
export async function removeExperience(
  context: PortfolioContext,
  traineeId: string,
  experienceId: string,
): Promise<PortfolioDocument> {
  const declaring = await declaringAs(context, traineeId);
  return changePortfolio(context, traineeId, (current) => {
    const experiences = current.experiences.filter((item) => item.id !== experienceId);
    const evidence = declareWithExperience(current.evidence, experienceId, [], declaring(current.revision));
    if (experiences.length === current.experiences.length && evidence === current.evidence) return null;
    return { next: { ...current, experiences, evidence: [...evidence] } };
  });
}
