import type { readEverything } from "../referential.store.ts";
import { baseVersion, readEdition } from "./read-edition.ts";
import { type Known, type RomeLinks, readLinks, readSheets } from "./read-links.ts";
import { type BadRow, type Row, readRows, readText } from "./read-rows.ts";
import { readTree } from "./read-tree.ts";
import { type FileKind, newest, type RomeFile, recogniseFiles } from "./recognise-files.ts";
import type { RomeEdition } from "./rome-edition.ts";
import { distrustShort, type RomeList } from "./whole-lists.ts";

export type Held = Awaited<ReturnType<typeof readEverything>>;

export interface Given {
  edition: RomeEdition;
  /** Null for an occupation that no file speaks of. */
  links: RomeLinks;
  linksLeftOut: number;
  /** Occupations whose links could not all be read: those held that the files lack stay. */
  unsure: ReadonlySet<string>;
  files: { name: string; rows: number; bad: number }[];
  notUsed: string[];
  bad: BadRow[];
}

const LISTS: Record<RomeList, FileKind> = {
  occupations: "occupations",
  titles: "titles",
  competencies: "competencies",
  knowledge: "knowledge",
  definitions: "texts",
};

/** Everything the folders say, each file read once. Links are judged by the edition given, else by what is held. */
export function readFiles(
  directories: readonly string[],
  held: Held,
  progress: (done: number, total: number) => void,
): Given {
  const found = recogniseFiles(directories);
  const heldVersion = held.version?.romeVersion ?? null;
  const version = baseVersion(found.files);
  // An edition older than the one held has only its links to give.
  const base = version !== null && version >= (heldVersion ?? 0) ? found.files : [];
  const bad: BadRow[] = [];
  const rowsOf = new Map<string, number>();
  const cache = new Map<string, Row[]>();
  const used = found.files.length;
  const tell = (file: RomeFile, rows: number) => {
    rowsOf.set(file.name, rows);
    progress(rowsOf.size, used);
  };
  const read = (file: RomeFile, columns: readonly string[]): Row[] => {
    const rows = cache.get(file.path) ?? readRows(readText(file.path), file.name, columns, bad);
    cache.set(file.path, rows);
    tell(file, rows.length);
    return rows;
  };
  const readJson = (file: RomeFile): unknown => {
    try {
      return JSON.parse(readText(file.path));
    } catch (error) {
      bad.push({ file: file.name, line: 1, reason: `not JSON: ${String(error)}` });
      return null;
    }
  };

  const edition = readEdition(base, read, bad);
  distrustShort(edition, held, (list) => newest(base, LISTS[list])?.name, bad);
  const treeFile = newest(found.files, "tree");
  if (treeFile) {
    const tree = readJson(treeFile);
    const items = tree === null ? new Map() : readTree(tree, treeFile.name, bad);
    addTree(edition, items, held);
    tell(treeFile, items.size);
  }

  const known = knownTo(edition, held);
  const badBefore = bad.length;
  const links: RomeLinks = new Map();
  let linksLeftOut = 0;
  const linksFile = newest(found.files, "links");
  if (linksFile) {
    const items = found.files.find(
      (file) => file.kind === "itemsOfOld" && file.version === linksFile.version,
    );
    linksLeftOut += readLinks({ links: linksFile, items }, read, known, links, bad);
  }
  const unsure = new Set(bad.length > badBefore ? links.keys() : []);
  const sheetsFile = newest(found.files, "sheets");
  const sheets = sheetsFile ? readJson(sheetsFile) : null;
  if (sheetsFile && sheets !== null) {
    const told = readSheets(sheets, sheetsFile.name, known, { links, unsure }, bad);
    linksLeftOut += told.leftOut;
    tell(sheetsFile, told.rows);
  }
  progress(used, used);
  return {
    edition,
    links,
    linksLeftOut,
    unsure,
    files: [...rowsOf].map(([name, rows]) => ({
      name,
      rows,
      bad: bad.filter((one) => one.file === name).length,
    })),
    notUsed: [...found.others, ...found.files.map((file) => file.name).filter((name) => !rowsOf.has(name))],
    bad,
  };
}

/** The tree adds what the lists do not say: a family, an item. */
function addTree(edition: RomeEdition, tree: RomeEdition["items"], held: Held): void {
  const heldOgrs = new Set(held.competencies.flatMap((one) => (one.romeHash ? (one.romeOgr ?? []) : [])));
  for (const [ogr, item] of tree) {
    const listed = edition.items.get(ogr);
    if (listed) listed.macro ??= item.macro;
    else if (edition.listed.competencies || !heldOgrs.has(ogr)) edition.items.set(ogr, item);
  }
}

function knownTo(edition: RomeEdition, held: Held): Known {
  const codes = new Set(edition.occupations?.keys());
  if (!edition.whole.has("occupations")) for (const one of held.occupations) codes.add(one._id);
  const ogrs = new Set(edition.items.keys());
  for (const one of held.competencies) {
    if (one.retired || one.romeHash === null || one.romeOgr === null) continue;
    // Those of a list that was not read whole stay.
    if (!edition.whole.has(one.romeKind === "knowledge" ? "knowledge" : "competencies"))
      ogrs.add(one.romeOgr);
  }
  return { hasOccupation: (code) => codes.has(code), hasItem: (ogr) => ogrs.has(ogr) };
}
