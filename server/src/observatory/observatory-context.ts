import type { OrganisationKind, OrganisationStatus } from "@acquis/shared/accounts/account.schema.ts";
import type { SearchState } from "@acquis/shared/observatory/observatory.contract.ts";
import type { OccupationSheet } from "@acquis/shared/referential/referential.schema.ts";
import type { CandidateCondition } from "../candidates/index.ts";
import type { Kernel } from "../platform/kernel.ts";

export interface ObservatoryContext {
  kernel: Kernel;
  readOccupation(code: string): OccupationSheet;
  /** How many people meet each condition, in the order given. */
  countPeople(conditions: readonly CandidateCondition[]): Promise<number[]>;
  people(): Promise<number>;
  inTraining(): Promise<number>;
  countOrganisations(kind: OrganisationKind, status: OrganisationStatus): Promise<number>;
  countPending(): Promise<number>;
  countOpenOffers(): Promise<number>;
  searchState(): Promise<SearchState>;
  demandFor(competencyIds: readonly string[]): Promise<Map<string, number>>;
}
