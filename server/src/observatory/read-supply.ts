import type { Supply } from "@acquis/shared/observatory/observatory.contract.ts";
import { addMonths, monthOf } from "@acquis/shared/platform/dates.ts";
import type { ObservatoryContext } from "./observatory-context.ts";

const MONTHS_SHOWN = 12;

/**
 * For each competency of an occupation: who has it, who will month by month, and how many open offers ask
 * for it. People whose portfolio is private are in no count. Errors: not_found.
 */
export async function readSupply(context: ObservatoryContext, code: string) {
  const occupation = context.readOccupation(code);
  const thisMonth = monthOf(context.kernel.clock.today());
  const months = Array.from({ length: MONTHS_SHOWN }, (_, index) => addMonths(thisMonth, index));
  const demand = await context.demandFor(occupation.competencies.map((one) => one.id));
  const supply: Supply[] = [];
  for (const { level: _level, core: _core, ...competency } of occupation.competencies) {
    const competencyId = competency.id;
    const [proven, acquired, ...upcoming] = await Promise.all([
      context.countPeople({ kind: "proven", competencyId }),
      context.countPeople({ kind: "held", competencyId }),
      ...months.map((month) => context.countPeople({ kind: "upcoming", competencyId, month })),
    ]);
    supply.push({
      ...competency,
      proven: proven ?? 0,
      acquired: acquired ?? 0,
      upcoming: months.map((month, index) => ({ month, count: upcoming[index] ?? 0 })),
      demand: demand.get(competencyId) ?? 0,
    });
  }
  return { label: occupation.label, months, supply };
}
