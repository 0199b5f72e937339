import type { Asked } from "@acquis/shared/candidates/candidate.schema.ts";
import type { CandidateProfile, CandidateQuery } from "@acquis/shared/candidates/candidate-profile.ts";
import type { Judgement } from "@acquis/shared/candidates/ranking.rules.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { Place } from "@acquis/shared/platform/primitives.schema.ts";
import type { Evidence } from "@acquis/shared/portfolio/evidence.schema.ts";
import type { PortfolioDocument } from "../portfolio/index.ts";
import type { CandidateCondition } from "./candidate-engine.ts";
import { candidatesRouter } from "./candidates.router.ts";
import type { CandidatesContext } from "./candidates-context.ts";
import { explainVerdicts, idsNamed } from "./explain-verdicts.ts";
import { createIndexer } from "./index-portfolios.ts";
import { projectPortfolio } from "./project-portfolio.ts";
import { toCandidateQuery } from "./to-candidate-query.ts";

/** Somebody seen by the rule: their profile, and the evidence that explains it. */
export interface JudgedPerson {
  profile: CandidateProfile;
  evidence: Evidence[];
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
    async countFor(query: CandidateQuery): Promise<{ found: number; allReady: number }> {
      if (!ready) return { found: 0, allReady: 0 };
      const { total, allReady } = await engine.search(query, 1, 1, { facets: false });
      return { found: total, allReady };
    },
    /** A trainee may always see their own result, even while they are private to everybody else. */
    async profileOf(traineeId: string): Promise<JudgedPerson> {
      const portfolio = await portfolios.findById(traineeId).lean<PortfolioDocument>();
      const profile = portfolio ? projectPortfolio(portfolio, referential, { evenPrivate: true }) : null;
      if (!portfolio || !profile) throw new DomainError("not_found");
      return { profile, evidence: portfolio.evidence };
    },
    explain(person: JudgedPerson, query: CandidateQuery, judgement: Judgement) {
      const labels = referential.competencies(idsNamed(query, [...judgement.essential, ...judgement.useful]));
      return explainVerdicts(person.evidence, query, judgement, labels);
    },
    countPeople: (conditions: readonly CandidateCondition[]) => engine.count(conditions),
  };
}
export type { CandidateCondition };
