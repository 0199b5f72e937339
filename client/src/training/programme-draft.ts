import type { Level } from "@acquis/shared/platform/primitives.schema.ts";
import type { OccupationSheet } from "@acquis/shared/referential/referential.schema.ts";
import type { Programme, ProgrammeInput } from "@acquis/shared/training/training.schema.ts";

export interface DraftTaught {
  competencyId: string;
  label: string;
  labelEn?: string | null;
  level: Level;
}

export interface DraftModule {
  id: string;
  name: string;
  teaches: DraftTaught[];
}

/** A programme being written. */
export interface ProgrammeDraft {
  id: string;
  name: string;
  occupationCode: string | null;
  modules: DraftModule[];
  revision: number;
}

export const MAX_MODULES = 30;
export const MAX_TAUGHT = 30;

export function emptyModule(id: string): DraftModule {
  return { id, name: "", teaches: [] };
}

export function draftOf({ id, name, occupationCode, modules, revision }: Programme): ProgrammeDraft {
  return { id, name, occupationCode, modules, revision };
}

/** What is sent: labels are only for reading. */
export function inputOf({ id, name, occupationCode, modules, revision }: ProgrammeDraft): ProgrammeInput {
  return {
    id,
    name: name.trim(),
    occupationCode,
    revision,
    modules: modules.map((module) => ({
      id: module.id,
      name: module.name.trim(),
      teaches: module.teaches.map(({ competencyId, level }) => ({ competencyId, level })),
    })),
  };
}

/** What keeps a draft from being sent: path → key of the sentence in `programme.missing`. */
export function missingIn(
  draft: ProgrammeDraft,
): Record<string, "name" | "moduleName" | "teaches" | "modules"> {
  const missing: ReturnType<typeof missingIn> = {};
  if (!draft.name.trim()) missing.name = "name";
  if (draft.modules.length === 0) missing.modules = "modules";
  draft.modules.forEach((module, index) => {
    if (!module.name.trim()) missing[`modules.${index}.name`] = "moduleName";
    if (module.teaches.length === 0) missing[`modules.${index}.teaches`] = "teaches";
  });
  return missing;
}

type Asked = OccupationSheet["competencies"][number];

/** A first cut of an occupation into modules: one per family, in the order the occupation gives them. */
export function modulesFor(
  competencies: readonly Asked[],
  otherName: string,
  newId: () => string,
): DraftModule[] {
  const families = new Map<string, Asked[]>();
  for (const one of competencies) {
    const key = one.familyId ?? "";
    families.set(key, [...(families.get(key) ?? []), one]);
  }
  return [...families.values()].slice(0, MAX_MODULES).map((asked) => ({
    id: newId(),
    name: (asked[0]?.familyLabel ?? otherName).slice(0, 120),
    teaches: asked
      .slice(0, MAX_TAUGHT)
      .map(({ id, label, labelEn, level }) => ({ competencyId: id, label, labelEn, level })),
  }));
}

/** What an occupation asks and no module teaches yet. */
export function notTaught(competencies: readonly Asked[], modules: readonly DraftModule[]): Asked[] {
  const taught = new Set(modules.flatMap(({ teaches }) => teaches.map(({ competencyId }) => competencyId)));
  return competencies.filter(({ id }) => !taught.has(id));
}

/** Moves the item at `index` by one place. */
export function moved<T>(items: readonly T[], index: number, by: -1 | 1): T[] {
  const next = [...items];
  const [item] = next.splice(index, 1);
  if (item !== undefined) next.splice(index + by, 0, item);
  return next;
}
