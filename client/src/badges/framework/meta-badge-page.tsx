import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format.ts";
import { ButtonLink } from "../../ui/button-link.tsx";
import { Card, CardList } from "../../ui/card.tsx";
import { classes } from "../../ui/classes.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Level } from "../../ui/level.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page, PageHeader, Section } from "../../ui/page.tsx";
import { IssuedList } from "../issuing/issued-list.tsx";
import styles from "../manage.module.css";
import { useInLanguage } from "../public/use-in-language.ts";
import { useRecognisedAs } from "../public/use-recognised-as.ts";
import { BadgePicture } from "../shown/badge-picture.tsx";
import { MetaBadgeActions } from "./meta-badge-actions.tsx";
import { MetaBadgeContentView } from "./meta-badge-content.tsx";
import { type MetaBadgeRead, useFrameworkDrafts } from "./use-framework-drafts.ts";

const back = { to: "/region/badges" } as const;

/** One meta-badge: what is in force, what is being prepared, what came before, who is recognised. */
export function MetaBadgePage() {
  const { t } = useTranslation("badgesRegion");
  const { metaBadgeId } = useParams({ strict: false });
  const framework = useFrameworkDrafts();
  const found = framework.data?.find(({ id }) => id === metaBadgeId);
  return (
    <Page>
      {found ? null : <PageHeader title={t("sheet.title")} back={{ ...back, label: t("sheet.back") }} />}
      <Loaded query={framework}>
        {() =>
          found ? (
            <Sheet metaBadge={found} />
          ) : (
            <EmptyState
              title={t("sheet.unknown")}
              action={<ButtonLink to="/region/badges">{t("sheet.back")}</ButtonLink>}
            />
          )
        }
      </Loaded>
    </Page>
  );
}

function Sheet({ metaBadge }: { metaBadge: MetaBadgeRead }) {
  const { t } = useTranslation("badgesRegion");
  const say = useInLanguage();
  const format = useFormat();
  const { versions, draft, retired, competencies } = metaBadge;
  const current = versions.at(-1);
  const shown = current ?? draft;
  if (!shown) return null;
  const older = versions.slice(0, -1).reverse();
  return (
    <>
      <PageHeader
        title={say(shown.name)}
        back={{ ...back, label: t("sheet.back") }}
        lead={
          retired
            ? t("sheet.retired", { day: format.day(retired.on), reason: retired.reason })
            : current
              ? t("sheet.version", { version: current.version, day: format.day(current.publishedOn) })
              : t("sheet.neverPublished")
        }
        action={<MetaBadgeActions metaBadge={metaBadge} />}
      />
      <Card as="section" aria-labelledby="says">
        <h2 id="says" className="visually-hidden">
          {t("sheet.says")}
        </h2>
        <div className={classes(styles.badge, styles.sheet)}>
          <BadgePicture motif={shown.motif} name={say(shown.name)} size={120} spoken />
          <div className={styles.badgeWords}>
            <MetaBadgeContentView content={shown} competencies={competencies} />
          </div>
        </div>
      </Card>
      {current && draft ? (
        <Section title={t("sheet.draft", { version: current.version + 1 })}>
          <p className={styles.note}>{t("sheet.draftText")}</p>
          <Card>
            <MetaBadgeContentView content={draft} competencies={competencies} />
          </Card>
        </Section>
      ) : null}
      {older.length > 0 ? (
        <Section title={t("sheet.history")}>
          {older.map((version) => (
            <details key={version.version} className={styles.fold}>
              <summary>
                {t("sheet.olderVersion", {
                  version: version.version,
                  day: format.day(version.publishedOn),
                })}
              </summary>
              <MetaBadgeContentView content={version} competencies={competencies} />
            </details>
          ))}
        </Section>
      ) : null}
      {current ? (
        <>
          <Recognised metaBadgeId={metaBadge.id} />
          <Section title={t("sheet.issued")}>
            <IssuedList filter={{ metaBadgeId: metaBadge.id }} />
          </Section>
        </>
      ) : null}
    </>
  );
}

function Recognised({ metaBadgeId }: { metaBadgeId: string }) {
  const { t } = useTranslation("badgesRegion");
  const format = useFormat();
  return (
    <Section title={t("sheet.recognised")}>
      <Loaded query={useRecognisedAs(metaBadgeId)}>
        {(badges) =>
          badges.length === 0 ? (
            <p className={styles.soft}>{t("sheet.noneRecognised")}</p>
          ) : (
            <CardList columns={2}>
              {badges.map((one) => (
                <Card as="li" key={one.achievementId + one.level}>
                  <div className={styles.badge}>
                    <BadgePicture src={one.imageUrl} name={one.name} size={64} />
                    <div className={styles.badgeWords}>
                      <h3>{one.name}</h3>
                      <p>{one.organisationName}</p>
                      <Level level={one.level} />
                      <p className={styles.soft}>
                        {t("sheet.recognisedOn", { day: format.day(one.recognisedOn) })}
                      </p>
                    </div>
                  </div>
                </Card>
              ))}
            </CardList>
          )
        }
      </Loaded>
    </Section>
  );
}
