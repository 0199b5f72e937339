import { setImmediate } from "node:timers/promises";
import { MAX_ESSENTIAL, MAX_USEFUL } from "@acquis/shared/candidates/candidate.schema.ts";
import type { CandidateProfile, CandidateQuery } from "@acquis/shared/candidates/candidate-profile.ts";
import type {
  CandidateAnswer,
  CandidateCondition,
  CandidateEngine,
  CandidateHit,
  EngineHealth,
} from "../candidate-engine.ts";
import { hitOf } from "../hit-of.ts";
import { CandidateIndex } from "./candidate-index.ts";
import { countFacets } from "./facet-counts.ts";
import { matchPeople, Scratch } from "./match.ts";
import { orderOf } from "./order.ts";
import { pick } from "./pick.ts";
import { LOW_BITS } from "./postings.ts";
import { HELD, type NamedTokens, UPCOMING } from "./profile-tokens.ts";
import { PlaceSteps, sift } from "./sift.ts";
import { dayNumber, monthNumber } from "./vocabularies.ts";

/** How long writing many people may hold the event loop at a time. */
const SLICE_MS = 4;

/** The engine in the server's own memory: exact, in milliseconds at a million people, rebuilt at each start. */
class EmbeddedCandidateEngine implements CandidateEngine {
  readonly remembers = false;
  readonly #index = new CandidateIndex();
  readonly #scratch = new Scratch();
  #writing: Promise<void> = Promise.resolve();

  put(profiles: readonly CandidateProfile[]): Promise<void> {
    return this.#write(profiles, (profile) => this.#index.put(profile));
  }

  remove(ids: readonly string[]): Promise<void> {
    return this.#write(ids, (id) => this.#index.remove(id));
  }

  async search(
    query: CandidateQuery,
    page: number,
    pageSize: number,
    { facets = false, signal }: { facets?: boolean; signal?: AbortSignal } = {},
  ): Promise<CandidateAnswer> {
    signal?.throwIfAborted();
    if (query.essential.length > MAX_ESSENTIAL || query.useful.length > MAX_USEFUL)
      throw new RangeError(`At most ${MAX_ESSENTIAL} essential and ${MAX_USEFUL} useful competencies`);
    const index = this.#index;
    const scratch = this.#scratch;
    matchPeople(index, query, scratch);
    const steps = new PlaceSteps(index, query);
    const total = sift(index, query, scratch, steps);
    const { keys, compare, allReady } = orderOf(index, query, scratch, total, steps);
    const named = index.namedBy(query);
    const from = (page - 1) * pageSize;
    const shown = pick(scratch.slots, total, from, from + pageSize, keys, compare);
    return {
      total,
      allReady,
      hits: shown.map((slot) => this.#judge(slot, query, named)),
      facets: facets ? countFacets(index, scratch.slots, total, dayNumber(query.today)) : null,
    };
  }

  async judgeOne(id: string, query: CandidateQuery): Promise<CandidateHit | null> {
    const slot = this.#index.people.find(id);
    return slot < 0 ? null : this.#judge(slot, query, this.#index.namedBy(query));
  }

  async count(conditions: readonly CandidateCondition[]): Promise<number[]> {
    return conditions.map((condition) => this.#countOne(condition));
  }

  async size(): Promise<number> {
    return this.#index.people.count;
  }

  async health(): Promise<EngineHealth> {
    return { engine: "embedded", ok: true, people: this.#index.people.count, detail: null };
  }

  async close(): Promise<void> {
    await this.#writing;
  }

  #judge(slot: number, query: CandidateQuery, named: NamedTokens): CandidateHit {
    return hitOf(this.#index.profileOf(slot, named), query);
  }

  #countOne(condition: CandidateCondition): number {
    const token = this.#index.names.competencies.find(condition.competencyId);
    const list = this.#index.list(condition.standing === "upcoming" ? UPCOMING : HELD, token);
    if (!list) return 0;
    let count = 0;
    let last = -1;
    const month = condition.standing === "upcoming" ? monthNumber(condition.month) : 0;
    for (let at = 0; at < list.length; at++) {
      const key = list.keys[at] as number;
      const slot = key >>> LOW_BITS;
      const meets =
        condition.standing === "upcoming"
          ? (list.infos?.[at] ?? 0) >> 2 === month
          : condition.standing === "proven"
            ? (key & 7) > 0
            : ((key >>> 3) & 7) > 0;
      if (meets && slot !== last) {
        count++;
        last = slot;
      }
    }
    return count;
  }

  /** One writer at a time, in the order asked, so that the last word on a person wins; searches go on between. */
  #write<T>(items: readonly T[], write: (item: T) => void): Promise<void> {
    const written = this.#writing.then(async () => {
      let started = performance.now();
      for (const item of items) {
        write(item);
        if (performance.now() - started < SLICE_MS) continue;
        await setImmediate();
        started = performance.now();
      }
    });
    this.#writing = written.catch(() => {});
    return written;
  }
}

export function createEmbeddedCandidateEngine(): CandidateEngine {
  return new EmbeddedCandidateEngine();
}
