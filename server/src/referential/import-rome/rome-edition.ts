import type { RomeCompetency } from "../merge-sources.ts";
import type { RomeList } from "./whole-lists.ts";

export interface RomeItem {
  label: string;
  kind: RomeCompetency["kind"];
  /** `code_ogr` of the macro-competency that gathers it. */
  macro: string | null;
}

export interface RomeOccupationRow {
  label: string;
  parentCode: string | null;
}

/** What the files say, before it meets what is held. Null where no file given says anything. */
export interface RomeEdition {
  version: number | null;
  /** By `code_ogr`. */
  items: Map<string, RomeItem>;
  /** Which items the files list. */
  listed: { competencies: boolean; knowledge: boolean };
  /** The lists of which every row could be read: what they lack has left ROME (whole-lists.ts). */
  whole: Set<RomeList>;
  occupations: Map<string, RomeOccupationRow> | null;
  titles: Map<string, { label: string; ogr: string }[]> | null;
  definitions: Map<string, string> | null;
}

export const OGR = /^\d{1,9}$/;
export const ROME_CODE = /^[A-Z]\d{4}$/;
