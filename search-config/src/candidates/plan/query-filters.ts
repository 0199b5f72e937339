import type { CandidateProfile, CandidateQuery } from "@acquis/shared/candidates/candidate-profile.ts";
import { distanceKm } from "@acquis/shared/candidates/distance.rules.ts";
import { monthOf } from "@acquis/shared/platform/dates.ts";
import { wordsOf } from "@acquis/shared/referential/text.rules.ts";
import { and, EVERYBODY, type Filter, NOBODY, not, oneOf, or } from "../../filters/filter-tree.ts";
import {
  dayNumber,
  encode,
  familyToken,
  levelToken,
  placeToken,
  promiseToken,
  soleToken,
} from "../candidate-document.ts";
import { spansBetween } from "../month-spans.ts";

/** What the plan must know of the index: its words and its places, all of them. */
export interface IndexFacts {
  /** Words of people that answer a word typed, by `matchesWord`. */
  wordsAnswering(typed: string, prefix: boolean): string[];
  places(): Iterable<NonNullable<CandidateProfile["place"]>>;
}

/** One filter for each thing the rule counts. */
export interface QueryFilters {
  /** Filters of the query, distance included. */
  base: Filter;
  /** Something ready or close. */
  shown: Filter;
  ready: Filter[];
  proven: Filter[];
  /** Another competency of the family, whether the one asked is ready or not. */
  near: Filter[];
  close: Filter[];
  useful: Filter[];
}

export function filtersOf(query: CandidateQuery, facts: IndexFacts): QueryFilters {
  const spans = spansBetween(monthOf(query.today), query.neededBy);
  const readyFor = ({ competencyId, level }: CandidateQuery["useful"][number]) =>
    or(
      oneOf("held", [levelToken(competencyId, level)]),
      oneOf(
        "upcoming",
        spans.map((span) => promiseToken(competencyId, level, span)),
      ),
    );
  const ready = query.essential.map(readyFor);
  const near = query.essential.map(({ competencyId, familyId }) =>
    familyId === null
      ? NOBODY
      : and(
          oneOf("family", [familyToken(familyId)]),
          not(oneOf("family", [soleToken(familyId, competencyId)])),
        ),
  );
  return {
    base: baseFilter(query, facts),
    shown: or(...ready, ...near),
    ready,
    proven: query.essential.map(({ competencyId, level }) =>
      oneOf("proven", [levelToken(competencyId, level)]),
    ),
    near,
    close: near.map((one, at) => and(one, not(ready[at] as Filter))),
    useful: query.useful.map(readyFor),
  };
}

function baseFilter(query: CandidateQuery, facts: IndexFacts): Filter {
  const { occupations, areas, contracts, availableBy } = query;
  const listed = (field: string, values: readonly string[] | undefined) =>
    values?.length ? oneOf(field, values.map(encode)) : EVERYBODY;
  return and(
    listed("occupations", occupations),
    ...textFilters(query.text, facts),
    listed("area", areas),
    withinDistance(query, facts),
    listed("contracts", contracts),
    availableBy ? { field: "availableFrom", max: dayNumber(availableBy) } : EVERYBODY,
  );
}

/** Text restricts and never ranks: each word typed is looked up among the words people have. */
function textFilters(text: string | undefined, facts: IndexFacts): Filter[] {
  const typed = text ? wordsOf(text) : [];
  return typed.map((word, at) =>
    oneOf("words", facts.wordsAnswering(word, at === typed.length - 1).map(encode)),
  );
}

/** Whole areas by their code, then the communes within distance of the areas the circle cuts. */
function withinDistance({ place, maxDistanceKm }: CandidateQuery, facts: IndexFacts): Filter {
  if (!place || maxDistanceKm === undefined) return EVERYBODY;
  const byArea = new Map<string, { inside: string[]; whole: boolean }>();
  for (const one of facts.places()) {
    const area = byArea.get(one.area) ?? { inside: [], whole: true };
    byArea.set(one.area, area);
    if (distanceKm(one, place) <= maxDistanceKm) area.inside.push(placeToken(one));
    else area.whole = false;
  }
  const whole = [...byArea].filter(([, area]) => area.whole).map(([code]) => encode(code));
  const cut = [...byArea.values()].filter((area) => !area.whole).flatMap((area) => area.inside);
  return or(oneOf("area", whole), oneOf("place", cut));
}
