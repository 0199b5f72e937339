import type { Level } from "@acquis/shared/platform/primitives.schema.ts";
import { z } from "zod";
import type { ReadFile } from "./read-edition.ts";
import { type BadRow, cleanText } from "./read-rows.ts";
import type { RomeFile } from "./recognise-files.ts";
import { OGR } from "./rome-edition.ts";

/** What an occupation asks: by `code_ogr`, and whether it makes the trade. */
export type RomeLinks = Map<string, Map<string, { core: boolean }>>;

/** What is known of the rest of ROME, to judge a link. */
export interface Known {
  hasOccupation(code: string): boolean;
  hasItem(ogr: string): boolean;
}

/** ROME says no level: to do is to apply with help, to know is a notion. */
export function expectedLevel(kind: string): Level {
  return kind === "knowledge" ? 1 : 2;
}

/**
 * Occupation to item, from editions before ROME 4. An item is core when every heading it is under is of the
 * basics (6 and 7; 9 and 10 are of a speciality). Answers how many name an item that ROME no longer has.
 */
export function readLinks(
  files: { links: RomeFile; items: RomeFile | undefined },
  read: ReadFile,
  known: Known,
  links: RomeLinks,
  bad: BadRow[],
): number {
  const headings = new Map<string, Set<string>>();
  if (files.items)
    for (const row of read(files.items, ["code_ogr", "code_ref_rubrique"])) {
      const own = headings.get(row.get("code_ogr")) ?? new Set();
      headings.set(row.get("code_ogr"), own.add(row.get("code_ref_rubrique")));
    }
  const isBasic = (ogr: string) => {
    const own = [...(headings.get(ogr) ?? [])];
    return own.length > 0 && own.every((heading) => heading === "6" || heading === "7");
  };
  let leftOut = 0;
  for (const row of read(files.links, ["code_rome", "code_ogr"])) {
    const code = row.get("code_rome");
    const ogr = row.get("code_ogr");
    const reason = !known.hasOccupation(code)
      ? `code_rome ${code} is unknown`
      : !OGR.test(ogr)
        ? `code_ogr is not a number: ${ogr}`
        : null;
    if (reason) bad.push({ file: files.links.name, line: row.line, reason });
    else if (!known.hasItem(ogr)) leftOut++;
    else linksOf(links, code).set(ogr, { core: isBasic(ogr) });
  }
  return leftOut;
}

function linksOf(links: RomeLinks, code: string): Map<string, { core: boolean }> {
  const own = links.get(code) ?? new Map<string, { core: boolean }>();
  links.set(code, own);
  return own;
}

const itemSchema = z.object({
  code_ogr: z.union([z.string(), z.number()]).transform(String),
  libelle: z.string().optional(),
  coeur_metier: z.unknown().optional(),
});
const groupSchema = z.object({ items: z.array(z.unknown()).default([]) });
const enjeuxSchema = z.object({ enjeux: z.array(groupSchema).default([]) }).nullish();
const sheetSchema = z.object({
  rome: z.object({ code_rome: z.string() }),
  competences: z.object({
    savoir_faire: enjeuxSchema,
    savoir_etre_professionnel: enjeuxSchema,
    savoirs: z.object({ categories: z.array(groupSchema).default([]) }).nullish(),
  }),
});

/** France Travail writes "Principale", "Emergente", "Oui", true or nothing. */
function isCore(said: unknown): boolean {
  if (typeof said === "boolean") return said;
  return typeof said === "string" && /^(principale?|oui|o|true|1)$/i.test(cleanText(said));
}

/**
 * Occupation to item, from the sheets of ROME 4: they replace what older editions say of the same occupation. One
 * with an item that cannot be read is `unsure`.
 */
export function readSheets(
  sheets: unknown,
  file: string,
  known: Known,
  { links, unsure }: { links: RomeLinks; unsure: Set<string> },
  bad: BadRow[],
): { rows: number; leftOut: number } {
  const list = Array.isArray(sheets) ? sheets : Object.values(sheets ?? {}).find(Array.isArray);
  if (!list) {
    bad.push({ file, line: 1, reason: "no list of sheets" });
    return { rows: 0, leftOut: 0 };
  }
  let leftOut = 0;
  list.forEach((one: unknown, index: number) => {
    const line = index + 1;
    const sheet = sheetSchema.safeParse(one);
    if (!sheet.success) {
      const issue = sheet.error.issues[0];
      bad.push({ file, line, reason: `sheet: ${issue?.path.join(".")} ${issue?.message}` });
      return;
    }
    const { rome, competences } = sheet.data;
    if (!known.hasOccupation(rome.code_rome)) {
      bad.push({ file, line, reason: `code_rome ${rome.code_rome} is unknown` });
      return;
    }
    const groups = [
      ...(competences.savoir_faire?.enjeux ?? []),
      ...(competences.savoir_etre_professionnel?.enjeux ?? []),
      ...(competences.savoirs?.categories ?? []),
    ];
    links.delete(rome.code_rome);
    unsure.delete(rome.code_rome);
    const own = linksOf(links, rome.code_rome);
    for (const raw of groups.flatMap((group) => group.items)) {
      const item = itemSchema.safeParse(raw);
      if (!item.success || !OGR.test(item.data.code_ogr)) {
        bad.push({ file, line, reason: "an item of the sheet has no code_ogr" });
        unsure.add(rome.code_rome);
      } else if (!known.hasItem(item.data.code_ogr)) leftOut++;
      else own.set(item.data.code_ogr, { core: isCore(item.data.coeur_metier) });
    }
  });
  return { rows: list.length, leftOut };
}
