import { decode, placeOfToken } from "@acquis/search-config/candidates/candidate-document.ts";
import type { IndexFacts } from "@acquis/search-config/candidates/plan/query-filters.ts";
import type { CandidateProfile } from "@acquis/shared/candidates/candidate-profile.ts";
import { KeptFresh } from "../../platform/search/meilisearch/kept-fresh.ts";
import { Names } from "../embedded-engine/names.ts";
import { WordLookup } from "../embedded-engine/word-lookup.ts";

type Facets = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** The words and places of the people indexed: read from the index, completed by what this server writes. */
export class RememberedFacts implements IndexFacts {
  readonly #read: () => Promise<Facets>;
  readonly #fresh: KeptFresh;
  readonly #words = new Names();
  readonly #lookup = new WordLookup(this.#words);
  readonly #places = new Map<string, NonNullable<CandidateProfile["place"]>>();

  constructor(read: () => Promise<Facets>) {
    this.#read = read;
    this.#fresh = new KeptFresh(() => this.#refresh());
  }

  ready(): Promise<void> {
    return this.#fresh.ready();
  }

  learn(profiles: readonly CandidateProfile[]): void {
    for (const { words, place } of profiles) {
      for (const word of words) this.#words.add(word);
      if (place) this.#addPlace(place);
    }
  }

  wordsAnswering(typed: string, prefix: boolean): string[] {
    return this.#lookup.tokensFor(typed, prefix).map((token) => this.#words.nameOf(token));
  }

  places() {
    return this.#places.values();
  }

  #addPlace(place: NonNullable<CandidateProfile["place"]>): void {
    this.#places.set(`${place.lat},${place.lng},${place.area}`, place);
  }

  async #refresh(): Promise<void> {
    const facets = await this.#read();
    for (const token of Object.keys(facets.words ?? {})) this.#words.add(decode(token));
    for (const token of Object.keys(facets.place ?? {})) {
      const place = placeOfToken(token);
      if (place) this.#addPlace(place);
    }
  }
}
