import type { CompetencyRef } from "@acquis/shared/referential/referential.schema.ts";
import type { Accounts } from "../accounts/index.ts";
import type { Kernel } from "../platform/kernel.ts";
import type { PortfolioFeature } from "../portfolio/index.ts";
import type { Training } from "../training/index.ts";
import type { RequestModel } from "./attestations.store.ts";

export interface AttestationsDeps {
  accounts: Pick<Accounts, "people" | "organisation">;
  portfolio: Pick<PortfolioFeature, "read" | "readMany" | "changeEvidence" | "withdrawEvidence">;
  training: Pick<Training, "follows" | "trainersOf" | "attendeesOf">;
  referential: {
    competencies(ids: readonly string[]): Map<string, CompetencyRef>;
    /** Errors: unknown_competency. */
    requireCompetencies(ids: readonly string[], field: string): unknown;
  };
}

/** What the use cases of attestations share. */
export interface AttestationsContext extends AttestationsDeps {
  kernel: Kernel;
  requests: RequestModel;
}
