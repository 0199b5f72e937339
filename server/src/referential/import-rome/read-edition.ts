import type { BadRow, Row } from "./read-rows.ts";
import { type FileKind, newest, type RomeFile } from "./recognise-files.ts";
import { OGR, ROME_CODE, type RomeEdition, type RomeItem } from "./rome-edition.ts";
import { type RomeList, readList } from "./whole-lists.ts";

const baseKinds: readonly FileKind[] = [
  "occupations",
  "occupationsOfOld",
  "titles",
  "competencies",
  "knowledge",
  "itemsOfOld",
];

/** The newest edition among the files that list occupations, titles or items; null without any. */
export function baseVersion(files: readonly RomeFile[]): number | null {
  const versions = files.filter((file) => baseKinds.includes(file.kind)).map((file) => file.version);
  return versions.length > 0 ? Math.max(...versions) : null;
}

/** Reads one CSV file once; given by the importer, which also tells the progress. */
export type ReadFile = (file: RomeFile, columns: readonly string[]) => Row[];

/** Reads the occupations, titles, items and definitions of one edition. */
export function readEdition(files: readonly RomeFile[], read: ReadFile, bad: BadRow[]): RomeEdition {
  const version = baseVersion(files);
  const ofEdition = files.filter((file) => file.version === version);
  const edition: RomeEdition = {
    version,
    items: new Map(),
    listed: { competencies: false, knowledge: false },
    whole: new Set(),
    occupations: null,
    titles: null,
    definitions: null,
  };
  const given = (kind: FileKind) => newest(ofEdition, kind);
  const list = (lists: readonly RomeList[], reader: Reader, file: RomeFile | undefined) => {
    if (file) readList(edition, lists, bad, () => reader(edition, file, read, bad));
  };
  list(["occupations"], readOccupations, given("occupations") ?? given("occupationsOfOld"));
  list(["titles"], readTitles, given("titles"));
  list(["competencies"], readCompetencies, given("competencies"));
  list(["knowledge"], readKnowledge, given("knowledge"));
  if (edition.items.size === 0) list(["competencies", "knowledge"], readItemsOfOld, given("itemsOfOld"));
  list(["definitions"], readDefinitions, given("texts"));
  return edition;
}

type Reader = (edition: RomeEdition, file: RomeFile, read: ReadFile, bad: BadRow[]) => void;

const readOccupations: Reader = (edition, file, read, bad) => {
  const occupations = new Map<string, { label: string; parentCode: string | null }>();
  const parents: { line: number; code: string; parent: string }[] = [];
  for (const row of read(file, ["code_rome", "libelle_rome"])) {
    const code = row.get("code_rome");
    const label = row.get("libelle_rome");
    const reason = !ROME_CODE.test(code)
      ? `code_rome is not a ROME code: ${code}`
      : label === ""
        ? "libelle_rome is empty"
        : occupations.has(code)
          ? `code_rome ${code} is there twice`
          : null;
    if (reason) {
      bad.push({ file: file.name, line: row.line, reason });
      continue;
    }
    const parent = row.get("code_rome_parent") || code;
    parents.push({ line: row.line, code, parent });
    occupations.set(code, { label, parentCode: parent });
  }
  for (const { line, code, parent } of parents) {
    if (occupations.has(parent)) continue;
    bad.push({ file: file.name, line, reason: `code_rome_parent ${parent} is unknown: kept without parent` });
    const held = occupations.get(code);
    if (held) held.parentCode = null;
  }
  edition.occupations = occupations;
};

const readTitles: Reader = (edition, file, read, bad) => {
  const titles = new Map<string, { label: string; ogr: string }[]>();
  const seen = new Set<string>();
  for (const row of read(file, ["code_ogr", "libelle_appellation_long", "code_rome"])) {
    const ogr = row.get("code_ogr");
    const code = row.get("code_rome");
    const label = row.get("libelle_appellation_long") || row.get("libelle_appellation_court");
    const reason = itemReason(ogr, label, seen) ?? occupationReason(edition, code);
    if (reason) {
      bad.push({ file: file.name, line: row.line, reason });
      continue;
    }
    seen.add(ogr);
    const own = titles.get(code) ?? [];
    own.push({ label, ogr });
    titles.set(code, own);
  }
  edition.titles = titles;
};

const readCompetencies: Reader = (edition, file, read, bad) => {
  edition.listed.competencies = true;
  const macros: { line: number; item: RomeItem }[] = [];
  for (const row of read(file, ["code_ogr", "libelle_competence"])) {
    const ogr = row.get("code_ogr");
    const label = row.get("libelle_competence");
    const reason = itemReason(ogr, label, edition.items);
    if (reason) {
      bad.push({ file: file.name, line: row.line, reason });
      continue;
    }
    const isMacro = /^macro/i.test(row.get("nature"));
    const kind = isMacro
      ? "family"
      : /tre professionnel/i.test(row.get("cat_comp"))
        ? "transversal"
        : "skill";
    const item: RomeItem = { label, kind, macro: row.get("code_ogr_macro_comp") || null };
    edition.items.set(ogr, item);
    if (item.macro !== null) macros.push({ line: row.line, item });
  }
  for (const { line, item } of macros) {
    if (item.macro === null || edition.items.get(item.macro)?.kind === "family") continue;
    const reason = `code_ogr_macro_comp ${item.macro} is unknown: kept without family`;
    bad.push({ file: file.name, line, reason });
    item.macro = null;
  }
};

const readKnowledge: Reader = (edition, file, read, bad) => {
  edition.listed.knowledge = true;
  for (const row of read(file, ["code_ogr_savoir", "libelle_savoir"])) {
    const ogr = row.get("code_ogr_savoir");
    const label = row.get("libelle_savoir");
    const reason = itemReason(ogr, label, edition.items);
    if (reason) bad.push({ file: file.name, line: row.line, reason });
    else edition.items.set(ogr, { label, kind: "knowledge", macro: null });
  }
};

/** Editions before ROME 4: 1 is knowledge, 2 an action; one row per heading, so codes come back. */
const readItemsOfOld: Reader = (edition, file, read, bad) => {
  edition.listed = { competencies: true, knowledge: true };
  for (const row of read(file, ["code_ogr", "libelle", "code_type_referentiel"])) {
    const ogr = row.get("code_ogr");
    const type = row.get("code_type_referentiel");
    if (type !== "1" && type !== "2") continue;
    const reason = itemReason(ogr, row.get("libelle"), new Set());
    if (reason) bad.push({ file: file.name, line: row.line, reason });
    else if (!edition.items.has(ogr))
      edition.items.set(ogr, {
        label: row.get("libelle"),
        kind: type === "1" ? "knowledge" : "skill",
        macro: null,
      });
  }
};

/** The sentences of a definition, in their order. */
const readDefinitions: Reader = (edition, file, read, bad) => {
  const sentences = new Map<string, { position: number; text: string }[]>();
  for (const row of read(file, ["code_rome", "libelle_type_texte", "libelle_texte"])) {
    if (row.get("libelle_type_texte") !== "definition") continue;
    const code = row.get("code_rome");
    const reason = occupationReason(edition, code);
    if (reason) {
      bad.push({ file: file.name, line: row.line, reason });
      continue;
    }
    const own = sentences.get(code) ?? [];
    own.push({ position: Number(row.get("position_phrase")) || own.length, text: row.get("libelle_texte") });
    sentences.set(code, own);
  }
  edition.definitions = new Map(
    [...sentences].map(([code, own]) => [
      code,
      own
        .sort((one, other) => one.position - other.position)
        .map((one) => one.text)
        .join(" "),
    ]),
  );
};

function itemReason(ogr: string, label: string, seen: { has(ogr: string): boolean }): string | null {
  if (!OGR.test(ogr)) return `code_ogr is not a number: ${ogr}`;
  if (label === "") return "the label is empty";
  if (seen.has(ogr)) return `code_ogr ${ogr} is there twice`;
  return null;
}

function occupationReason(edition: RomeEdition, code: string): string | null {
  if (!ROME_CODE.test(code)) return `code_rome is not a ROME code: ${code}`;
  if (edition.occupations && !edition.occupations.has(code)) return `code_rome ${code} is unknown`;
  return null;
}
