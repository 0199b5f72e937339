import type { Catalogue } from "./catalogue.ts";
import type { Places } from "./places/places.ts";
import type { ReferentialEngine } from "./referential-engine.ts";

/** What the use cases of the referential share. */
export interface ReferentialContext {
  /** What is held now. */
  catalogue(): Catalogue;
  engine: ReferentialEngine;
  places: Places;
  romeVersion(): number | null;
}
