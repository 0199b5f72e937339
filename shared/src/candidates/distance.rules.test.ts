import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distanceKm, distanceStep, UNKNOWN_STEP } from "./distance.rules.ts";

const CAEN = { lat: 49.1829, lng: -0.3707 };
const ROUEN = { lat: 49.4431, lng: 1.0993 };
const point = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe("distance", () => {
  it("is the great circle in km: Caen to Rouen is 110 km", () => {
    expect(distanceKm(CAEN, ROUEN)).toBeCloseTo(110.5, 0);
  });

  it("is nothing from a point to itself, the same both ways, and never beyond half the Earth", () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(distanceKm(a, a)).toBe(0);
        expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6);
        expect(distanceKm(a, b)).toBeLessThanOrEqual(20_016);
      }),
    );
  });
});

describe("distance step", () => {
  it("is the whole tens of km: 0 under 10 km", () => {
    const north = (km: number) => ({ lat: CAEN.lat + km / 111.195, lng: CAEN.lng });
    expect([0, 9.9, 10.1, 19.9, 20.1].map((km) => distanceStep(north(km), CAEN))).toEqual([0, 0, 1, 1, 2]);
  });

  it("is 0 for everybody without a place of work", () => {
    expect(distanceStep(ROUEN, null)).toBe(0);
    expect(distanceStep(null, null)).toBe(0);
  });

  it("comes after every known place when a person gave none", () => {
    expect(distanceStep(null, CAEN)).toBe(UNKNOWN_STEP);
    expect(distanceStep({ lat: -CAEN.lat, lng: 179.6 }, CAEN)).toBeLessThan(UNKNOWN_STEP);
  });
});
