import type { Question } from "../candidates/use-question.ts";
import { today } from "../platform/format.ts";
import type { Offer } from "./use-offer.ts";

type AskedByOffer = Pick<Question, "occupation" | "essential" | "useful" | "neededBy" | "place">;

/** What an offer asks, as the search asks it. A date gone by asks for who is ready now. */
export function questionOfOffer(
  offer: Offer,
  labelOf: (asked: Offer["essential"][number]) => string,
): AskedByOffer {
  const now = today();
  const passed = offer.neededBy < now;
  const asked = (list: Offer["essential"]) =>
    list.map((one) => ({ competencyId: one.competencyId, level: one.level, label: labelOf(one) }));
  return {
    occupation: offer.occupationCode,
    essential: asked(offer.essential),
    useful: asked(offer.useful),
    neededBy: passed ? now : offer.neededBy,
    place: { insee: offer.place.insee, name: offer.place.name },
  };
}
