import { isRecognised, piecesOf } from "@acquis/search-config/offers/offer-text.ts";
import { type Range, rangesOf } from "@acquis/search-config/referential/highlight.ts";
import type { Offer, OfferHighlights } from "@acquis/shared/offers/offer.schema.ts";

/** Letters shown around the first word found in a description. */
const BEFORE = 60;
const LONGEST = 180;

/** What of each offer answers what was typed: the words that the search itself recognises. */
export function highlighter(text: string): (offer: Offer) => OfferHighlights {
  const pieces = piecesOf(text);
  const inText = (shown: string): Range[] => rangesOf(shown, (word) => isRecognised(word, pieces));
  return (offer) => ({
    title: inText(offer.title),
    companyName: inText(offer.companyName),
    occupationLabel: inText(offer.occupationLabel ?? ""),
    excerpt: excerptOf(offer.description, inText),
  });
}

/** The part of a description around the first word found, cut between words; null when nothing is found there. */
function excerptOf(description: string, inText: (shown: string) => Range[]): OfferHighlights["excerpt"] {
  const [first] = inText(description);
  if (!first) return null;
  const from = first[0] <= BEFORE ? 0 : description.indexOf(" ", first[0] - BEFORE) + 1;
  const start = from > 0 && from <= first[0] ? from : first[0] <= BEFORE ? 0 : first[0];
  const cut = description.lastIndexOf(" ", start + LONGEST);
  const end = description.length <= start + LONGEST ? description.length : Math.max(cut, first[1]);
  const text = `${start > 0 ? "… " : ""}${description.slice(start, end)}${end < description.length ? " …" : ""}`;
  return { text, ranges: inText(text) };
}
