import type { Asked } from "@acquis/shared/candidates/candidate.schema.ts";
import type { CandidateProfile, CandidateQuery } from "@acquis/shared/candidates/candidate-profile.ts";
import { explain } from "@acquis/shared/candidates/explanation.rules.ts";
import type { Judgement } from "@acquis/shared/candidates/ranking.rules.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { Place } from "@acquis/shared/platform/primitives.schema.ts";
import type { PortfolioDocument } from "../portfolio/index.ts";
import type { CandidateCondition } from "./candidate-engine.ts";
import { candidatesRouter } from "./candidates.router.ts";
import type { CandidatesContext } from "./candidates-context.ts";
import { explainVerdicts, idsNamed } from "./explain-verdicts.ts";
import { createIndexer } from "./index-portfolios.ts";
import { projectPortfolio } from "./project-portfolio.ts";
import { toCandidateQuery } from "./to-candidate-query.ts";

/** Somebody seen by the rule. */
export interface JudgedPerson {
  profile: CandidateProfile;
}

/** The search over people: who has the competencies, or soon will. */
export function createCandidates(deps: Omit<CandidatesContext, "requireReady">) {
  const { kernel, engine, portfolios, referential } = deps;
  const indexer = createIndexer(deps);
  let ready = false;
  const context: CandidatesContext = {
    ...deps,
    requireReady() {
      if (!ready) throw new DomainError("search_unavailable", { retryAfterSeconds: 2 });
    },
  };
  return {
    engine,
    indexer,
    router: candidatesRouter(context),
    /** Fills an engine that forgets, then keeps it true; one that remembers is only told what changed. */
    async start(): Promise<void> {
      if (!engine.remembers) await indexer.loadAll();
      ready = true;
      indexer.start();
    },
    isReady: () => ready,
    queryFor(wanted: {
      essential: Asked[];
      useful: Asked[];
      neededBy: string;
      place: Place;
    }): CandidateQuery {
      return toCandidateQuery(wanted, kernel.clock.today(), referential.familyOf);
    },
    /** Null while the search cannot tell. */
    async countFor(query: CandidateQuery): Promise<{ found: number; allReady: number } | null> {
      if (!ready) return null;
      try {
        const { total, allReady } = await engine.search(query, 1, 1, { facets: false });
        return { found: total, allReady };
      } catch (error) {
        if (error instanceof DomainError && error.code === "search_unavailable") return null;
        throw error;
      }
    },
    /** A trainee may always see their own result, even while they are private to everybody else. */
    async profileOf(traineeId: string): Promise<JudgedPerson> {
      const portfolio = await portfolios.findById(traineeId).lean<PortfolioDocument>();
      const profile = portfolio ? projectPortfolio(portfolio, referential, { evenPrivate: true }) : null;
      if (!profile) throw new DomainError("not_found");
      return { profile };
    },
    explain({ profile }: JudgedPerson, query: CandidateQuery, judgement: Judgement) {
      const labels = referential.competencies(idsNamed(query, [...judgement.essential, ...judgement.useful]));
      const explanation = explain(profile, query, judgement);
      return explainVerdicts(query, { ...judgement, explanation }, labels);
    },
    countPeople: (conditions: readonly CandidateCondition[]) => engine.count(conditions),
  };
}
export type { CandidateCondition };
