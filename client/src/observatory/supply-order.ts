import type { CompetencySupply } from "./use-supply.ts";

export const SUPPLY_ORDERS = ["occupation", "demand", "rare"] as const;
export type SupplyOrder = (typeof SUPPLY_ORDERS)[number];

/** People it will come to, counted once a month of promise. */
export function comingOf({ upcoming }: CompetencySupply): number {
  return upcoming.reduce((sum, { count }) => sum + count, 0);
}

/** As the occupation lists them, the most asked first, or the rarest first. */
export function inOrder(supply: readonly CompetencySupply[], order: SupplyOrder): CompetencySupply[] {
  const sorted = [...supply];
  if (order === "demand") sorted.sort((a, b) => b.demand - a.demand || a.acquired - b.acquired);
  if (order === "rare") sorted.sort((a, b) => a.acquired - b.acquired || comingOf(a) - comingOf(b));
  return sorted;
}

/** The competency that most offers ask for each person who has it; null when no offer asks for any. */
export function scarcest(supply: readonly CompetencySupply[]): CompetencySupply | null {
  const asked = supply.filter(({ demand }) => demand > 0);
  const strain = ({ demand, acquired }: CompetencySupply) => demand / (acquired + 1);
  return asked.sort((a, b) => strain(b) - strain(a))[0] ?? null;
}
