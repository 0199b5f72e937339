import { DomainError } from "@acquis/shared/platform/errors.ts";
import { placeSchema } from "@acquis/shared/platform/primitives.schema.ts";
import { describe, expect, it } from "vitest";
import { createPlaces } from "./places.ts";

const places = createPlaces();
const names = (q: string, limit = 8) => places.suggest(q, limit).map((one) => one.name);

describe("places", () => {
  it("knows a commune by its code: name, point, area", () => {
    const caen = places.requirePlace("14118", "insee");
    expect(caen).toMatchObject({ insee: "14118", name: "Caen" });
    expect(caen.lat).toBeCloseTo(49.18, 1);
    expect(caen.lng).toBeCloseTo(-0.36, 1);
    expect(places.areaLabel(caen.area)).toBe("Caen la Mer");
    expect(places.areaLabel(places.requirePlace("50129", "insee").area)).toBe("Agglo du Cotentin");
  });

  it("refuses a code nobody knows, and names the field", () => {
    expect(() => places.requirePlace("99999", "place.insee")).toThrow(DomainError);
    try {
      places.requirePlace("99999", "place.insee");
    } catch (error) {
      expect(error).toMatchObject({ code: "unknown_place", details: { field: "place.insee" } });
    }
  });

  it("gives a commune without a point the mean of its EPCI, near enough to travel", () => {
    const hamlet = places.requirePlace("14003", "insee");
    const caen = places.requirePlace("14118", "insee");
    expect(Math.abs(hamlet.lat - caen.lat)).toBeLessThan(0.6);
    expect(Math.abs(hamlet.lng - caen.lng)).toBeLessThan(0.8);
  });

  it("gives every commune of the territory a valid place", () => {
    const all = places.suggest("14", 20).concat(places.suggest("s", 20), places.suggest("97", 20));
    expect(all.length).toBeGreaterThan(40);
    for (const one of all) expect(placeSchema.safeParse(one).success, one.name).toBe(true);
  });

  it("suggests by the beginning of the name, accents, case and typos forgiven", () => {
    expect(names("rou")[0]).toBe("Rouen");
    expect(names("EVREUX")[0]).toBe("Évreux");
    expect(names("cherborg")[0]).toBe("Cherbourg-en-Cotentin");
    expect(names("st lo")[0]).toBe("Saint-Lô");
    expect(names("havre")[0]).toBe("Le Havre");
  });

  it("suggests by postcode, whole or not, alone or with a name", () => {
    expect(places.suggest("14000", 3)).toMatchObject([{ name: "Caen", postcode: "14000" }]);
    expect(names("50100 cher")).toEqual(["Cherbourg-en-Cotentin"]);
    expect(places.suggest("760", 20).every((one) => one.postcode.startsWith("760"))).toBe(true);
  });

  it("puts Normandie first, and the rest of France after", () => {
    expect(names("saint-pierre", 3).length).toBe(3);
    expect(places.suggest("saint-pierre", 3).every((one) => /^(14|27|50|61|76)/.test(one.insee))).toBe(true);
    expect(names("paris")[0]).toBe("Paris");
    expect(names("marseille")).toContain("Marseille");
  });

  it("answers nothing to nothing", () => {
    expect(places.suggest("", 5)).toEqual([]);
    expect(places.suggest("zzzzzz", 5)).toEqual([]);
  });
});
