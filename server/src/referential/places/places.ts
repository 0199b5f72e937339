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

function toPlace({ insee, name, lat, lng, area }: Commune): Place {
  return { insee, name, lat, lng, area };
}

/** Communes whose name answers each word typed, with the edits it took; the last word may be unfinished. */
function byName(words: readonly string[], { vocabulary, postings }: Atlas): Map<number, number> {
  let found: Map<number, number> | null = null;
  words.forEach((word, index) => {
    const least = new Map<number, number>();
    vocabulary.walk(word, index === words.length - 1, (from, to, edits) => {
      // Between equals, the whole word comes before a longer one: half an edit.
      for (let id = from; id < to; id++) {
        const cost = edits + (vocabulary.words[id] === word ? 0 : 0.5);
        for (const rank of postings[id] ?? []) {
          const before = found === null ? 0 : found.get(rank);
          if (before === undefined) continue;
          const total = before + cost;
          if (total < (least.get(rank) ?? Number.POSITIVE_INFINITY)) least.set(rank, total);
        }
      }
    });
    found = least;
  });
  return found ?? new Map();
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
      const costs = names.length > 0 ? byName(names, all) : null;
      const ranks = costs ? [...costs.keys()] : all.ordered.map((_, rank) => rank);
      const found = ranks.flatMap((rank) => {
        const commune = all.ordered[rank];
        const postcode = commune?.postcodes.find((code) => digits.every((digit) => code.startsWith(digit)));
        if (!commune || (digits.length > 0 && postcode === undefined)) return [];
        const cost = costs?.get(rank) ?? 0;
        const edits = Math.floor(cost);
        return [{ commune, postcode: postcode ?? "", rank, edits, longer: cost - edits }];
      });
      found.sort(
        (one, other) =>
          one.edits - other.edits ||
          Number(other.commune.normandie) - Number(one.commune.normandie) ||
          one.longer - other.longer ||
          one.rank - other.rank,
      );
      return found.slice(0, limit).map(({ commune, postcode }) => ({ ...toPlace(commune), postcode }));
    },
  };
}
export type Places = ReturnType<typeof createPlaces>;
