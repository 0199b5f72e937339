import { DomainError } from "@acquis/shared/platform/errors.ts";
import type {
  CompetencyRef,
  Occupation,
  OccupationSheet,
  Suggestion,
} from "@acquis/shared/referential/referential.schema.ts";
import type { Kernel } from "../platform/kernel.ts";
import { Catalogue } from "./catalogue.ts";
import { createEmbeddedReferentialEngine } from "./embedded-referential-engine.ts";
import { keepLoaded } from "./keep-loaded.ts";
import { createPlaces } from "./places/places.ts";
import { plantStarter } from "./plant-starter.ts";
import { referentialRouter } from "./referential.router.ts";
import { createReferentialStore, readEverything, VERSION_ID } from "./referential.store.ts";
import type { ReferentialContext } from "./referential-context.ts";
import type { ReferentialEngine, SuggestQuery } from "./referential-engine.ts";

const CHECK_EVERY_MS = 3000;
/** A start waits so long for suggestions on another server, then goes on without. */
const FIRST_LOAD_MS = 3000;

/**
 * Competencies, occupations and places, in memory. An import runs in another process: whoever asks lets the
 * version be looked at, at most every three seconds, and what changed is read again behind the answer.
 */
export async function createReferential(
  kernel: Pick<Kernel, "db" | "log" | "newId">,
  engine: ReferentialEngine = createEmbeddedReferentialEngine(),
) {
  const store = createReferentialStore(kernel.db);
  const places = createPlaces();
  let catalogue = new Catalogue([], []);
  let stamp: string | null = null;
  let romeVersion: number | null = null;
  let checkedAt = 0;
  let reading: Promise<void> | null = null;
  const loader = keepLoaded(engine, kernel.log);

  async function read(): Promise<void> {
    const held = await readEverything(store);
    catalogue = new Catalogue(held.competencies, held.occupations);
    await loader.give(catalogue.suggestItems());
    stamp = held.version?.stamp ?? null;
    romeVersion = held.version?.romeVersion ?? null;
    checkedAt = performance.now();
  }

  /** Reads everything again; those who ask meanwhile wait for the same reading. */
  function reload(): Promise<void> {
    reading ??= read().finally(() => {
      reading = null;
    });
    return reading;
  }

  async function reloadIfChanged(): Promise<void> {
    const version = await store.versions.findById(VERSION_ID).lean<{ stamp: string }>();
    if ((version?.stamp ?? null) !== stamp) await reload();
  }

  /** Never awaited: an answer may be three seconds old, never late. */
  function watch(): void {
    const now = performance.now();
    if (reading || now - checkedAt < CHECK_EVERY_MS) return;
    checkedAt = now;
    reloadIfChanged().catch((error) => kernel.log.warn({ err: error }, "the referential could not be read"));
  }

  const context: ReferentialContext = {
    catalogue() {
      watch();
      return catalogue;
    },
    engine,
    places,
    romeVersion: () => romeVersion,
  };
  await read();

  return {
    store,
    router: referentialRouter(context),
    reload,
    reloadIfChanged,
    /** Puts the starter referential in the database, or brings it up to date; repeats for nothing. */
    async ensureStarter(): Promise<void> {
      // The communes are read once the start is over, so that no request waits for them.
      setTimeout(places.warm, 1000).unref();
      const changed = await plantStarter(store, kernel.newId);
      if (changed > 0) await reload();
      await loader.soon(FIRST_LOAD_MS);
    },
    engine,
    suggestItems: () => catalogue.suggestItems(),
    loadState: loader.state,
    close: loader.stop,

    /** Those known, retired ones included: a portfolio stays readable. */
    competencies(ids: readonly string[]): Map<string, CompetencyRef> {
      const known = context.catalogue();
      return new Map(
        ids.flatMap((id) => {
          const found = known.competency(id);
          return found ? [[id, found] as const] : [];
        }),
      );
    },
    familyOf: (id: string): string | null => context.catalogue().competency(id)?.familyId ?? null,
    /** Errors: unknown_competency for an id unknown, retired, or of a family. */
    requireCompetencies(ids: readonly string[], field: string): void {
      const known = context.catalogue();
      const unknown = ids.find((id) => !known.isUsable(id));
      if (unknown !== undefined) throw new DomainError("unknown_competency", { field, id: unknown });
    },

    occupations(codes: readonly string[]): Map<string, Occupation> {
      const known = context.catalogue();
      return new Map(
        codes.flatMap((code) => {
          const found = known.occupation(code);
          return found ? [[code, found] as const] : [];
        }),
      );
    },
    /** Errors: unknown_occupation. */
    requireOccupation(code: string, field: string): Occupation {
      const known = context.catalogue();
      const found = known.isUsableOccupation(code) ? known.occupation(code) : undefined;
      if (!found) throw new DomainError("unknown_occupation", { field });
      return found;
    },
    isTradeWord: (word: string): boolean => context.catalogue().isTradeWord(word),
    /** Those in tension in the territory, by label. */
    inTension: (): Occupation[] =>
      context
        .catalogue()
        .allOccupations()
        .filter((one) => one.inTension),
    /** Errors: not_found. */
    readOccupation(code: string): OccupationSheet {
      const found = context.catalogue().sheet(code);
      if (!found) throw new DomainError("not_found", { field: "code" });
      return found;
    },
    suggest: (query: SuggestQuery, signal?: AbortSignal): Promise<Suggestion[]> => {
      watch();
      return engine.suggest(query, signal);
    },

    requirePlace: places.requirePlace,
    areaLabel: places.areaLabel,
    suggestPlaces: places.suggest,
  };
}
export type Referential = Awaited<ReturnType<typeof createReferential>>;
