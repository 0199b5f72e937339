import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format.ts";
import { ButtonLink, MainLink } from "../../ui/button-link.tsx";
import { Card } from "../../ui/card.tsx";
import { classes } from "../../ui/classes.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Page, PageHeader, Section } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { IssuedList } from "../issuing/issued-list.tsx";
import styles from "../manage.module.css";
import { RecognitionSection } from "../recognition/recognition-section.tsx";
import { BadgePicture } from "../shown/badge-picture.tsx";
import { AlignmentList } from "./alignment-list.tsx";
import { ReadAgainButton } from "./read-again-button.tsx";
import { useBadgeDesk } from "./use-badge-desk.ts";
import { type LocalBadgeRead, useLocalBadge } from "./use-local-badge.ts";

/** One badge of the organisation: what it says, what the Région answers, who received it. */
export function LocalBadgePage() {
  const { t } = useTranslation("badgesDesk");
  const { badgeId = "" } = useParams({ strict: false });
  const badge = useLocalBadge(badgeId);
  return (
    <Page>
      {badge.data ? null : (
        <PageHeader title={t("badge.title")} back={{ to: "/nos-badges", label: t("badge.back") }} />
      )}
      <Loaded query={badge}>{(found) => <Sheet badge={found} />}</Loaded>
    </Page>
  );
}

function Sheet({ badge }: { badge: LocalBadgeRead }) {
  const { t } = useTranslation("badgesDesk");
  const { canManage, canIssue } = useBadgeDesk();
  const params = { badgeId: badge.id };
  const own = badge.source === "own";
  return (
    <>
      <PageHeader
        title={badge.name}
        back={{ to: "/nos-badges", label: t("badge.back") }}
        action={
          own && canIssue ? (
            <MainLink to="/nos-badges/$badgeId/delivrer" params={params}>
              {t("badge.issue")}
            </MainLink>
          ) : null
        }
        aside={
          canManage ? (
            own ? (
              <ButtonLink to="/nos-badges/$badgeId/modifier" params={params}>
                {t("badge.edit")}
              </ButtonLink>
            ) : badge.origin?.url ? (
              <ReadAgainButton id={badge.id} />
            ) : null
          ) : null
        }
      />
      <Card as="section" aria-label={t("badge.says")}>
        <div className={classes(styles.badge, styles.sheet)}>
          <BadgePicture
            src={badge.image?.url}
            motif={badge.image?.motif}
            name={badge.name}
            size={120}
            spoken
          />
          <div className={styles.badgeWords}>
            <Origin badge={badge} />
            <p className={styles.text}>{badge.description}</p>
            <h2>{t("badge.criteria")}</h2>
            <ul className={styles.bullets}>
              {badge.criteria.map(({ id, text }) => (
                <li key={id}>{text}</li>
              ))}
            </ul>
            <AlignmentList alignments={badge.alignments} />
          </div>
        </div>
      </Card>
      <RecognitionSection badge={badge} />
      {own ? (
        <Section title={t("issued.title")}>
          <IssuedList filter={{ localBadgeId: badge.id }} />
        </Section>
      ) : null}
    </>
  );
}

/** For a badge from elsewhere: who issues it there, whether that is known, and when it was read. */
function Origin({ badge }: { badge: LocalBadgeRead }) {
  const { t } = useTranslation("badgesDesk");
  const format = useFormat();
  const { origin, issuer } = badge;
  if (!origin) return null;
  return (
    <>
      <div className={styles.states}>
        <StatusBadge tone="sea">{t("list.fromElsewhere")}</StatusBadge>
        <StatusBadge tone={issuer.confirmation === "unconfirmed" ? "problem" : "good"}>
          {t(`confirmations.${issuer.confirmation}`)}
        </StatusBadge>
      </div>
      <p className={styles.soft}>
        {t("badge.issuedBy", { name: issuer.name, day: format.day(origin.readOn) })}
        {origin.url ? (
          <>
            {" "}
            <a href={origin.url} rel="noreferrer noopener" target="_blank">
              {t("badge.there")}
            </a>
          </>
        ) : null}
      </p>
    </>
  );
}
