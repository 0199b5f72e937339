import { fingerprint, withStarterCompetency, withStarterOccupation } from "./merge-sources.ts";
import {
  type ReferentialStore,
  readEverything,
  stampVersion,
  VERSION_ID,
  type VersionDocument,
} from "./referential.store.ts";
import { starterCompetencies, starterOccupations } from "./starter/starter.ts";
import { writeChanges } from "./write-changes.ts";

/**
 * Puts the starter referential in the store, or brings it up to date; answers how many items changed.
 * Repeats for nothing. An item that the starter no longer has stays: portfolios name it.
 */
export async function plantStarter(store: ReferentialStore, newId: () => string): Promise<number> {
  const starter = fingerprint([starterCompetencies, starterOccupations]);
  const version = await store.versions.findById(VERSION_ID).lean<VersionDocument>();
  if (version?.starter === starter) return 0;
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
  await writeChanges(store.competencies, changed.competencies, new Set(competencies.keys()));
  await writeChanges(store.occupations, changed.occupations, new Set(occupations.keys()));
  await stampVersion(store, { stamp: newId(), starter });
  return changed.competencies.length + changed.occupations.length;
}
