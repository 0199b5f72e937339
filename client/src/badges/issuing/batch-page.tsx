import { useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useRefusalText } from "../../attestations/use-refusal-text.ts";
import { useFormat } from "../../platform/format.ts";
import { ButtonLink } from "../../ui/button-link.tsx";
import { Card } from "../../ui/card.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page, PageHeader, Section } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import styles from "../manage.module.css";
import { useRefreshBadges } from "../use-refresh-badges.ts";
import { IssuedList } from "./issued-list.tsx";
import { useBatch } from "./use-batch.ts";

/** How far a batch is: it goes on by itself, and one may leave. */
export function BatchPage() {
  const { t } = useTranslation("badgesDesk");
  const { badgeId = "", batchId = "" } = useParams({ strict: false });
  const batch = useBatch(batchId);
  const refresh = useRefreshBadges();
  const over = Boolean(batch.data?.finishedAt);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it issued is read once it is over.
  useEffect(() => {
    if (over) void refresh();
  }, [over]);
  return (
    <Page>
      <PageHeader
        title={t(over ? "batch.over" : "batch.title")}
        lead={batch.data?.badgeName}
        back={{ to: "/nos-badges/$badgeId", label: t("badge.backToIt") }}
      />
      <Loaded query={batch}>
        {(found) => (
          <>
            <Progress batch={found} />
            {found.failed.length > 0 ? <Failed failed={found.failed} /> : null}
            {over ? (
              <Section title={t("issued.title")}>
                <IssuedList filter={{ batchId }} />
              </Section>
            ) : null}
            <div className={styles.buttons}>
              <ButtonLink to="/nos-badges/$badgeId" params={{ badgeId }}>
                {t("badge.backToIt")}
              </ButtonLink>
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Progress({ batch }: { batch: NonNullable<ReturnType<typeof useBatch>["data"]> }) {
  const { t } = useTranslation("badgesDesk");
  const format = useFormat();
  const { total, done, issued, failed, startedAt, startedBy, finishedAt } = batch;
  return (
    <Card>
      <progress className={styles.progress} value={done} max={total} aria-label={t("batch.progress")} />
      <p role="status">
        {finishedAt ? t("batch.end", { count: issued }) : t("batch.at", { done, count: total })}
      </p>
      <div className={styles.states}>
        {issued > 0 ? <StatusBadge tone="good">{t("batch.issued", { count: issued })}</StatusBadge> : null}
        {failed.length > 0 ? (
          <StatusBadge tone="problem">{t("batch.failed", { count: failed.length })}</StatusBadge>
        ) : null}
      </div>
      <p className={styles.soft}>
        {t("batch.started", { name: startedBy, time: format.time(startedAt) })}{" "}
        {finishedAt ? null : t("batch.leave")}
      </p>
    </Card>
  );
}

function Failed({ failed }: { failed: readonly { traineeId: string; name: string; code: string }[] }) {
  const { t } = useTranslation("badgesDesk");
  const refusal = useRefusalText();
  const why = (code: string) => {
    if (code === "already_exists") return t("issue.held");
    return code === "unknown_recipient" ? t("batch.gone") : refusal(code);
  };
  return (
    <Section title={t("batch.notIssued")}>
      <ul className={styles.rows}>
        {failed.map(({ traineeId, name, code }) => (
          <li key={traineeId} className={styles.row}>
            <strong>{name}</strong>
            <span className={styles.failed}>{why(code)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
