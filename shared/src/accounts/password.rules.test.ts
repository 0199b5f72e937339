import { describe, expect, it } from "vitest";
import { isGuessable } from "./password.rules.ts";

const zoe = { email: "zoe.ndiaye@mail.example", firstName: "Zoé", lastName: "N'Diaye" };

describe("a password", () => {
  it.each([
    ["a few characters over and over", "aaaaaaaaaaaa"],
    ["two of them", "abababababab"],
    ["digits in their order", "123456789012"],
    ["digits alone", "271828182845"],
    ["the keyboard, in French", "azertyuiopqs"],
    ["the keyboard, in English", "QWERTYuiopas"],
    ["a common word and a year", "MotDePasse2026!"],
    ["a common word twice", "passwordpassword"],
    ["one's own name", "Zoé-N'Diaye-76"],
    ["one's own address", "zoe.ndiaye@mail.example"],
  ])("is refused when it is %s: %s", (_what, password) => {
    expect(isGuessable(password, zoe)).toBe(true);
  });

  it.each([
    "pommier-en-fleur",
    "une phrase assez longue",
    "Zoé aime les pommes",
    "x7!Kq2#mV9@p",
    "mon mot de passe à moi",
  ])("is taken otherwise: %s", (password) => {
    expect(isGuessable(password, zoe)).toBe(false);
  });
});
