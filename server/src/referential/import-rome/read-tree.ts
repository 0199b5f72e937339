import { type BadRow, cleanText } from "./read-rows.ts";
import { OGR, type RomeItem } from "./rome-edition.ts";

type Node = Record<string, unknown>;
type Level = "group" | "macro" | "competency";

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What a key says of the objects under it: domaines, enjeux and objectifs only group. */
function levelOf(key: string, under: Level): Level {
  if (/macro/i.test(key)) return "macro";
  if (/comp[eé]tence|savoir|items?$/i.test(key))
    return under === "group" && /items?$/i.test(key) ? "group" : "competency";
  return under;
}

function textOf(node: Node, pattern: RegExp): string | null {
  for (const [key, value] of Object.entries(node))
    if (pattern.test(key) && (typeof value === "string" || typeof value === "number") && value !== "")
      return cleanText(String(value));
  return null;
}

/**
 * The tree of competencies: domain, enjeu, objectif, macro-compétence, compétence. Nested or flat, whatever
 * the names of the lists, as long as macro-compétences are called so and items have a `code_ogr`.
 */
export function readTree(tree: unknown, file: string, bad: BadRow[]): Map<string, RomeItem> {
  const items = new Map<string, RomeItem>();
  visit(tree, "group", null);
  if (items.size === 0) bad.push({ file, line: 1, reason: "no competency in the tree" });
  return items;

  function visit(value: unknown, level: Level, macro: string | null): void {
    if (Array.isArray(value)) for (const one of value) visit(one, level, macro);
    else if (isNode(value)) visitNode(value, level, macro);
  }

  function visitNode(node: Node, level: Level, macro: string | null): void {
    // A flat row names its macro-competency beside its competency.
    const flatMacro = textOf(node, /^(?=.*macro)(?=.*ogr)/i);
    if (flatMacro !== null) add(flatMacro, textOf(node, /^(?=.*macro)(?=.*libelle)/i), "family", null);
    const own = textOf(node, /^code_ogr(_comp[a-z]*)?$/i);
    const label = textOf(node, /^libelle(_comp[a-z]*)?$/i);
    let under = flatMacro ?? macro;
    if (own !== null && level === "macro") {
      add(own, label, "family", null);
      under = own;
    } else if (own !== null && (level === "competency" || flatMacro !== null))
      add(own, label, "skill", under);
    for (const [key, value] of Object.entries(node))
      if (typeof value === "object" && value !== null) visit(value, childLevel(key, level), under);
  }

  function add(ogr: string, label: string | null, kind: "family" | "skill", macro: string | null): void {
    if (!OGR.test(ogr) || label === null)
      bad.push({ file, line: 1, reason: `an item of the tree is not whole: ${ogr}` });
    else if (!items.has(ogr)) items.set(ogr, { label, kind, macro });
  }
}

/** Under a macro-competency everything is a competency. */
function childLevel(key: string, level: Level): Level {
  return level === "macro" && !/macro/i.test(key) ? "competency" : levelOf(key, level);
}
