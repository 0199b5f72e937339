import type { CandidateProfile, CandidateQuery } from "@acquis/shared/candidates/candidate-profile.ts";
import { matchesWord } from "@acquis/shared/referential/text.rules.ts";
import { passes } from "../../filters/filter-tree.ts";
import { type CandidateDocument, profileOf, toCandidateDocument } from "../candidate-document.ts";
import { type PlannedPage, type PlannedSearch, planPage, type SearchAnswer } from "./plan-page.ts";
import type { IndexFacts } from "./query-filters.ts";

/** What a plan cost: what the bars of DESIGN section 6 are about. */
export interface Spent {
  rounds: number;
  searches: number;
  fetched: number;
}

/** The documents an index holds, asked by evaluating the same filter trees: what the plan is tested on. */
export class IndexInMemory implements IndexFacts {
  readonly #documents: CandidateDocument[];
  readonly #words: string[];
  readonly #places: NonNullable<CandidateProfile["place"]>[];

  constructor(profiles: readonly CandidateProfile[]) {
    this.#documents = profiles.map(toCandidateDocument);
    this.#words = [...new Set(profiles.flatMap((profile) => profile.words))];
    this.#places = profiles.flatMap((profile) => profile.place ?? []);
  }

  wordsAnswering(typed: string, prefix: boolean): string[] {
    return this.#words.filter((word) => matchesWord(word, typed, prefix));
  }

  places() {
    return this.#places;
  }

  page(query: CandidateQuery, page: number, pageSize: number): PlannedPage & { spent: Spent } {
    const plan = planPage(query, page, pageSize, true, this);
    const spent = { rounds: 0, searches: 0, fetched: 0 };
    let step = plan.next();
    while (!step.done) {
      const answers = step.value.map((search) => this.#answer(search));
      spent.rounds++;
      spent.searches += answers.length;
      spent.fetched += answers.reduce((sum, answer) => sum + answer.people.length, 0);
      step = plan.next(answers);
    }
    return { ...step.value, spent };
  }

  #answer({ filter, facets, fetch }: PlannedSearch): SearchAnswer {
    const found = this.#documents.filter((document) => passes(filter, document as never));
    const counted: Record<string, Record<string, number>> = {};
    for (const field of facets) {
      const counts: Record<string, number> = {};
      for (const document of found) {
        const value = document[field as keyof CandidateDocument];
        for (const one of Array.isArray(value) ? value : value === null ? [] : [value])
          counts[String(one)] = (counts[String(one)] ?? 0) + 1;
      }
      counted[field] = counts;
    }
    return { total: found.length, facets: counted, people: found.slice(0, fetch).map(profileOf) };
  }
}
