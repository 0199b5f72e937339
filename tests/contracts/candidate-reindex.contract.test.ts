import { candidatesIndex } from "@acquis/search-config/settings/indexes.ts";
import type {
  CandidateSource,
  SourcedCandidate,
} from "@acquis/server/candidates/meilisearch-engine/candidate-source.ts";
import { createMeilisearchCandidateEngine } from "@acquis/server/candidates/meilisearch-engine/meilisearch-engine.ts";
import { reindexCandidates } from "@acquis/server/candidates/meilisearch-engine/reindex-candidates.ts";
import { verifyCandidates } from "@acquis/server/candidates/meilisearch-engine/verify-candidates.ts";
import { connectMeilisearch } from "@acquis/server/platform/search/meilisearch/connection.ts";
import { indexExists } from "@acquis/server/platform/search/meilisearch/index-upkeep.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { twentyPeople as people, forkliftQuery as query } from "./candidate-universe.ts";
import { meilisearchTargets } from "./meilisearch-targets.ts";

/** A database that changes while it is read. */
function sourceOf(
  everybody: Map<string, SourcedCandidate>,
  onRead: (time: number) => void = () => {},
): CandidateSource {
  let reads = 0;
  return {
    count: async () => everybody.size,
    async *all() {
      const seen = [...everybody.values()];
      onRead(++reads);
      yield* seen;
    },
  };
}
const sourced = () =>
  new Map(people.map((profile) => [profile.id, { id: profile.id, revision: 1, profile }]));

describe.each(meilisearchTargets())("upkeep of the index of people on $name", (target) => {
  const index = () => ({ ...candidatesIndex, uid: `${target.options().prefix}${candidatesIndex.uid}` });
  const admin = () => connectMeilisearch(target.options());
  const engine = () => createMeilisearchCandidateEngine(target.options());
  beforeAll(target.start, 60_000);
  afterAll(target.stop, 60_000);
  beforeEach(() => target.empty(candidatesIndex), 60_000);

  it("builds beside, swaps, and catches up with what was written, hidden or erased meanwhile", async () => {
    const everybody = new Map<string, SourcedCandidate>(sourced());
    const [changed, hidden, erased] = people;
    if (!changed || !hidden || !erased) throw new Error("too few people");
    const source = sourceOf(everybody, (time) => {
      if (time > 1) return;
      everybody.set(changed.id, {
        id: changed.id,
        revision: 2,
        profile: { ...changed, held: { forklift: 4 }, proven: {} },
      });
      everybody.set(hidden.id, { id: hidden.id, revision: 2, profile: null });
      everybody.delete(erased.id);
    });
    await engine().put([{ ...changed, id: "left-over" }]);
    const report = await reindexCandidates(admin(), index(), source);
    expect(report).toMatchObject({ people: people.length, caughtUp: 3, refused: [] });
    expect(await indexExists(admin(), `${index().uid}_next`)).toBe(false);
    expect(await engine().size()).toBe(people.length - 2);
    expect(await engine().judgeOne(changed.id, query)).toMatchObject({ counts: { ready: 1 } });
    expect(await verifyCandidates(admin(), index().uid, source)).toEqual([]);
  });

  it("tells every document that is not what its portfolio says, and repairs them", async () => {
    await engine().put(people);
    const everybody = new Map<string, SourcedCandidate>(sourced());
    const [changed, hidden, missing] = people;
    if (!changed || !hidden || !missing) throw new Error("too few people");
    everybody.set(changed.id, {
      id: changed.id,
      revision: 2,
      profile: { ...changed, contracts: ["seasonal"], availableFrom: "2031-01-01" },
    });
    everybody.set(hidden.id, { id: hidden.id, revision: 2, profile: null });
    await engine().remove([missing.id]);
    const source = sourceOf(everybody);
    const found = await verifyCandidates(admin(), index().uid, source, { repair: true });
    expect(found).toHaveLength(3);
    expect(found).toContainEqual({ id: missing.id, kind: "missing", fields: [] });
    expect(found).toContainEqual({
      id: changed.id,
      kind: "different",
      fields: expect.arrayContaining(["availableFrom"]),
    });
    expect(found.some((one) => one.kind === "extra")).toBe(true);
    expect(await verifyCandidates(admin(), index().uid, source)).toEqual([]);
  });
});
