import type { Supply } from "@acquis/shared/observatory/observatory.contract.ts";
import { addMonths, monthOf } from "@acquis/shared/platform/dates.ts";
import type { CandidateCondition } from "../candidates/index.ts";
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
  const conditions = occupation.competencies.flatMap(({ id: competencyId }): CandidateCondition[] => [
    { standing: "proven", competencyId },
    { standing: "held", competencyId },
    ...months.map((month) => ({ standing: "upcoming" as const, competencyId, month })),
  ]);
  const counts = await context.countPeople(conditions);
  const width = 2 + months.length;
  const supply = occupation.competencies.map(({ level: _level, core: _core, ...competency }, row): Supply => {
    const [proven = 0, acquired = 0, ...coming] = counts.slice(row * width, (row + 1) * width);
    return {
      ...competency,
      proven,
      acquired,
      upcoming: months.map((month, index) => ({ month, count: coming[index] ?? 0 })),
      demand: demand.get(competency.id) ?? 0,
    };
  });
  return { label: occupation.label, labelEn: occupation.labelEn, months, supply };
}
