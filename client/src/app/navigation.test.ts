import { describe, expect, it } from "vitest";
import { entryAt } from "./navigation.ts";

describe("the entry of a page in the navigation", () => {
  it.each([
    ["trainee", "/stagiaire", "/stagiaire"],
    ["trainee", "/stagiaire/bientot", "/stagiaire"],
    ["trainee", "/stagiaire/attestations", "/stagiaire/competences"],
    ["trainee", "/stagiaire/competences/c-souder/demander", "/stagiaire/competences"],
    ["trainer", "/formateur/sessions/s1/attester", "/formateur/sessions"],
    ["providerAdmin", "/organisme/sessions/s1/inscrire", "/organisme"],
    ["providerAdmin", "/organisme/stagiaires/p1/parcours", "/organisme"],
    ["providerAdmin", "/organisme/formations/nouvelle", "/organisme/formations"],
    ["employer", "/employeur/candidats/p1", "/employeur"],
    ["employer", "/employeur/offres/o1", "/employeur/offres"],
    ["steward", "/region/candidats/p1", "/region/recherche"],
  ] as const)("shows a %s on %s under %s", (role, path, entry) => {
    expect(entryAt(role, path)?.to).toBe(entry);
  });

  it("shows none where a page is nobody's, and takes no address for another that begins alike", () => {
    expect(entryAt("trainee", "/compte")).toBeUndefined();
    expect(entryAt("trainee", "/stagiaire/offres-dailleurs")).toBeUndefined();
    expect(entryAt("employer", "/employeur/offre")).toBeUndefined();
  });
});
