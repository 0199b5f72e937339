import { readdirSync } from "node:fs";
import { join } from "node:path";

/** What the official names say of a file; `unix_` first, the edition at the end. */
const kinds = {
  referentiel_code_rome: "occupations",
  cr_gd_dp: "occupationsOfOld",
  referentiel_appellation: "titles",
  referentiel_competence: "competencies",
  referentiel_savoir: "knowledge",
  item: "itemsOfOld",
  texte: "texts",
  coherence_item: "links",
  fiche_emploi_metier: "sheets",
  arborescence_competence: "tree",
} as const;

export type FileKind = (typeof kinds)[keyof typeof kinds];

export interface RomeFile {
  kind: FileKind;
  /** Edition: 460 of `…_v460_utf8.csv`. */
  version: number;
  path: string;
  name: string;
}

/** The ROME files of a folder, and the names of the others. */
export function recogniseFiles(directories: readonly string[]): { files: RomeFile[]; others: string[] } {
  const files: RomeFile[] = [];
  const others: string[] = [];
  for (const directory of directories)
    for (const name of readdirSync(directory).sort()) {
      const [, stem = "", version = ""] = /^unix_(\w+?)_v(\d+)(?:_utf8)?\.(?:csv|json)$/i.exec(name) ?? [];
      const kind = Object.entries(kinds).find(([known]) => known === stem.toLowerCase())?.[1];
      if (kind) files.push({ kind, version: Number(version), path: join(directory, name), name });
      else others.push(name);
    }
  return { files, others };
}

/** Of one kind, the newest edition given. */
export function newest(files: readonly RomeFile[], kind: FileKind): RomeFile | undefined {
  return files.filter((file) => file.kind === kind).sort((a, b) => b.version - a.version)[0];
}
