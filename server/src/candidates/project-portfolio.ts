import { projectCandidate } from "@acquis/search-config/candidates/project-candidate.ts";
import type { CandidateProfile } from "@acquis/shared/candidates/candidate-profile.ts";
import { canSeeName } from "@acquis/shared/candidates/candidates.policy.ts";
import type { Preferences, Visibility } from "@acquis/shared/portfolio/portfolio.schema.ts";
import type { PortfolioDocument, StoredExperience } from "../portfolio/index.ts";
import type { CandidatesContext } from "./candidates-context.ts";
import type { IndexedPortfolio } from "./indexed-portfolio.ts";

type Referential = Pick<CandidatesContext["referential"], "familyOf" | "occupations">;

/** Stored preferences with the labels of the occupations sought; codes the referential lost are left out. */
export function preferencesOf(
  portfolio: Pick<PortfolioDocument, "preferences">,
  referential: Pick<Referential, "occupations">,
): Preferences {
  const { occupationCodes, ...preferences } = portfolio.preferences;
  const known = referential.occupations(occupationCodes);
  const occupations = occupationCodes.flatMap((code) => {
    const occupation = known.get(code);
    return occupation ? [{ code, label: occupation.label, labelEn: occupation.labelEn }] : [];
  });
  return { ...preferences, occupations };
}

/** A title as employers read it and search it. */
export function shownTitle(
  experience: Pick<StoredExperience, "title" | "anonymousTitle">,
  visibility: Visibility,
): string {
  return canSeeName(visibility) ? experience.title : (experience.anonymousTitle ?? experience.title);
}

/** The profile of a stored portfolio, null when private; `evenPrivate` for the person themself. */
export function projectPortfolio(
  portfolio: IndexedPortfolio,
  referential: Referential,
  { evenPrivate = false } = {},
): CandidateProfile | null {
  return projectCandidate(
    {
      id: portfolio._id,
      evidence: portfolio.evidence,
      experiences: portfolio.experiences.map((one) => ({ title: shownTitle(one, portfolio.visibility) })),
      preferences: preferencesOf(portfolio, referential),
      visibility: evenPrivate ? "anonymous" : portfolio.visibility,
    },
    referential.familyOf,
  );
}
