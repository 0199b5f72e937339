import { readAchievementKey } from "@acquis/shared/badges/framework.rules.ts";
import { Navigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page, PageHeader, Section } from "../../ui/page.tsx";
import { BadgePicture } from "../shown/badge-picture.tsx";
import { Narrative } from "../shown/narrative.tsx";
import styles from "./public.module.css";
import { useAchievement } from "./use-achievement.ts";

/** The address that names what a badge is about: a level of the framework leads there, a structure's badge is told. */
export function AchievementPage() {
  const { key } = useParams({ from: "/badges/achievements/$key" });
  const level = readAchievementKey(key);
  if (level)
    return <Navigate to="/badges/cadre/$metaBadgeId" params={{ metaBadgeId: level.metaBadgeId }} replace />;
  return <LocalAchievement id={key} />;
}

function LocalAchievement({ id }: { id: string }) {
  const { t } = useTranslation(["publicBadges", "badges"]);
  const achievement = useAchievement(id);
  return (
    <Page narrow>
      <PageHeader title={achievement.data?.name || t("achievement.title")} />
      <Loaded query={achievement}>
        {(said) =>
          said ? (
            <>
              <Card className={styles.identity}>
                <BadgePicture src={said.image} name={said.name} size={140} spoken />
                <div className={styles.words}>
                  <p className={styles.description}>{said.description}</p>
                  {said.issuer ? <p>{t("issuer", { ns: "badges", issuer: said.issuer })}</p> : null}
                  {said.endorsements.map((comment) => (
                    <p key={comment} className={styles.endorsed}>
                      <Icon name="medal" />
                      <span>{comment}</span>
                    </p>
                  ))}
                </div>
              </Card>
              {said.narrative ? (
                <Section title={t("criteria", { ns: "badges" })}>
                  <Narrative text={said.narrative} className={styles.narrative} />
                </Section>
              ) : null}
            </>
          ) : (
            <EmptyState title={t("badge.notFound")} text={t("badge.notFoundNext")} />
          )
        }
      </Loaded>
    </Page>
  );
}
