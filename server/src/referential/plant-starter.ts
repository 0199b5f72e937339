import { withStarterCompetency, withStarterOccupation } from "./merge-sources.ts";
import { type ReferentialStore, readEverything, stampVersion } from "./referential.store.ts";
import { starterCompetencies, starterOccupations } from "./starter/starter.ts";
import { writeChanges } from "./write-changes.ts";

/**
 * Puts the starter referential in the store, or brings it up to date; answers how many items changed.
 * Repeats for nothing. An item that the starter no longer has stays: portfolios name it.
 */
export async function plantStarter(store: ReferentialStore, newId: () => string): Promise<number> {
  const held = await readEverything(store);
  const competencies = new Map(held.competencies.map((one) => [one._id, one]));
  const occupations = new Map(held.occupations.map((one) => [one._id, one]));
  const changed = {
    competencies: starterCompetencies.flatMap(
      (one) => withStarterCompetency(competencies.get(one.id), one) ?? [],
    ),
    occupations: starterOccupations.flatMap(
      (one) => withStarterOccupation(occupations.get(one.code), one) ?? [],
    ),
  };
  const total = changed.competencies.length + changed.occupations.length;
  if (total === 0) return 0;
  await writeChanges(store.competencies, changed.competencies, new Set(competencies.keys()));
  await writeChanges(store.occupations, changed.occupations, new Set(occupations.keys()));
  await stampVersion(store, { stamp: newId() });
  return total;
}
