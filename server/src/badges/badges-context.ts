import type { CompetencyRef } from "@acquis/shared/referential/referential.schema.ts";
import type { Accounts } from "../accounts/index.ts";
import type { Kernel } from "../platform/kernel.ts";
import type { PortfolioFeature } from "../portfolio/index.ts";
import type { Training } from "../training/index.ts";
import type { MetaBadgeModel } from "./framework/framework.store.ts";
import type { BatchModel, BatchPartModel } from "./issuing/batches.store.ts";
import type { IssuedModel } from "./issuing/issued.store.ts";
import type { Signer } from "./issuing/signer.ts";
import type { StatusEntries } from "./issuing/status-entries.ts";
import type { Issuers } from "./keys/issuers.ts";
import type { ImageModel, LocalBadgeModel } from "./local/local-badges.store.ts";
import type { Drawer, Images } from "./public/images.ts";
import type { StatusLists } from "./public/status-lists.ts";
import type { RecognitionModel } from "./recognition/recognitions.store.ts";
import type { Resolve } from "./validator/model.ts";

/** What badges need of the rest of the product. */
export interface BadgesDeps {
  accounts: Pick<Accounts, "people" | "organisation" | "findByEmail" | "membersOf" | "regionName">;
  portfolio: Pick<PortfolioFeature, "read" | "readMany" | "changeEvidence" | "withdrawEvidence">;
  training: Pick<Training, "follows" | "peopleOf">;
  referential: {
    competencies(ids: readonly string[]): Map<string, CompetencyRef>;
    /** Errors: unknown_competency. */
    requireCompetencies(ids: readonly string[], field: string): unknown;
  };
  /** Answers the addresses of others: the guarded network, or a recorded web in tests. */
  outside: Resolve;
}

/** What the use cases of framework, local badges, recognition and issuing share. */
export interface BadgesContext extends BadgesDeps {
  kernel: Kernel;
  metaBadges: MetaBadgeModel;
  localBadges: LocalBadgeModel;
  sentImages: ImageModel;
  recognitions: RecognitionModel;
  issued: IssuedModel;
  batches: BatchModel;
  batchParts: BatchPartModel;
  statusEntries: StatusEntries;
  issuers: Issuers;
  signer: Signer;
  drawer: Drawer;
  images: Images;
  statusLists: StatusLists;
  /** Our own addresses from the store, those of others from outside. */
  web: Resolve;
}
