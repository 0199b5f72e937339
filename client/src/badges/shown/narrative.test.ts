import { describe, expect, it } from "vitest";
import { itemsOf } from "./narrative.tsx";

describe("what had to be done", () => {
  it("is a list where every line is written as one", () => {
    expect(itemsOf("- A tenu l'accueil.\n\n- A rangé.\n- A rangé.")).toEqual([
      "A tenu l'accueil.",
      "A rangé.",
    ]);
    expect(itemsOf("* Un\n• Deux")).toEqual(["Un", "Deux"]);
  });

  it("stays as it is written anywhere else", () => {
    for (const text of ["", "A tenu un stand.", "Il faut :\n- tenir\n- ranger", "-5 degrés"])
      expect(itemsOf(text)).toBeNull();
  });
});
