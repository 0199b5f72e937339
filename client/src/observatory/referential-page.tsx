import { matchesText, wordsOf } from "@acquis/shared/referential/text.rules.ts";
import { Link } from "@tanstack/react-router";
import { useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import { useLabel } from "../platform/use-label.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { TextInput } from "../ui/fields.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader, Section } from "../ui/page.tsx";
import { Pagination } from "../ui/pagination.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { Figures } from "./figures.tsx";
import styles from "./referential.module.css";
import { useAllOccupations, useReferentialSummary } from "./use-referential.ts";

const PAGE_SIZE = 40;

/** The referential: how much it holds, and its occupations. */
export function ReferentialPage() {
  const { t } = useTranslation("observatory");
  const summary = useReferentialSummary();
  return (
    <Page>
      <PageHeader
        title={t("referential.title")}
        lead={
          summary.data?.romeVersion
            ? t("referential.rome", { version: summary.data.romeVersion })
            : t("referential.starter")
        }
      />
      <Loaded query={summary}>
        {(held) => (
          <Figures
            figures={(["occupations", "titles", "competencies", "families", "knowledge", "links"] as const)
              .filter((name) => held[name] > 0)
              .map((name) => ({ label: t(`referential.${name}`), value: held[name] }))}
          />
        )}
      </Loaded>
      <Occupations />
    </Page>
  );
}

function Occupations() {
  const { t } = useTranslation("observatory");
  const format = useFormat();
  const label = useLabel();
  const query = useAllOccupations();
  const [typed, setTyped] = useState("");
  const [page, setPage] = useState(1);
  const text = useDeferredValue(typed);
  const found = useMemo(
    () =>
      (query.data ?? []).filter(
        (one) => !text || matchesText(wordsOf(`${one.code} ${one.label} ${one.labelEn ?? ""}`), text),
      ),
    [query.data, text],
  );
  return (
    <Section title={t("referential.list")}>
      <div className={styles.filter}>
        <TextInput
          label={t("referential.filter")}
          description={t("referential.filterHint")}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setPage(1);
          }}
        />
      </div>
      <Loaded query={query}>
        {() => (
          <>
            <p role="status">
              {t("referential.found", { count: found.length, total: format.number(found.length) })}
            </p>
            {found.length === 0 ? (
              <EmptyState title={t("referential.nothing")} text={t("referential.nothingText")} />
            ) : null}
            <ul className={styles.occupations}>
              {found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((one) => (
                <li key={one.code}>
                  <Link to="/region/referentiel/$code" params={{ code: one.code }}>
                    {label(one)}
                  </Link>
                  <span className={styles.code}>{one.code}</span>
                  {one.inTension ? <StatusBadge tone="sea">{t("referential.tension")}</StatusBadge> : null}
                </li>
              ))}
            </ul>
            <Pagination page={page} pageSize={PAGE_SIZE} total={found.length} onChange={setPage} />
          </>
        )}
      </Loaded>
    </Section>
  );
}
