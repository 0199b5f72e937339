import type { Day, Level, Place } from "@acquis/shared/platform/primitives.schema.ts";
import type { ContractKind } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { wordsOf } from "@acquis/shared/referential/text.rules.ts";
import type { OfferProfile } from "./offer-profile.ts";

/** An offer as it is kept. */
export interface StoredOffer {
  id: string;
  title: string;
  description: string;
  occupationCode: string | null;
  contract: ContractKind;
  place: Place;
  neededBy: Day;
  publishedOn: Day | null;
  status: string;
  essential: { competencyId: string; level: Level }[];
  useful: { competencyId: string; level: Level }[];
}

/** What an offer names, in words: its company, its occupation, its competencies. */
export type WordsNamed = readonly (string | null | undefined)[];

/** The profile of an offer; null when it is not open. */
export function projectOffer(
  offer: StoredOffer,
  named: WordsNamed,
  familyOf: (competencyId: string) => string | null,
): OfferProfile | null {
  if (offer.status !== "open") return null;
  const { lat, lng, area } = offer.place;
  const texts = [offer.title, ...named, offer.description];
  return {
    id: offer.id,
    essential: offer.essential.map(({ competencyId, level }) => ({
      competencyId,
      level,
      familyId: familyOf(competencyId),
    })),
    useful: offer.useful.map(({ competencyId, level }) => ({ competencyId, level })),
    neededBy: offer.neededBy,
    place: { lat, lng, area },
    contract: offer.contract,
    occupation: offer.occupationCode,
    publishedOn: offer.publishedOn ?? offer.neededBy,
    words: [...new Set(texts.flatMap((text) => (text ? wordsOf(text) : [])))],
  };
}
