import {
  type Asked,
  type CandidateFilters,
  HORIZON_MONTHS,
} from "@acquis/shared/candidates/candidate.schema.ts";
import type { CandidateQuery } from "@acquis/shared/candidates/candidate-profile.ts";
import { addMonths, monthIndex, monthOf } from "@acquis/shared/platform/dates.ts";
import type { Day, Place } from "@acquis/shared/platform/primitives.schema.ts";

interface Wanted {
  essential: readonly Asked[];
  useful: readonly Asked[];
  neededBy: Day;
  place: Pick<Place, "lat" | "lng"> | null;
  filters?: CandidateFilters;
}

/** What is asked, resolved for the engines: families looked up, the date brought to its month within the horizon. */
export function toCandidateQuery(
  wanted: Wanted,
  today: Day,
  familyOf: (competencyId: string) => string | null,
): CandidateQuery {
  const { filters = {} } = wanted;
  const thisMonth = monthOf(today);
  const months = monthIndex(monthOf(wanted.neededBy)) - monthIndex(thisMonth);
  return {
    essential: wanted.essential.map((one) => ({ ...one, familyId: familyOf(one.competencyId) })),
    useful: wanted.useful.map((one) => ({ ...one })),
    // A date gone by asks for what is there now; one too far ahead, for all that is promised.
    neededBy: addMonths(thisMonth, Math.max(0, Math.min(months, HORIZON_MONTHS))),
    place: wanted.place && { lat: wanted.place.lat, lng: wanted.place.lng },
    maxDistanceKm: filters.maxDistanceKm,
    contracts: filters.contracts,
    availableBy: filters.availableBy,
    occupations: filters.occupations,
    areas: filters.areas,
    text: filters.text || undefined,
    today,
  };
}
