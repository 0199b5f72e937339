import type { OrganisationKind, OrganisationStatus } from "@acquis/shared/accounts/account.schema.ts";
import type { OccupationSheet } from "@acquis/shared/referential/referential.schema.ts";
import type { Kernel } from "../platform/kernel.ts";

/** How many people hold, have proven, or will have a competency in a month, at any level. */
export type CountPeople = (
  condition:
    | { kind: "held" | "proven"; competencyId: string }
    | { kind: "upcoming"; competencyId: string; month: string },
) => Promise<number>;

export interface ObservatoryContext {
  kernel: Kernel;
  readOccupation(code: string): OccupationSheet;
  countPeople: CountPeople;
  people(): Promise<number>;
  inTraining(today: string): Promise<number>;
  countOrganisations(kind: OrganisationKind, status: OrganisationStatus): Promise<number>;
  countPending(): Promise<number>;
  countOpenOffers(): Promise<number>;
  demandFor(competencyIds: readonly string[]): Promise<Map<string, number>>;
}
