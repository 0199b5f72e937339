import type { MetaBadge, MetaBadgeKind } from "@acquis/shared/badges/framework.schema.ts";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../ui/button-link.tsx";
import { Card, CardList } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page, PageHeader, Section } from "../../ui/page.tsx";
import { useFramework } from "../framework/use-framework.ts";
import { BadgePicture } from "../shown/badge-picture.tsx";
import styles from "./public.module.css";
import { useInLanguage } from "./use-in-language.ts";

const KINDS: readonly MetaBadgeKind[] = ["transversal", "technical", "digital"];

function MetaBadgeCard({ metaBadge }: { metaBadge: MetaBadge }) {
  const { t } = useTranslation("publicBadges");
  const say = useInLanguage();
  const version = metaBadge.versions.at(-1);
  if (!version) return null;
  return (
    <Card as="li" className={styles.identity}>
      <BadgePicture motif={version.motif} name={say(version.name)} size={88} />
      <div className={styles.words}>
        <h3>
          <Link to="/badges/cadre/$metaBadgeId" params={{ metaBadgeId: metaBadge.id }}>
            {say(version.name)}
          </Link>
        </h3>
        <p>{say(version.summary)}</p>
        <p className={styles.soft}>{t("framework.levels", { count: version.levels.length })}</p>
      </div>
    </Card>
  );
}

/** The meta-badges of the Région, for everybody. */
export function FrameworkPage() {
  const { t } = useTranslation(["publicBadges", "badges"]);
  const framework = useFramework();
  return (
    <Page>
      <PageHeader
        title={t("framework.title")}
        lead={t("framework.lead")}
        aside={<ButtonLink to="/verifier">{t("framework.verify")}</ButtonLink>}
      />
      <Loaded query={framework}>
        {(metaBadges) =>
          metaBadges.length === 0 ? (
            <EmptyState title={t("framework.empty")} />
          ) : (
            KINDS.map((kind) => {
              const some = metaBadges.filter(({ versions }) => versions.at(-1)?.kind === kind);
              return some.length === 0 ? null : (
                <Section key={kind} title={t(`kinds.${kind}`, { ns: "badges" })}>
                  <CardList columns={2}>
                    {some.map((metaBadge) => (
                      <MetaBadgeCard key={metaBadge.id} metaBadge={metaBadge} />
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
