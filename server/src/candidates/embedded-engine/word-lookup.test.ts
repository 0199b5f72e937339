import { matchesWord } from "@acquis/shared/referential/text.rules.ts";
import { expect, it } from "vitest";
import { Names } from "./names.ts";
import { WordLookup } from "./word-lookup.ts";

it("answers as matchesWord does while words keep coming", () => {
  const words = new Names();
  const lookup = new WordLookup(words);
  const typed = ["soud", "soudaeg", "mecan", "m1", "chaudronerie"];
  for (let round = 0; round < 8; round++) {
    for (let at = 0; at < 90; at++)
      words.add(`${["soudage", "mecanique", "m", "chaudronnerie"][at % 4]}${round}${at}`);
    for (const one of typed)
      for (const prefix of [true, false]) {
        const expected = Array.from({ length: words.size }, (_, token) => token).filter((token) =>
          matchesWord(words.nameOf(token), one, prefix),
        );
        expect(lookup.tokensFor(one, prefix).sort((a, b) => a - b)).toEqual(expected);
      }
  }
});
