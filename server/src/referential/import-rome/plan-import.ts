import { type RomeOccupation, withRomeCompetency, withRomeOccupation } from "../merge-sources.ts";
import type { CompetencyDocument, OccupationDocument } from "../referential.store.ts";
import type { Given, Held } from "./read-files.ts";
import { expectedLevel } from "./read-links.ts";

export interface ImportPlan {
  /** Whole documents to write, and nothing that is already as it should be. */
  competencies: CompetencyDocument[];
  occupations: OccupationDocument[];
  created: number;
  changed: number;
  unchanged: number;
  retired: number;
}

/** Compares what the files say with what is held. Pure. */
export function planImport(given: Given, held: Held): ImportPlan {
  const plan: ImportPlan = {
    competencies: [],
    occupations: [],
    created: 0,
    changed: 0,
    unchanged: 0,
    retired: 0,
  };
  const competencies = new Map(held.competencies.map((one) => [one._id, one]));
  const occupations = new Map(held.occupations.map((one) => [one._id, one]));
  const idOf = idsOf(held);
  const note = <T>(target: T[], before: T | undefined, next: T | null) => {
    if (next === null) plan.unchanged++;
    else {
      target.push(next);
      if (before === undefined) plan.created++;
      else plan.changed++;
    }
  };

  const planned = new Set<string>();
  for (const [ogr, item] of given.edition.items) {
    const id = idOf(ogr);
    planned.add(id);
    const familyId = item.macro === null ? null : idOf(item.macro);
    const before = competencies.get(id);
    const said = { ogr, label: item.label, kind: item.kind, familyId };
    note(plan.competencies, before, withRomeCompetency(id, before, said));
  }
  const { listed } = given.edition;
  for (const one of held.competencies) {
    const isListed = one.romeKind === "knowledge" ? listed.knowledge : listed.competencies;
    if (!isListed || planned.has(one._id) || one.romeHash === null || one.retired) continue;
    plan.retired++;
    // A starter item lives without ROME.
    const retired = one.starterHash === null;
    plan.competencies.push({ ...one, romeHash: null, romeLabel: null, romeKind: null, retired });
  }

  const kindOf = (ogr: string) =>
    given.edition.items.get(ogr)?.kind ?? competencies.get(idOf(ogr))?.romeKind ?? "skill";
  const codes = given.edition.occupations
    ? [...given.edition.occupations.keys()]
    : held.occupations.filter((one) => given.links.has(one._id)).map((one) => one._id);
  for (const code of codes) {
    const before = occupations.get(code);
    const links = given.links.get(code);
    const rome: RomeOccupation = {
      ...toldOf(given, code, before),
      links:
        links === undefined
          ? null
          : [...links].map(([ogr, { core }]) => ({
              competencyId: idOf(ogr),
              level: expectedLevel(kindOf(ogr)),
              core,
            })),
    };
    note(plan.occupations, before, withRomeOccupation(before, rome));
  }
  if (given.edition.occupations)
    for (const one of held.occupations)
      if (one.romeHash !== null && !one.retired && !given.edition.occupations.has(one._id)) {
        plan.retired++;
        plan.occupations.push({ ...one, romeHash: null, retired: one.starterHash === null });
      }
  return plan;
}

/** A ROME item lives in the starter item that names it, else under its own code. */
function idsOf(held: Held): (ogr: string) => string {
  const merged = new Map(
    held.competencies.flatMap((one) =>
      one.starterHash !== null && one.romeOgr !== null ? [[one.romeOgr, one._id] as const] : [],
    ),
  );
  return (ogr) => merged.get(ogr) ?? ogr;
}

/** What the files say of an occupation; what they do not say stays as it is held. */
function toldOf(
  { edition }: Given,
  code: string,
  held: OccupationDocument | undefined,
): Omit<RomeOccupation, "links"> {
  const row = edition.occupations?.get(code);
  return {
    code,
    label: row?.label ?? held?.romeLabel ?? held?.label ?? code,
    parentCode: row ? row.parentCode : (held?.parentCode ?? null),
    definition: edition.definitions ? (edition.definitions.get(code) ?? null) : (held?.definition ?? null),
    titles: edition.titles
      ? (edition.titles.get(code) ?? [])
      : (held?.titles ?? []).flatMap(({ label, romeOgr }) =>
          romeOgr === null ? [] : [{ label, ogr: romeOgr }],
        ),
  };
}
