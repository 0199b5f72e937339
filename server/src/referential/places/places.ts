import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { Place } from "@acquis/shared/platform/primitives.schema.ts";
import { wordsOf } from "@acquis/shared/referential/text.rules.ts";
import { Vocabulary } from "../../platform/search/vocabulary.ts";
import { type Commune, readTerritory } from "./read-communes.ts";

export type SuggestedPlace = Place & { postcode: string };

interface Atlas {
  byCode: Map<string, Commune>;
  areas: Map<string, string>;
  /** Most peopled first, those of Normandie before all. */
  ordered: Commune[];
  vocabulary: Vocabulary;
  /** Ranks of the communes that have each word in their name. */
  postings: number[][];
}

/** Read once per process, when first needed. */
let atlas: Atlas | null = null;

function openAtlas(): Atlas {
  if (atlas) return atlas;
  const { communes, areas } = readTerritory();
  const ordered = communes.sort(
    (one, other) => Number(other.normandie) - Number(one.normandie) || other.population - one.population,
  );
  const words = ordered.map((commune) => nameWords(commune.name));
  const vocabulary = Vocabulary.build(words.flat());
  const postings: number[][] = vocabulary.words.map(() => []);
  words.forEach((own, rank) => {
    for (const word of new Set(own)) postings[vocabulary.idOf(word)]?.push(rank);
  });
  const byCode = new Map(ordered.map((commune) => [commune.insee, commune]));
  atlas = { byCode, areas, ordered, vocabulary, postings };
  return atlas;
}

const shortened: Record<string, string> = { st: "saint", ste: "sainte" };

function nameWords(name: string): string[] {
  return wordsOf(name).map((word) => shortened[word] ?? word);
}

const RANKS = 0x10_0000;

/** The first postcode that begins as typed. */
function postcodeOf(commune: Commune, digits: readonly string[]): string | undefined {
  return commune.postcodes.find((code) => digits.every((one) => code.startsWith(one)));
}

function toPlace({ insee, name, lat, lng, area }: Commune): Place {
  return { insee, name, lat, lng, area };
}

/** Least edits each commune's name takes to answer every word typed, half of one more for a longer word. */
function costsOf(words: readonly string[], { vocabulary, postings, ordered }: Atlas): Float32Array {
  let costs = new Float32Array(ordered.length);
  words.forEach((word, index) => {
    const next = new Float32Array(ordered.length).fill(Number.POSITIVE_INFINITY);
    vocabulary.walk(word, index === words.length - 1, (from, to, edits) => {
      for (let id = from; id < to; id++) {
        const cost = edits + (vocabulary.words[id] === word ? 0 : 0.5);
        for (const rank of postings[id] ?? []) {
          const total = (costs[rank] ?? 0) + cost;
          if (total < (next[rank] ?? 0)) next[rank] = total;
        }
      }
    });
    costs = next;
  });
  return costs;
}

/** Places of France: by code, and while typing a name or a postcode. */
export function createPlaces() {
  return {
    /** Reads the communes now, so that nobody waits for it. */
    warm: () => void openAtlas(),

    /** Errors: unknown_place. */
    requirePlace(insee: string, field: string): Place {
      const found = openAtlas().byCode.get(insee);
      if (!found) throw new DomainError("unknown_place", { field });
      return toPlace(found);
    },

    /** Name of an EPCI; the code itself when nobody knows it. */
    areaLabel: (code: string): string => openAtlas().areas.get(code) ?? code,

    /** Nearest spelling first, then Normandie, then whole words, then the most peopled. */
    suggest(q: string, limit: number): SuggestedPlace[] {
      const all = openAtlas();
      const typed = nameWords(q);
      const digits = typed.filter((word) => /^\d/.test(word));
      const names = typed.filter((word) => !/^\d/.test(word));
      if (typed.length === 0) return [];
      const costs = costsOf(names, all);
      // Ranks say Normandie, then population: one number says the whole order.
      const keys: number[] = [];
      all.ordered.forEach((commune, rank) => {
        const cost = costs[rank] ?? Number.POSITIVE_INFINITY;
        if (cost === Number.POSITIVE_INFINITY || (digits.length > 0 && !postcodeOf(commune, digits))) return;
        const edits = Math.floor(cost);
        keys.push(((edits * 2 + (commune.normandie ? 0 : 1)) * 2 + (cost > edits ? 1 : 0)) * RANKS + rank);
      });
      return [...Float64Array.from(keys).sort().subarray(0, limit)].flatMap((key) => {
        const commune = all.ordered[key % RANKS];
        return commune ? [{ ...toPlace(commune), postcode: postcodeOf(commune, digits) ?? "" }] : [];
      });
    },
  };
}
export type Places = ReturnType<typeof createPlaces>;
