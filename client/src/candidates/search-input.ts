import { addDays } from "@acquis/shared/platform/dates.ts";
import type { Day } from "@acquis/shared/platform/primitives.schema.ts";
import type { api } from "../platform/api.ts";
import { PAGE_SIZE, type Question } from "./question.ts";

export type SearchInput = Parameters<typeof api.candidates.search>[0];

/** Days from today within which somebody must be available. */
const WITHIN_DAYS = { now: 0, month1: 31, month3: 92 } as const;

/** What is sent to the server for a question. A distance without a place of work asks for nothing. */
export function searchInputOf(question: Question, today: Day): SearchInput {
  const { filters, place } = question;
  const asked = (list: Question["essential"]) =>
    list.map(({ competencyId, level }) => ({ competencyId, level }));
  return {
    essential: asked(question.essential),
    useful: asked(question.useful),
    neededBy: question.neededBy,
    insee: place?.insee ?? null,
    filters: {
      ...(place && filters.maxDistanceKm ? { maxDistanceKm: filters.maxDistanceKm } : {}),
      ...(filters.contracts.length > 0 ? { contracts: filters.contracts } : {}),
      ...(filters.availability ? { availableBy: addDays(today, WITHIN_DAYS[filters.availability]) } : {}),
      ...(filters.occupations.length > 0 ? { occupations: filters.occupations } : {}),
      ...(filters.areas.length > 0 ? { areas: filters.areas } : {}),
      ...(filters.text ? { text: filters.text } : {}),
    },
    page: question.page,
    pageSize: PAGE_SIZE,
  };
}
