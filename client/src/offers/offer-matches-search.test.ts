import { describe, expect, it } from "vitest";
import { countFilters, filtersOf, readMatchesSearch } from "./offer-matches-search.ts";

describe("the address of the offers", () => {
  it("leaves out what makes no sense", () => {
    const typed = {
      mots: "  ",
      tri: "age",
      depuis: "always",
      zone: "a b",
      contrat: "slavery",
      metier: '{"$gt":""}',
      km: "7",
      avant: "demain",
      page: -2,
    };
    expect(countFilters(readMatchesSearch(typed))).toBe(0);
    expect(filtersOf(readMatchesSearch(typed))).toEqual({ page: 1, pageSize: 12 });
  });

  it("keeps the filters and the page", () => {
    const search = readMatchesSearch({
      mots: " soudeur ",
      tri: "distance",
      zone: "200065597",
      depuis: "week",
      contrat: "seasonal",
      metier: "J1501",
      km: 20,
      avant: "2027-03-01",
      page: 2,
    });
    expect(countFilters(search)).toBe(6);
    expect(filtersOf(search)).toEqual({
      q: "soudeur",
      sort: "distance",
      area: "200065597",
      publishedSince: "week",
      contract: "seasonal",
      occupation: "J1501",
      maxDistanceKm: 20,
      neededBefore: "2027-03-01",
      page: 2,
      pageSize: 12,
    });
  });
});
