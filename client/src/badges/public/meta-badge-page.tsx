import type { MetaBadge } from "@acquis/shared/badges/framework.schema.ts";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format.ts";
import { problemOf } from "../../platform/problem.ts";
import { useLabel } from "../../platform/use-label.ts";
import { Card, CardList } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Level } from "../../ui/level.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page, PageHeader, Section } from "../../ui/page.tsx";
import { BadgePicture } from "../shown/badge-picture.tsx";
import styles from "./public.module.css";
import { useInLanguage } from "./use-in-language.ts";
import { useMetaBadge } from "./use-meta-badge.ts";
import { useRecognisedAs } from "./use-recognised-as.ts";

type Version = MetaBadge["versions"][number];

/** Each level with what must be seen, and its picture. */
function Levels({ version }: { version: Version }) {
  const { t } = useTranslation("publicBadges");
  const say = useInLanguage();
  return (
    <Section title={t("framework.criteria")}>
      <ol className={styles.levels}>
        {version.levels.map(({ level, criteria }) => (
          <Card as="li" key={level} className={styles.identity}>
            <BadgePicture
              motif={version.motif}
              level={{ reached: level, of: Math.max(...version.levels.map((one) => one.level)) }}
              name={say(version.name)}
              size={80}
            />
            <div className={styles.words}>
              <h3>
                <Level level={level} />
              </h3>
              <ul className={styles.criteria}>
                {criteria.map((criterion) => (
                  <li key={criterion.id}>{say(criterion.text)}</li>
                ))}
              </ul>
            </div>
          </Card>
        ))}
      </ol>
    </Section>
  );
}

/** Badges of structures that count as this one. */
function Recognised({ id }: { id: string }) {
  const { t } = useTranslation("publicBadges");
  const format = useFormat();
  return (
    <Section title={t("framework.recognised")}>
      <Loaded query={useRecognisedAs(id)}>
        {(badges) =>
          badges.length === 0 ? (
            <p>{t("framework.recognisedNone")}</p>
          ) : (
            <>
              <p>{t("framework.recognisedText")}</p>
              <CardList columns={2}>
                {badges.map((badge) => (
                  <Card as="li" key={`${badge.achievementId} ${badge.level}`} className={styles.identity}>
                    <BadgePicture src={badge.imageUrl} motif={badge.motif} name={badge.name} size={72} />
                    <div className={styles.words}>
                      <h3>{badge.name}</h3>
                      <p>{t("framework.by", { name: badge.organisationName })}</p>
                      <Level level={badge.level} />
                      <p className={styles.soft}>
                        {t("framework.since", { day: format.day(badge.recognisedOn) })}
                      </p>
                    </div>
                  </Card>
                ))}
              </CardList>
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function Told({ metaBadge }: { metaBadge: MetaBadge }) {
  const { t } = useTranslation("publicBadges");
  const format = useFormat();
  const labelOf = useLabel();
  const [version, ...older] = [...metaBadge.versions].reverse();
  const published = (one: Version) =>
    t("framework.version", { version: one.version, day: format.day(one.publishedOn) });
  return (
    <>
      {metaBadge.retired ? (
        <p className={styles.revoked}>{t("framework.retired", { day: format.day(metaBadge.retired.on) })}</p>
      ) : null}
      {version ? <Levels version={version} /> : null}
      {metaBadge.competencies.length > 0 ? (
        <Section title={t("framework.competencies")}>
          <ul className={styles.criteria}>
            {metaBadge.competencies.map((competency) => (
              <li key={competency.id}>{labelOf(competency)}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Recognised id={metaBadge.id} />
      {version ? <p className={styles.soft}>{published(version)}</p> : null}
      {older.length > 0 ? (
        <Section title={t("framework.older")}>
          <p>{t("framework.olderText")}</p>
          <ul className={styles.criteria}>
            {older.map((one) => (
              <li key={one.version}>{published(one)}</li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

/** One meta-badge: what it asks at each level, what it proves, which badges count as it. */
export function MetaBadgePage() {
  const { t } = useTranslation("publicBadges");
  const say = useInLanguage();
  const { metaBadgeId } = useParams({ from: "/badges/cadre/$metaBadgeId" });
  const metaBadge = useMetaBadge(metaBadgeId);
  const version = metaBadge.data?.versions.at(-1);
  const missing = metaBadge.isError && problemOf(metaBadge.error).status === 404;
  return (
    <Page narrow>
      <PageHeader
        title={version ? say(version.name) : t("framework.title")}
        lead={version ? say(version.summary) : null}
        back={{ to: "/badges", label: t("framework.back") }}
      />
      {missing ? (
        <EmptyState title={t("framework.notFound")} />
      ) : (
        <Loaded query={metaBadge}>{(one) => <Told metaBadge={one} />}</Loaded>
      )}
    </Page>
  );
}
