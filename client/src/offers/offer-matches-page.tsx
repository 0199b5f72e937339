import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMyPortfolio } from "../portfolio/use-my-portfolio.ts";
import { Button } from "../ui/button.tsx";
import { ButtonLink, MainLink } from "../ui/button-link.tsx";
import { Card, CardList } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import { Pagination } from "../ui/pagination.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import styles from "./matches.module.css";
import { OfferMatchCard } from "./offer-match-card.tsx";
import { OfferMatchesFilters } from "./offer-matches-filters.tsx";
import { countFilters, filtersOf, type MatchesSearch, PAGE_SIZE } from "./offer-matches-search.ts";
import { OfferMatchesWords } from "./offer-matches-words.tsx";
import { useOfferMatches } from "./use-offer-matches.ts";

/** To somebody whose portfolio is empty, every offer looks the same: what to do first. */
function StartFirst() {
  const { t } = useTranslation("matches");
  const { data } = useMyPortfolio();
  if (!data || data.competencies.length > 0) return null;
  return (
    <Card look="tint">
      <h2>{t("start")}</h2>
      <p>{t("startText")}</p>
      <MainLink to="/stagiaire/competences/ajouter/metier" className={styles.start}>
        {t("startGo")}
      </MainLink>
    </Card>
  );
}

/** Open offers with my own verdicts, in the order of the public rule. */
export function OfferMatchesPage() {
  const { t } = useTranslation("matches");
  const search = useSearch({ from: "/stagiaire/offres" });
  const navigate = useNavigate();
  const matches = useOfferMatches(filtersOf(search));
  const go = (next: MatchesSearch, resetScroll: boolean, replace = false) =>
    void navigate({ to: "/stagiaire/offres", search: next, resetScroll, replace });
  // Another choice starts again from its first page.
  const filter = (next: MatchesSearch, replace?: boolean) => go({ ...next, page: undefined }, false, replace);
  return (
    <Page>
      <PageHeader title={t("title")} lead={t("lead")} />
      <StartFirst />
      <OfferMatchesWords search={search} onChange={filter} />
      <OfferMatchesFilters
        search={search}
        onChange={filter}
        total={matches.data?.total}
        facets={matches.data?.facets}
      />
      <Loaded query={matches} waiting={<Skeleton rows={4} height={180} />}>
        {({ total, matches: offers }) => (
          <>
            <div className={styles.head}>
              <p role="status">{t("count", { count: total })}</p>
              <Link to="/regle" className={styles.tap}>
                {t("rule")}
              </Link>
            </div>
            {offers.length > 0 ? (
              <CardList columns={2} aria-busy={matches.isPlaceholderData}>
                {offers.map((match) => (
                  <OfferMatchCard key={match.offer.id} match={match} />
                ))}
              </CardList>
            ) : countFilters(search) > 0 || search.mots ? (
              <EmptyState
                title={t("noneFiltered")}
                action={
                  <Button variant="default" onClick={() => filter({})}>
                    {t("noneFilteredGo")}
                  </Button>
                }
              />
            ) : (
              <EmptyState
                title={t("none")}
                text={t("noneNext")}
                action={<ButtonLink to="/stagiaire/competences/ajouter">{t("noneGo")}</ButtonLink>}
              />
            )}
            <Pagination
              page={search.page ?? 1}
              pageSize={PAGE_SIZE}
              total={total}
              onChange={(page) => go({ ...search, page }, true)}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}
