import type { PublicBadge } from "@acquis/shared/badges/issuing.schema.ts";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format.ts";
import { problemOf } from "../../platform/problem.ts";
import { MainLink } from "../../ui/button-link.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Level } from "../../ui/level.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page, PageHeader, Section } from "../../ui/page.tsx";
import { BadgePicture } from "../shown/badge-picture.tsx";
import { RecognisedLine } from "../shown/badge-said.tsx";
import { SaidLink } from "../shown/said-link.tsx";
import styles from "./public.module.css";
import { PublicDownloads } from "./public-downloads.tsx";
import { PublicVerification } from "./public-verification.tsx";
import { usePublicBadge } from "./use-public-badge.ts";

/** What the badge is: its picture, who gave it and when, at which level, as what the Région counts it. */
function Identity({ badge }: { badge: PublicBadge }) {
  const { t } = useTranslation(["publicBadges", "badges"]);
  const format = useFormat();
  const { name, description, level, issuer, issuedOn, recognition, revoked, imageUrl } = badge;
  return (
    <Card className={styles.identity}>
      <BadgePicture src={imageUrl} name={name} size={180} spoken />
      <div className={styles.words}>
        {revoked ? (
          <p className={styles.revoked}>
            {t("badge.revoked", { day: format.day(revoked.on), reason: revoked.reason })}
          </p>
        ) : null}
        <p className={styles.description}>{description}</p>
        <p>
          <strong>{t("issuer", { ns: "badges", issuer: issuer.name })}</strong>
          <br />
          {t("issuedOn", { ns: "badges", day: format.day(issuedOn) })}
        </p>
        {level && !recognition ? (
          <p className={styles.level}>
            {t("badge.level")} : <Level level={level} />
          </p>
        ) : null}
        {revoked ? null : <RecognisedLine as={recognition && { how: "recognition", ...recognition }} />}
        <p className={styles.soft}>{t("badge.person")}</p>
      </div>
    </Card>
  );
}

function Told({ badge }: { badge: PublicBadge }) {
  const { t } = useTranslation(["publicBadges", "badges"]);
  const { criteria, narrative, alignments } = badge;
  return (
    <>
      {criteria.length > 0 ? (
        <Section title={t("criteria", { ns: "badges" })}>
          <ul className={styles.criteria}>
            {criteria.map((criterion) => (
              <li key={criterion}>{criterion}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      {narrative ? (
        <Section title={t("badge.narrative")}>
          <p className={styles.narrative}>{narrative}</p>
        </Section>
      ) : null}
      {alignments.length > 0 ? (
        <Section title={t("alignments", { ns: "badges" })}>
          <ul className={styles.criteria}>
            {alignments.map(({ targetName, targetUrl }) => (
              <li key={targetUrl}>
                <SaidLink url={targetUrl}>{targetName}</SaidLink>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

/** What people see at the address of a badge: what it says, and what it is worth now. */
export function PublicBadgePage() {
  const { t } = useTranslation("publicBadges");
  const { badgeId } = useParams({ from: "/badges/credentials/$badgeId" });
  const badge = usePublicBadge(badgeId);
  const missing = badge.isError && problemOf(badge.error).status === 404;
  return (
    <Page narrow>
      <PageHeader title={badge.data?.name ?? t("badge.what")} />
      {missing ? (
        <EmptyState
          title={t("badge.notFound")}
          text={t("badge.notFoundNext")}
          action={<MainLink to="/verifier">{t("badge.verify")}</MainLink>}
        />
      ) : (
        <Loaded query={badge}>
          {(one) => (
            <>
              <Identity badge={one} />
              {one.status === "signing" ? (
                <p role="status">{t("badge.signing")}</p>
              ) : (
                <PublicVerification id={one.id} />
              )}
              <Told badge={one} />
              {one.status === "signing" ? null : <PublicDownloads badge={one} />}
            </>
          )}
        </Loaded>
      )}
    </Page>
  );
}
