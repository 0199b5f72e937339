import { describe, expect, it } from "vitest";
import { hideName } from "./hidden-name.rules.ts";

const trades = new Set(["boulanger", "de", "la", "aide", "marin"]);
const isTradeWord = (word: string) => trades.has(word);
const hide = (line: string, firstName = "Léa", lastName = "N'Diaye") =>
  hideName(line, { firstName, lastName }, isTradeWord);

describe("a line read by those who may not know whose it is", () => {
  it.each([
    ["Gérante, SARL N'Diaye", "Gérante, SARL N'…"],
    ["Léa NDIAYE ou Lea n’diaye, couture", "… … ou … n’…, couture"],
    ["Couture DIAYE & filles", "Couture … & filles"],
  ])("%s → %s", (line, shown) => {
    expect(hide(line)).toBe(shown);
  });

  it("keeps a first name by itself, which is anybody's", () => {
    expect(hide("Chez Léa, serveuse")).toBe("Chez Léa, serveuse");
  });

  it("keeps a last name that is a trade, unless the first name is there too", () => {
    expect(hide("Boulanger", "Luc", "Boulanger")).toBe("Boulanger");
    expect(hide("Luc Boulanger, artisan", "Luc", "Boulanger")).toBe("… …, artisan");
    expect(hide("Aide de cuisine", "Ana", "de la Tour")).toBe("Aide de cuisine");
  });

  it("hides where somebody could be reached", () => {
    expect(hide("Vente, lea.d@mail.example ou 06 12 34 56 78")).toBe("Vente, … ou …");
    expect(hide("Voir https://linked.example/in/lea et www.lea.example")).toBe("Voir … et …");
    expect(hide("CACES 1, 3 et 5, depuis 2019-2023")).toBe("CACES 1, 3 et 5, depuis 2019-2023");
  });
});
