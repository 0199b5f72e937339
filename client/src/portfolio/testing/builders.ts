import type { Evidence } from "@acquis/shared/portfolio/evidence.schema.ts";
import type { PortfolioCompetency } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { anEvidence } from "@acquis/shared/portfolio/testing/builders.ts";

let count = 0;

/** One evidence; a promise has its training. */
export function evidence(changes: Partial<Evidence> = {}): Evidence {
  count += 1;
  const kind = changes.kind ?? "declaration";
  return anEvidence({
    id: `evidence-${count}`,
    competencyId: "c-1",
    kind,
    addedOn: "2026-10-01",
    by:
      kind === "declaration"
        ? null
        : { id: "t-1", name: "Claire Lefèvre", organisation: "Pays d'Auge", organisationId: "o-1" },
    training:
      kind === "training"
        ? {
            enrolmentId: "e-1",
            moduleId: "m-1",
            programmeName: "Aide-soignante",
            moduleName: "Soins",
            providerName: "Pays d'Auge",
            expectedOn: "2027-01-15",
          }
        : null,
    ...changes,
  });
}

/** One competency of a portfolio, acquired at nothing unless told. */
export function competency(changes: Partial<PortfolioCompetency> = {}): PortfolioCompetency {
  count += 1;
  return {
    id: `c-${count}`,
    label: "Faire un lit",
    labelEn: "Make a bed",
    kind: "skill",
    familyId: null,
    familyLabel: null,
    familyLabelEn: null,
    romeOgr: null,
    mark: "missing",
    heldLevel: null,
    provenLevel: null,
    upcoming: [],
    evidence: [],
    requested: false,
    ...changes,
  };
}
