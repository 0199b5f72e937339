import type { Held } from "./read-files.ts";
import type { BadRow } from "./read-rows.ts";
import type { RomeEdition } from "./rome-edition.ts";

/** The lists of an edition, each one file. */
export type RomeList = "occupations" | "titles" | "competencies" | "knowledge" | "definitions";

/**
 * Reads a list; it is whole when every row could be read. What a whole list lacks has left ROME; one bad row may
 * be anything's, so then nothing is taken away.
 */
export function readList(
  edition: RomeEdition,
  lists: readonly RomeList[],
  bad: readonly BadRow[],
  read: () => void,
): void {
  const before = bad.length;
  read();
  if (bad.length === before) for (const list of lists) edition.whole.add(list);
}

/** A file cut between two rows has no bad row: a list with less than half of what is held is not whole either. */
export function distrustShort(
  edition: RomeEdition,
  held: Held,
  fileOf: (list: RomeList) => string | undefined,
  bad: BadRow[],
): void {
  const before = countHeld(held);
  const given = countGiven(edition);
  for (const list of edition.whole)
    if (given[list] * 2 < before[list]) {
      edition.whole.delete(list);
      const reason = `only ${given[list]} of the ${before[list]} held: cut short? Nothing is taken away`;
      bad.push({ file: fileOf(list) ?? list, line: given[list] + 2, reason });
    }
}

type Counts = Record<RomeList, number>;

function countGiven({ items, occupations, titles, definitions }: RomeEdition): Counts {
  const knowledge = [...items.values()].filter((one) => one.kind === "knowledge").length;
  return {
    occupations: occupations?.size ?? 0,
    titles: [...(titles?.values() ?? [])].reduce((sum, own) => sum + own.length, 0),
    competencies: items.size - knowledge,
    knowledge,
    definitions: definitions?.size ?? 0,
  };
}

function countHeld(held: Held): Counts {
  const items = held.competencies.filter((one) => one.romeHash !== null && !one.retired);
  const occupations = held.occupations.filter((one) => one.romeHash !== null && !one.retired);
  const knowledge = items.filter((one) => one.romeKind === "knowledge").length;
  const titles = occupations.map((one) => one.titles.filter((title) => title.romeOgr !== null).length);
  return {
    occupations: occupations.length,
    titles: titles.reduce((sum, own) => sum + own, 0),
    competencies: items.length - knowledge,
    knowledge,
    definitions: occupations.filter((one) => one.starterHash === null && one.definition !== null).length,
  };
}
