import type { PortfolioCompetency } from "@acquis/shared/portfolio/portfolio.schema.ts";
import type { TimelineItem } from "../ui/month-timeline.tsx";

/** What is on its way, the nearest first: one line per competency and training. */
export function comingItems(
  competencies: readonly PortfolioCompetency[],
  labelOf: (item: PortfolioCompetency) => string,
): TimelineItem[] {
  return competencies
    .flatMap((competency) =>
      competency.upcoming.map(({ month, expectedOn, from }) => ({
        id: `${competency.id} ${expectedOn} ${from}`,
        label: labelOf(competency),
        month,
        from,
        kind: "upcoming" as const,
      })),
    )
    .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
}
