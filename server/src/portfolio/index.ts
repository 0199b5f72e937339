import type { Evidence, Withdrawal } from "@acquis/shared/portfolio/evidence.schema.ts";
import type { DomainEvent } from "../platform/delivery/delivery.ts";
import type { Kernel } from "../platform/kernel.ts";
import { addEvidence, changeEvidence, type EvidenceChange, withdrawEvidence } from "./change-evidence.ts";
import { openPortfolio } from "./change-portfolio.ts";
import { hideNewName } from "./hide-name.ts";
import { portfolioRouter } from "./portfolio.router.ts";
import { createPortfolioModel, type PortfolioDocument } from "./portfolio.store.ts";
import type { PortfolioContext, PortfolioDeps } from "./portfolio-context.ts";

export { factId } from "./fact-id.ts";
export type { PortfolioDocument, PortfolioModel, StoredExperience } from "./portfolio.store.ts";

/** Portfolios: what a person can do, what is coming, and the proof. */
export function createPortfolio(kernel: Kernel, deps: PortfolioDeps) {
  const portfolios = createPortfolioModel(kernel.db);
  const context: PortfolioContext = { kernel, portfolios, ...deps };
  kernel.delivery.watch(portfolios as never);
  kernel.delivery.on("account.created", async (event) => {
    const { accountId, role } = event.data;
    if (role === "trainee" && typeof accountId === "string") await openPortfolio(context, accountId);
  });
  kernel.delivery.on("account.renamed", async (_event, source) => {
    await hideNewName(context, source.id);
  });

  return {
    /** For the search projection, which reads `indexPending` and unsets it with `{ _id, revision }`. */
    portfolios,
    router: portfolioRouter(context),
    /** Null when the trainee never opened one. */
    async read(traineeId: string): Promise<PortfolioDocument | null> {
      return portfolios.findById(traineeId).lean<PortfolioDocument>();
    },
    async readMany(traineeIds: readonly string[]): Promise<Map<string, PortfolioDocument>> {
      if (traineeIds.length === 0) return new Map();
      const found = await portfolios.find({ _id: { $in: [...traineeIds] } }).lean<PortfolioDocument[]>();
      return new Map(found.map((portfolio) => [portfolio._id, portfolio]));
    },
    open: (traineeId: string) => openPortfolio(context, traineeId),
    changeEvidence: (
      traineeId: string,
      decide: (evidence: readonly Evidence[], revision: number) => EvidenceChange | null,
    ) => changeEvidence(context, traineeId, decide),
    addEvidence: (traineeId: string, evidence: readonly Evidence[], events?: DomainEvent[]) =>
      addEvidence(context, traineeId, evidence, events),
    withdrawEvidence: (
      traineeId: string,
      evidenceId: string,
      withdrawal: Withdrawal,
      events?: DomainEvent[],
    ) => withdrawEvidence(context, traineeId, evidenceId, withdrawal, events),
  };
}
export type PortfolioFeature = ReturnType<typeof createPortfolio>;
