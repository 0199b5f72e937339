import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ButtonLink, MainLink } from "../../ui/button-link.tsx";
import { Card, CardList } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page, PageHeader } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import styles from "../manage.module.css";
import { RecognitionState, readStatus } from "../recognition/recognition-state.tsx";
import { BadgePicture } from "../shown/badge-picture.tsx";
import { useBadgeDesk } from "./use-badge-desk.ts";
import type { LocalBadgeRead } from "./use-local-badge.ts";
import { useLocalBadges } from "./use-local-badges.ts";

/** The badges of one's organisation, and what the Région says of each. */
export function LocalBadgesPage() {
  const { t } = useTranslation("badgesDesk");
  const { canManage, status } = useBadgeDesk();
  const badges = useLocalBadges();
  const some = (badges.data?.length ?? 0) > 0;
  return (
    <Page>
      <PageHeader
        title={t("list.title")}
        lead={t("list.lead")}
        action={
          canManage && some ? (
            <MainLink to="/nos-badges/nouveau" leftSection={<Icon name="plus" size={20} />}>
              {t("list.new")}
            </MainLink>
          ) : null
        }
        aside={
          canManage && some ? <ButtonLink to="/nos-badges/ailleurs">{t("list.elsewhere")}</ButtonLink> : null
        }
      />
      <Loaded query={badges}>
        {(found) =>
          found.length > 0 ? (
            <CardList columns={2}>
              {found.map((badge) => (
                <LocalBadgeCard key={badge.id} badge={badge} />
              ))}
            </CardList>
          ) : (
            <EmptyState
              title={t("list.empty")}
              text={t(canManage ? "list.emptyText" : status === "approved" ? "list.ask" : "list.pending")}
              action={
                canManage ? (
                  <>
                    <MainLink to="/nos-badges/nouveau">{t("list.new")}</MainLink>
                    <ButtonLink to="/nos-badges/ailleurs">{t("list.elsewhere")}</ButtonLink>
                  </>
                ) : null
              }
            />
          )
        }
      </Loaded>
    </Page>
  );
}

function LocalBadgeCard({ badge }: { badge: LocalBadgeRead }) {
  const { t } = useTranslation("badgesDesk");
  const { id, name, image, recognitions, source, issuedCount } = badge;
  return (
    <Card as="li">
      <div className={styles.badge}>
        <BadgePicture src={image?.url} motif={image?.motif} name={name} size={80} />
        <div className={styles.badgeWords}>
          <h2>
            <Link to="/nos-badges/$badgeId" params={{ badgeId: id }}>
              {name}
            </Link>
          </h2>
          <p className={styles.soft}>
            {source === "own" ? t("list.issued", { count: issuedCount }) : t("list.fromElsewhere")}
          </p>
          <div className={styles.states}>
            {recognitions.length === 0 ? (
              <StatusBadge>{t("list.notRecognised")}</StatusBadge>
            ) : (
              recognitions.map((one) => (
                <RecognitionState key={one.recognitionId} status={readStatus(one.status)} />
              ))
            )}
          </div>
        </div>
      </div>
    </Card>
  );
}
