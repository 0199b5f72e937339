import { describe, expect, it } from "vitest";
import { typedWords } from "./suggestion.rules.ts";
import { wordFamily } from "./word-family.ts";

describe("wordFamily", () => {
  it.each([
    ["soudeur", "soudeuse", "soudure", "soudage", "souder"],
    ["macon", "maconne", "maconnerie", "maconner"],
    ["cuisine", "cuisinier", "cuisiniere", "cuisiner"],
    ["plombier", "plomberie"],
    ["charpente", "charpentier", "charpentiere"],
    ["electricien", "electricite", "electrique"],
    ["serveur", "serveuse", "service", "servir"],
    ["eleveur", "elevage", "elever"],
    ["livreur", "livraison", "livrer"],
    ["teilleur", "teillage"],
    ["vente", "vendeuse", "vendre"],
    ["couvreur", "couverture"],
    ["logisticien", "logistique"],
  ])("puts %s and its kin together", (first, ...others) => {
    expect(wordFamily(first)).not.toBeNull();
    for (const other of others) expect(wordFamily(other), other).toBe(wordFamily(first));
  });

  it("keeps apart words that only look alike", () => {
    expect(wordFamily("soudeur")).not.toBe(wordFamily("soutien"));
    expect(wordFamily("informatique")).not.toBe(wordFamily("information"));
    expect(wordFamily("marin")).not.toBe(wordFamily("marketing"));
  });

  it("says nothing of short words and of numbers", () => {
    expect(wordFamily("tig")).toBeNull();
    expect(wordFamily("2x8h")).toBeNull();
  });
});

describe("typedWords", () => {
  it("leaves small words out, unless there is nothing else", () => {
    expect(typedWords("conducteur de poids lourd").map((one) => one.word)).toEqual([
      "conducteur",
      "poids",
      "lourd",
    ]);
    expect(typedWords("de").map((one) => one.word)).toEqual(["de"]);
  });

  it("lets only the last word be unfinished", () => {
    expect(typedWords("aide a dom").map((one) => one.prefix)).toEqual([false, true]);
  });
});
