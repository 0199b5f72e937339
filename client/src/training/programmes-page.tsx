import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ButtonLink, MainLink } from "../ui/button-link.tsx";
import { Card, CardList } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Icon } from "../ui/icon.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import fields from "./fields.module.css";
import styles from "./training.module.css";
import { useProgrammes } from "./use-programmes.ts";

/** The programmes of a provider: what each one teaches. */
export function ProgrammesPage() {
  const { t } = useTranslation("training");
  const programmes = useProgrammes();
  const create = <MainLink to="/organisme/formations/nouvelle">{t("programmes.new")}</MainLink>;
  return (
    <Page>
      <PageHeader
        title={t("programmes.title")}
        lead={t("programmes.lead")}
        action={(programmes.data?.length ?? 0) > 0 ? create : null}
      />
      <Loaded query={programmes}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState title={t("programmes.nothing")} text={t("programmes.next")} action={create} />
          ) : (
            <CardList columns={2}>
              {found.map(({ id, name, modules }) => (
                <Card as="li" key={id} className={styles.sessionCard}>
                  <h2 className={styles.cardTitle}>
                    <Link to="/organisme/formations/$programmeId" params={{ programmeId: id }}>
                      {name}
                    </Link>
                  </h2>
                  <p className={styles.soft}>
                    {t("programmes.modules", { count: modules.length })}
                    {" · "}
                    {t("programmes.competencies", {
                      count: new Set(
                        modules.flatMap(({ teaches }) => teaches.map(({ competencyId }) => competencyId)),
                      ).size,
                    })}
                  </p>
                  <div className={fields.buttons}>
                    <ButtonLink
                      to="/organisme/sessions/nouvelle"
                      search={{ formation: id }}
                      leftSection={<Icon name="calendar" size={20} />}
                      aria-label={t("programmes.openSessionOf", { name })}
                    >
                      {t("programmes.openSession")}
                    </ButtonLink>
                  </div>
                </Card>
              ))}
            </CardList>
          )
        }
      </Loaded>
    </Page>
  );
}
