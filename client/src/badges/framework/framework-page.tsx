import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ButtonLink, MainLink } from "../../ui/button-link.tsx";
import { Card, CardList } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Level } from "../../ui/level.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page, PageHeader, Section } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import styles from "../manage.module.css";
import { useInLanguage } from "../public/use-in-language.ts";
import { useRecognitions } from "../recognition/use-recognitions.ts";
import { BadgePicture } from "../shown/badge-picture.tsx";
import { contentToWrite, KINDS } from "./meta-badge-draft.ts";
import { type MetaBadgeRead, useFrameworkDrafts } from "./use-framework-drafts.ts";

const tones = { draft: "neutral", published: "good", retired: "problem" } as const;

/** The meta-badges of the Région, and how many structures wait for an answer. */
export function FrameworkPage() {
  const { t } = useTranslation(["badgesRegion", "badges"]);
  const framework = useFrameworkDrafts();
  const waiting = useRecognitions({ status: "asked" }).data?.length ?? 0;
  return (
    <Page>
      <PageHeader
        title={t("framework.title")}
        lead={t("framework.lead")}
        action={
          <MainLink to="/region/badges/nouveau" leftSection={<Icon name="plus" size={20} />}>
            {t("framework.new")}
          </MainLink>
        }
        aside={
          <ButtonLink to="/region/badges/reconnaissances">
            {waiting > 0 ? t("framework.waiting", { count: waiting }) : t("framework.requests")}
          </ButtonLink>
        }
      />
      <Loaded query={framework}>
        {(metaBadges) =>
          metaBadges.length === 0 ? (
            <EmptyState title={t("framework.empty")} text={t("framework.emptyText")} />
          ) : (
            KINDS.map((kind) => {
              const some = metaBadges.filter((one) => contentToWrite(one)?.kind === kind);
              if (some.length === 0) return null;
              return (
                <Section key={kind} title={t(`badges:kinds.${kind}`)}>
                  <CardList columns={2}>
                    {some.map((one) => (
                      <MetaBadgeCard key={one.id} metaBadge={one} />
                    ))}
                  </CardList>
                </Section>
              );
            })
          )
        }
      </Loaded>
    </Page>
  );
}

function MetaBadgeCard({ metaBadge }: { metaBadge: MetaBadgeRead }) {
  const { t } = useTranslation("badgesRegion");
  const say = useInLanguage();
  const content = metaBadge.versions.at(-1) ?? metaBadge.draft;
  if (!content) return null;
  const name = say(content.name);
  return (
    <Card as="li">
      <div className={styles.badge}>
        <BadgePicture motif={content.motif} name={name} size={80} />
        <div className={styles.badgeWords}>
          <h3>
            <Link to="/region/badges/$metaBadgeId" params={{ metaBadgeId: metaBadge.id }}>
              {name}
            </Link>
          </h3>
          <div className={styles.states}>
            <StatusBadge tone={tones[metaBadge.status]}>{t(`statuses.${metaBadge.status}`)}</StatusBadge>
            {metaBadge.status !== "draft" && metaBadge.draft ? (
              <StatusBadge tone="waiting">{t("framework.hasDraft")}</StatusBadge>
            ) : null}
          </div>
          <div className={styles.states}>
            {content.levels.map(({ level }) => (
              <Level key={level} level={level} />
            ))}
          </div>
        </div>
      </div>
    </Card>
  );
}
