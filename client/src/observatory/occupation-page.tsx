import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFamilyLabel, useLabel } from "../platform/use-label.ts";
import { useOccupation } from "../portfolio/use-occupation.ts";
import { ButtonLink } from "../ui/button-link.tsx";
import { Card, CardList } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Level } from "../ui/level.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader, Section } from "../ui/page.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import styles from "./referential.module.css";

/** An occupation of the referential: its titles, and what it asks by family. */
export function OccupationPage() {
  const { t } = useTranslation("observatory");
  const label = useLabel();
  const familyOf = useFamilyLabel();
  const { code = "" } = useParams({ strict: false });
  const occupation = useOccupation(code);
  return (
    <Page>
      {occupation.isError ? (
        <PageHeader
          back={{ to: "/region/referentiel", label: t("referential.back") }}
          title={t("referential.notShown")}
        />
      ) : null}
      <Loaded query={occupation}>
        {(sheet) => {
          const families = [...new Set(sheet.competencies.map((one) => familyOf(one) ?? ""))];
          return (
            <>
              <PageHeader
                back={{ to: "/region/referentiel", label: t("referential.back") }}
                title={label(sheet)}
                lead={sheet.definition}
                aside={
                  <ButtonLink to="/region" search={{ metier: sheet.code }}>
                    {t("referential.supply")}
                  </ButtonLink>
                }
              />
              {sheet.titles.length > 0 ? (
                <p>
                  <strong>{t("referential.alsoCalled")}</strong> {sheet.titles.join(" · ")}
                </p>
              ) : null}
              <Section title={t("referential.asks", { count: sheet.competencies.length })}>
                {sheet.competencies.length === 0 ? <EmptyState title={t("supply.empty")} /> : null}
                <CardList columns={2}>
                  {families.map((family) => (
                    <Card as="li" key={family}>
                      <h3>{family || t("referential.noFamily")}</h3>
                      <ul className={styles.competencies}>
                        {sheet.competencies
                          .filter((one) => (familyOf(one) ?? "") === family)
                          .map((one) => (
                            <li key={one.id}>
                              <span>
                                {label(one)}{" "}
                                {one.core ? (
                                  <StatusBadge tone="sea">{t("referential.core")}</StatusBadge>
                                ) : null}
                              </span>
                              <Level level={one.level} />
                            </li>
                          ))}
                      </ul>
                    </Card>
                  ))}
                </CardList>
              </Section>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
