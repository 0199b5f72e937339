import { Catalogue, type ReferentialCounts } from "../catalogue.ts";
import { plantStarter } from "../plant-starter.ts";
import { type ReferentialStore, readEverything, stampVersion } from "../referential.store.ts";
import { writeChanges } from "../write-changes.ts";
import { planImport } from "./plan-import.ts";
import { readFiles } from "./read-files.ts";
import type { BadRow } from "./read-rows.ts";

export interface ImportReport {
  romeVersion: number | null;
  /** Rows read, by file; what each could not give is in `bad`. */
  files: { name: string; rows: number; bad: number }[];
  /** Files of the folders that say nothing the product uses. */
  notUsed: string[];
  bad: BadRow[];
  created: number;
  changed: number;
  unchanged: number;
  /** Left ROME: kept for the portfolios that name them, offered to nobody. */
  retired: number;
  /** Absent from a list that could not be read whole: left as they are. */
  spared: number;
  /** Links whose item ROME no longer has. */
  linksLeftOut: number;
  /** What is ROME's in the referential, counted in the database at the end. */
  counts: ReferentialCounts;
}

/** Told at each step: what is being done, and how much of it. */
export type Progress = (step: "reading" | "writing", done: number, total: number) => void;

/**
 * Reads the official files found in the folders into the referential. Starter items keep their ids and words;
 * run again with the same files, it changes nothing.
 */
export async function importRome(
  directories: readonly string[],
  context: { store: ReferentialStore; newId(): string },
  progress: Progress = () => {},
): Promise<ImportReport> {
  const { store, newId } = context;
  await plantStarter(store, newId);
  const held = await readEverything(store);
  const ids = new Set([...held.competencies, ...held.occupations].map((one) => one._id));
  const given = readFiles(directories, held, (done, total) => progress("reading", done, total));
  const plan = planImport(given, held);

  const total = plan.competencies.length + plan.occupations.length;
  let done = 0;
  const written = (count: number) => {
    done += count;
    progress("writing", done, total);
  };
  // An import cut short leaves this mark: the next one tells every process, even with nothing left to write.
  if (total > 0) await stampVersion(store, { importing: true });
  // What occupations name is there before they are.
  await writeChanges(store.competencies, plan.competencies, ids, written);
  await writeChanges(store.occupations, plan.occupations, ids, written);
  const romeVersion = given.edition.version ?? held.version?.romeVersion ?? null;
  const isUntold = total > 0 || held.version?.importing === true;
  if (isUntold || romeVersion !== (held.version?.romeVersion ?? null))
    await stampVersion(store, {
      stamp: newId(),
      importing: false,
      ...(romeVersion === null ? {} : { romeVersion }),
    });

  const after = total > 0 ? await readEverything(store) : held;
  const { created, changed, unchanged, retired, spared } = plan;
  return {
    romeVersion,
    files: given.files,
    notUsed: given.notUsed,
    bad: given.bad,
    created,
    changed,
    unchanged,
    retired,
    spared,
    linksLeftOut: given.linksLeftOut,
    counts: new Catalogue(after.competencies, after.occupations).rome,
  };
}
