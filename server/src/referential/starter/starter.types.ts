import type { Level } from "@acquis/shared/platform/primitives.schema.ts";

/** Id, label, English label, and the ROME `code_ogr` where ROME surely names the same thing. */
export type StarterCompetency = readonly [
  id: `c-${string}`,
  label: string,
  labelEn: string,
  romeOgr?: string,
];

/** Near competencies; `romeOgr` is the ROME macro-competency that gathers the same ones. */
export interface StarterFamily {
  id: `f-${string}`;
  label: string;
  labelEn: string;
  romeOgr?: string;
  transversal?: true;
  competencies: readonly StarterCompetency[];
}

/** Level usually expected of each competency; those of any sector may be named. */
export type StarterAsks = Readonly<Record<`c-${string}`, Level>>;

/** An occupation in tension in Normandie; `code` is its ROME v460 code, `core` what makes the trade. */
export interface StarterOccupation {
  code: string;
  label: string;
  labelEn: string;
  definition: string;
  /** Other names people type, that ROME may not have. */
  titles?: readonly string[];
  core: StarterAsks;
  also: StarterAsks;
}

export interface StarterSector {
  families: readonly StarterFamily[];
  occupations: readonly StarterOccupation[];
}
