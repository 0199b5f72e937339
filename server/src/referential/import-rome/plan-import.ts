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
  /** Absent from a list that was not read whole: left as they are. */
  spared: number;
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
    spared: 0,
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
    const before = competencies.get(id);
    // Its family may be of the rows that could not be read.
    const isRome = before !== undefined && before.starterHash === null;
    const heldFamily = isRome && !given.edition.whole.has("competencies") ? before.familyId : null;
    const familyId = item.macro === null ? heldFamily : idOf(item.macro);
    const said = { ogr, label: item.label, kind: item.kind, familyId };
    note(plan.competencies, before, withRomeCompetency(id, before, said));
  }
  const { listed, whole } = given.edition;
  for (const one of held.competencies) {
    const list = one.romeKind === "knowledge" ? "knowledge" : "competencies";
    if (!listed[list] || planned.has(one._id) || one.romeHash === null || one.retired) continue;
    if (!whole.has(list)) {
      plan.spared++;
      continue;
    }
    plan.retired++;
    // A starter item lives without ROME.
    const retired = one.starterHash === null;
    plan.competencies.push({ ...one, romeHash: null, romeLabel: null, romeKind: null, retired });
  }

  const kindOf = (ogr: string) =>
    given.edition.items.get(ogr)?.kind ?? competencies.get(idOf(ogr))?.romeKind ?? "skill";
  const titled = new Set([...(given.edition.titles?.values() ?? [])].flat().map((title) => title.ogr));
  const codes = given.edition.occupations
    ? [...given.edition.occupations.keys()]
    : held.occupations.filter((one) => given.links.has(one._id)).map((one) => one._id);
  for (const code of codes) {
    const before = occupations.get(code);
    const links = given.links.get(code);
    const told =
      links &&
      [...links].map(([ogr, { core }]) => ({
        competencyId: idOf(ogr),
        level: expectedLevel(kindOf(ogr)),
        core,
      }));
    const rome: RomeOccupation = {
      ...toldOf(given, titled, code, before),
      links: told ? [...told, ...(given.unsure.has(code) ? keptLinks(told, before) : [])] : null,
    };
    note(plan.occupations, before, withRomeOccupation(before, rome));
  }
  if (given.edition.occupations)
    for (const one of held.occupations) {
      if (one.romeHash === null || one.retired || given.edition.occupations.has(one._id)) continue;
      if (!whole.has("occupations")) {
        plan.spared++;
        continue;
      }
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

/** Links held that the files do not name. */
function keptLinks(
  told: readonly { competencyId: string }[],
  held: OccupationDocument | undefined,
): NonNullable<RomeOccupation["links"]> {
  const named = new Set(told.map((link) => link.competencyId));
  return (held?.links ?? []).flatMap(({ source, ...link }) =>
    source === "rome" && !named.has(link.competencyId) ? [link] : [],
  );
}

/** What the files say of an occupation; what they do not say stays as it is held. */
function toldOf(
  { edition }: Given,
  titled: ReadonlySet<string>,
  code: string,
  held: OccupationDocument | undefined,
): Omit<RomeOccupation, "links"> {
  const row = edition.occupations?.get(code);
  const isTold = (list: "titles" | "definitions") => edition[list] !== null && edition.whole.has(list);
  return {
    code,
    label: row?.label ?? held?.romeLabel ?? held?.label ?? code,
    parentCode: row ? row.parentCode : (held?.parentCode ?? null),
    definition: edition.definitions?.get(code) ?? (isTold("definitions") ? null : (held?.definition ?? null)),
    titles: [
      ...(edition.titles?.get(code) ?? []),
      ...(isTold("titles") ? [] : (held?.titles ?? [])).flatMap(({ label, romeOgr }) =>
        romeOgr === null || titled.has(romeOgr) ? [] : [{ label, ogr: romeOgr }],
      ),
    ],
  };
}
