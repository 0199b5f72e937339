import type { Evidence } from "@acquis/shared/portfolio/evidence.schema.ts";
import type { ExperienceInput } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { anEvidence } from "@acquis/shared/portfolio/testing/builders.ts";
import { emptyPortfolio, type PortfolioDocument } from "../portfolio.store.ts";

export const TODAY = "2026-09-15";

/** An attestation at level 3 by Marie Lefort, who trains at Greta. */
export function anAttestation(given: Partial<Evidence> = {}): Evidence {
  return anEvidence({
    id: "attestation-1",
    kind: "attestation",
    level: 3,
    by: { id: "trainer-1", name: "Marie Lefort", organisation: "Greta Normandie", organisationId: "greta" },
    context: "training",
    observedOn: "2026-06-12",
    ...given,
  });
}

/** A promise for January 2027. */
export function aPromise(given: Partial<Evidence> = {}, expectedOn = "2027-01-29"): Evidence {
  return anEvidence({
    id: "promise-1",
    kind: "training",
    level: 3,
    by: { id: "greta", name: "Greta Normandie", organisation: "Greta Normandie", organisationId: "greta" },
    context: "training",
    training: {
      enrolmentId: "enrolment-1",
      moduleId: "module-1",
      programmeName: "Soudage",
      moduleName: "Souder à plat",
      providerName: "Greta Normandie",
      expectedOn,
    },
    ...given,
  });
}

export function aPortfolio(given: Partial<PortfolioDocument> = {}): PortfolioDocument {
  return { ...emptyPortfolio("trainee-1", "2026-01-05"), revision: 1, pendingEvents: [], ...given };
}

/** A job since 2024 where one welded flat and read drawings. */
export function anExperienceInput(given: Partial<ExperienceInput> = {}): ExperienceInput {
  return {
    id: "job",
    kind: "work",
    title: "Aide-soudeuse",
    organisation: "Chantier naval",
    startsOn: "2024-02",
    endsOn: null,
    description: "",
    competencies: [
      { competencyId: "flat", level: 2 },
      { competencyId: "drawing", level: 2 },
    ],
    ...given,
  };
}
