import type { Day, Level } from "@acquis/shared/platform/primitives.schema.ts";
import type { ContractKind } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { addMonthsToDay } from "./needed-by.ts";

/** As in `candidate.schema.ts`; written here so that screens need no schema. */
export const MAX_ESSENTIAL = 6;
export const MAX_USEFUL = 8;
export const PAGE_SIZE = 10;

const CONTRACTS: readonly ContractKind[] = [
  "permanent",
  "fixedTerm",
  "temporary",
  "apprenticeship",
  "seasonal",
  "partTime",
];
export const AVAILABILITIES = ["now", "month1", "month3"] as const;
type AvailableWithin = (typeof AVAILABILITIES)[number];
export const DISTANCES_KM: readonly number[] = [10, 20, 30, 50, 100];

/** A competency asked. `label` is kept for those that the occupation does not propose. */
export interface AskedCompetency {
  competencyId: string;
  level: Level;
  label?: string;
}
export type Importance = "essential" | "useful";

export interface QuestionFilters {
  maxDistanceKm: number | null;
  contracts: ContractKind[];
  availability: AvailableWithin | null;
  occupations: string[];
  areas: string[];
  text: string;
}

/** What somebody looks for, as the screens hold it; the address of the page is its only memory. */
export interface Question {
  occupation: string | null;
  essential: AskedCompetency[];
  useful: AskedCompetency[];
  neededBy: Day;
  place: { insee: string; name: string } | null;
  filters: QuestionFilters;
  page: number;
}

/** The address: short French words, lists separated by spaces, parts by `*`. */
export interface QuestionSearch {
  metier?: string | undefined;
  e?: string | undefined;
  u?: string | undefined;
  le?: string | undefined;
  lieu?: string | undefined;
  km?: number | undefined;
  contrats?: string | undefined;
  dispo?: string | undefined;
  metiers?: string | undefined;
  zones?: string | undefined;
  texte?: string | undefined;
  page?: number | undefined;
  /** The offer that a list belongs to, to go back there. */
  offre?: string | undefined;
}

const WORDS = [
  "metier",
  "e",
  "u",
  "le",
  "lieu",
  "contrats",
  "dispo",
  "metiers",
  "zones",
  "texte",
  "offre",
] as const;

/** For a route's `validateSearch`: what is not ours is dropped, nothing is ever refused. */
export function readQuestionSearch(search: Record<string, unknown>): QuestionSearch {
  const read: QuestionSearch = {};
  for (const word of WORDS) {
    const value = search[word];
    if ((typeof value === "string" && value) || typeof value === "number") read[word] = String(value);
  }
  for (const word of ["km", "page"] as const) {
    const value = Number(search[word]);
    if (Number.isInteger(value) && value > 0 && value <= 10_000) read[word] = value;
  }
  return read;
}

const listOf = (text: string | undefined) => (text ? text.split(" ").filter(Boolean) : []);

function askedFrom(text: string | undefined, most: number, seen: Set<string>): AskedCompetency[] {
  const asked: AskedCompetency[] = [];
  for (const item of listOf(text)) {
    const [competencyId = "", level, label] = item.split("*");
    if (!/^[A-Za-z0-9][A-Za-z0-9:._-]{0,79}$/.test(competencyId) || !level || !/^[1-4]$/.test(level))
      continue;
    if (seen.has(competencyId) || asked.length === most) continue;
    seen.add(competencyId);
    asked.push({
      competencyId,
      level: Number(level) as Level,
      ...(label ? { label: label.replace(/_/g, " ") } : {}),
    });
  }
  return asked;
}

const askedText = (asked: readonly AskedCompetency[]) =>
  asked
    .map(({ competencyId, level, label }) =>
      [competencyId, level, ...(label ? [label.replace(/[\s_*]+/g, "_").slice(0, 120)] : [])].join("*"),
    )
    .join(" ");

function dayFrom(text: string | undefined, today: Day): Day {
  const usual = addMonthsToDay(today, 3);
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) return usual;
  return text < today ? today : text;
}

/** Reads an address. A day gone by becomes today. */
export function questionFrom(search: QuestionSearch, today: Day): Question {
  const seen = new Set<string>();
  const [insee = "", name = ""] = (search.lieu ?? "").split("*");
  return {
    occupation: search.metier ?? null,
    essential: askedFrom(search.e, MAX_ESSENTIAL, seen),
    useful: askedFrom(search.u, MAX_USEFUL, seen),
    neededBy: dayFrom(search.le, today),
    place: /^[0-9AB]{5}$/.test(insee) ? { insee, name: name.replace(/_/g, " ") || insee } : null,
    filters: {
      maxDistanceKm: DISTANCES_KM.find((km) => km === search.km) ?? null,
      contracts: CONTRACTS.filter((kind) => listOf(search.contrats).includes(kind)),
      availability: AVAILABILITIES.find((one) => one === search.dispo) ?? null,
      occupations: listOf(search.metiers).slice(0, 20),
      areas: listOf(search.zones).slice(0, 30),
      text: (search.texte ?? "").slice(0, 200),
    },
    page: search.page ?? 1,
  };
}

/** Writes an address; what is empty or usual is left out. */
export function searchOf(question: Question): QuestionSearch {
  const { filters, place } = question;
  const started = question.occupation || question.essential.length + question.useful.length > 0;
  const search: QuestionSearch = {
    metier: question.occupation ?? undefined,
    e: askedText(question.essential) || undefined,
    u: askedText(question.useful) || undefined,
    le: started ? question.neededBy : undefined,
    lieu: place ? `${place.insee}*${place.name.replace(/[\s_*]+/g, "_")}` : undefined,
    km: filters.maxDistanceKm ?? undefined,
    contrats: filters.contracts.join(" ") || undefined,
    dispo: filters.availability ?? undefined,
    metiers: filters.occupations.join(" ") || undefined,
    zones: filters.areas.join(" ") || undefined,
    texte: filters.text || undefined,
    page: question.page > 1 ? question.page : undefined,
  };
  return search;
}

export const NO_FILTERS: QuestionFilters = {
  maxDistanceKm: null,
  contracts: [],
  availability: null,
  occupations: [],
  areas: [],
  text: "",
};

/** How many filters narrow the list. */
export function countFilters(filters: QuestionFilters): number {
  return (
    Number(filters.maxDistanceKm !== null) +
    filters.contracts.length +
    Number(filters.availability !== null) +
    filters.occupations.length +
    filters.areas.length +
    Number(filters.text !== "")
  );
}
