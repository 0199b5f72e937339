import type { Recognised } from "@acquis/shared/badges/collection.rules.ts";
import type { CompetencyRef } from "@acquis/shared/referential/referential.schema.ts";
import type { Accounts } from "../../accounts/index.ts";
import type { Kernel } from "../../platform/kernel.ts";
import type { PortfolioFeature } from "../../portfolio/index.ts";
import type { Training } from "../../training/index.ts";
import type { JsonObject } from "../validator/json.ts";
import type { Resolve } from "../validator/model.ts";
import type { Verifying } from "../verifier/verifying.ts";
import type { CollectionStore } from "./collection.store.ts";

export interface CollectionDeps {
  accounts: Pick<Accounts, "people">;
  portfolio: Pick<PortfolioFeature, "read" | "changeEvidence">;
  training: Pick<Training, "follows">;
  referential: { competencies(ids: readonly string[]): Map<string, CompetencyRef> };
  /** Our own addresses from the store, those of others over the guarded network. */
  resolve: Resolve;
  verifying: Verifying;
  region(): Promise<{ id: string; name: string; did: string | null }>;
  /** What the Région lets an achievement (3.0) or badge class (2.0) stand for today; empty without any. */
  standsFor(achievementId: string): Promise<Recognised[]>;
  /** Of what an achievement says, as it was when it was recognised. */
  contentHashOf(achievement: JsonObject): string;
  /** A badge issued here: its address, whom it was issued to, and whether they asked for it themselves. */
  issued(badgeId: string): Promise<{ url: string; traineeId: string; asked?: boolean } | null>;
}

/** What the use cases of a collection share. */
export interface CollectionContext extends CollectionDeps {
  kernel: Kernel;
  store: CollectionStore;
}
