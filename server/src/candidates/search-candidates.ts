import type { CandidatePage, CandidateSearch } from "@acquis/shared/candidates/candidate.schema.ts";
import { canFind } from "@acquis/shared/candidates/candidates.policy.ts";
import { UNKNOWN_STEP } from "@acquis/shared/candidates/distance.rules.ts";
import type { SignedIn } from "../platform/http/api.ts";
import { presentCandidate, type ShownPortfolio } from "./candidates.presenter.ts";
import type { CandidatesContext } from "./candidates-context.ts";
import { explainVerdicts, idsNamed } from "./explain-verdicts.ts";
import { readSearch } from "./read-search.ts";

/**
 * The people who have what is asked, or soon will, in the order of the public rule. Errors:
 * organisation_not_approved, unknown_competency, unknown_place, search_unavailable.
 */
export async function searchCandidates(
  context: CandidatesContext,
  actor: SignedIn,
  search: CandidateSearch,
  signal?: AbortSignal,
): Promise<CandidatePage> {
  const { engine, referential } = context;
  const { query, place } = readSearch(context, actor, search);
  const answer = await engine.search(query, search.page, search.pageSize, {
    facets: true,
    ...(signal ? { signal } : {}),
  });

  const ids = answer.hits.map((hit) => hit.id);
  const portfolios = new Map(
    (
      await context.portfolios
        .find({ _id: { $in: ids } }, { visibility: 1, preferences: 1 })
        .lean<ShownPortfolio[]>()
    ).map((one) => [one._id, one]),
  );
  const named = [...portfolios.values()].filter((one) => one.visibility === "named").map((one) => one._id);
  const people = await context.accounts.people(named);
  const labels = referential.competencies(
    idsNamed(
      query,
      answer.hits.flatMap((hit) => [...hit.essential, ...hit.useful]),
    ),
  );
  const occupationLabels = referential.occupations(
    answer.facets?.occupations.map((bucket) => bucket.value) ?? [],
  );

  return {
    total: answer.total,
    page: search.page,
    pageSize: search.pageSize,
    allReady: answer.allReady,
    results: answer.hits.flatMap((hit) => {
      const portfolio = portfolios.get(hit.id);
      // Somebody may have hidden since the index was written: the portfolio decides.
      if (!portfolio || !canFind(portfolio.visibility)) return [];
      return {
        ...presentCandidate(portfolio, people.get(hit.id), referential),
        distanceStep: place && hit.step !== UNKNOWN_STEP ? hit.step : null,
        counts: hit.counts,
        ...explainVerdicts(query, hit, labels),
      };
    }),
    facets: {
      contracts: (answer.facets?.contracts ?? []).map((bucket) => ({ ...bucket, label: bucket.value })),
      areas: (answer.facets?.areas ?? []).map((bucket) => ({
        ...bucket,
        label: referential.areaLabel(bucket.value),
      })),
      occupations: (answer.facets?.occupations ?? []).map((bucket) => ({
        ...bucket,
        label: occupationLabels.get(bucket.value)?.label ?? bucket.value,
        labelEn: occupationLabels.get(bucket.value)?.labelEn ?? null,
      })),
      availability: (answer.facets?.availability ?? []).map((bucket) => ({ ...bucket, label: bucket.value })),
    },
  };
}
