import type { OrganisationStatus } from "@acquis/shared/accounts/account.schema.ts";
import type { ShownVerdict } from "@acquis/shared/candidates/candidate.schema.ts";
import type { CandidateQuery } from "@acquis/shared/candidates/candidate-profile.ts";
import type { Judgement } from "@acquis/shared/candidates/ranking.rules.ts";
import type { Place } from "@acquis/shared/platform/primitives.schema.ts";
import type { CompetencyRef, OccupationRef } from "@acquis/shared/referential/referential.schema.ts";
import type { Model } from "mongoose";
import type { JudgedPerson } from "../candidates/index.ts";
import type { Kernel } from "../platform/kernel.ts";
import type { OfferEngine } from "./offer-engine.ts";
import type { OfferDocument } from "./offers.store.ts";

/** What offers need of the rest of the product. */
export interface OffersContext {
  kernel: Kernel;
  offers: Model<OfferDocument>;
  engine: OfferEngine;
  /** Throws search_unavailable until every open offer is in the engine. */
  requireReady(): void;
  /** Lets who has just written see it in the search, if that takes no longer than a moment. */
  indexSoon(): Promise<void>;
  referential: {
    competencies(ids: readonly string[]): Map<string, CompetencyRef>;
    requireCompetencies(ids: readonly string[], field: string): void;
    requirePlace(insee: string, field: string): Place;
    requireOccupation(code: string, field: string): { code: string; label: string };
    occupations(codes: readonly string[]): Map<string, OccupationRef>;
    familyOf(competencyId: string): string | null;
    areaLabel(code: string): string;
  };
  accounts: {
    organisation(id: string): Promise<{ id: string; name: string; status: OrganisationStatus } | null>;
    /** Ids of the companies that the Région has suspended. */
    suspendedCompanies(): Promise<string[]>;
  };
  candidates: {
    /** How many people a query finds, and how many have every essential competency ready; null when unknown. */
    countFor(query: CandidateQuery): Promise<{ found: number; allReady: number } | null>;
    /** A trainee's own profile, whatever their visibility: they may always see their own result. */
    profileOf(traineeId: string): Promise<JudgedPerson>;
    explain(
      person: JudgedPerson,
      query: CandidateQuery,
      judgement: Judgement,
    ): { essential: ShownVerdict[]; useful: ShownVerdict[] };
    queryFor(offer: Pick<OfferDocument, "essential" | "useful" | "neededBy" | "place">): CandidateQuery;
  };
}
