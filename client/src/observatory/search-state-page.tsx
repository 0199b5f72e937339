import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import { Button } from "../ui/button.tsx";
import { Card, CardList } from "../ui/card.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { type IndexState, useSearchState } from "./use-search-state.ts";

/** How far behind each index is, what it refused, since when it fails. */
export function SearchStatePage() {
  const { t } = useTranslation("observatory");
  const state = useSearchState();
  return (
    <Page>
      <PageHeader
        title={t("search.title")}
        lead={t("search.lead")}
        aside={
          <Button variant="default" onClick={() => void state.refetch()}>
            {t("search.refresh")}
          </Button>
        }
      />
      <Loaded query={state}>
        {({ engine, indexes }) => (
          <>
            <p>{t(`search.${engine}`)}</p>
            <CardList columns={2}>
              {indexes.map((index) => (
                <IndexCard key={index.index} index={index} />
              ))}
            </CardList>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function IndexCard({ index }: { index: IndexState }) {
  const { t } = useTranslation("observatory");
  const format = useFormat();
  const late = index.behind > 0 || index.failingSince !== null;
  return (
    <Card as="li">
      <h2>{t(`search.index.${index.index}`)}</h2>
      <p>
        <StatusBadge tone={!index.ok ? "problem" : late ? "waiting" : "good"}>
          {t(!index.ok ? "search.down" : late ? "search.late" : "search.good")}
        </StatusBadge>
      </p>
      <ul>
        {index.documents === null ? null : (
          <li>{t("search.documents", { count: index.documents, total: format.number(index.documents) })}</li>
        )}
        <li>{t("search.behind", { count: index.behind, total: format.number(index.behind) })}</li>
        <li>{t("search.refused", { count: index.refused, total: format.number(index.refused) })}</li>
      </ul>
      <p>
        {index.lastSuccess
          ? t("search.lastSuccess", { at: format.time(index.lastSuccess) })
          : t("search.neverYet")}
      </p>
      {index.failingSince ? <p>{t("search.failing", { at: format.time(index.failingSince) })}</p> : null}
      {index.failure ? <p>{index.failure}</p> : null}
      {index.refusedDocuments.length > 0 ? (
        <details>
          <summary>{t("search.refusedTitle")}</summary>
          <p>{t("search.refusedText")}</p>
          <ul>
            {index.refusedDocuments.map(({ id, reason, since }) => (
              <li key={id}>{t("search.refusedOne", { id, reason, at: format.time(since) })}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </Card>
  );
}
