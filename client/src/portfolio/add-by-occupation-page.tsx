import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLabel } from "../platform/use-label.ts";
import { ButtonLink } from "../ui/button-link.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader, Section } from "../ui/page.tsx";
import { OccupationPicker } from "../ui/pickers/suggestion-picker.tsx";
import { CompetencyTicks, type Ticked } from "./competency-ticks.tsx";
import { DeclareBar } from "./declare-bar.tsx";
import styles from "./ticks.module.css";
import { useMyPortfolio } from "./use-my-portfolio.ts";
import { useOccupation } from "./use-occupation.ts";
import { useOccupationsInTension } from "./use-occupations-in-tension.ts";

const HERE = "/stagiaire/competences/ajouter/metier";

/** Typing a name, or one touch on an occupation that hires in the territory. */
function ChooseOccupation() {
  const { t } = useTranslation("competency");
  const labelOf = useLabel();
  const navigate = useNavigate();
  return (
    <>
      <OccupationPicker
        label={t("add.occupationLabel")}
        onPick={({ id }) => void navigate({ to: HERE, search: { code: id } })}
      />
      <Section title={t("add.tension")}>
        <Loaded query={useOccupationsInTension()}>
          {(occupations) => (
            <ul className={styles.trades}>
              {occupations.map((occupation) => (
                <li key={occupation.code}>
                  <Link to={HERE} search={{ code: occupation.code }} className={styles.trade}>
                    {labelOf(occupation)}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      </Section>
    </>
  );
}

function TickOccupation({ code }: { code: string }) {
  const { t } = useTranslation("competency");
  const labelOf = useLabel();
  const occupation = useOccupation(code);
  const portfolio = useMyPortfolio();
  const [ticked, setTicked] = useState<Ticked>(new Map());
  return (
    <Loaded query={occupation}>
      {(sheet) => {
        const { competencies } = sheet;
        const groups = [
          { legend: t("add.core"), items: competencies.filter(({ core }) => core) },
          { legend: t("add.useful"), items: competencies.filter(({ core }) => !core) },
        ].filter(({ items }) => items.length > 0);
        return (
          <>
            <Section
              title={labelOf(sheet)}
              aside={
                <Link to={HERE} search={{}} className={styles.tap}>
                  {t("add.another")}
                </Link>
              }
            >
              <p>{competencies.length > 0 ? t("add.tickLead") : null}</p>
            </Section>
            {competencies.length === 0 ? (
              <EmptyState
                title={t("add.none")}
                action={
                  <ButtonLink to="/stagiaire/competences/ajouter/recherche">{t("add.bySearch")}</ButtonLink>
                }
              />
            ) : null}
            <Loaded query={portfolio}>
              {(mine) =>
                groups.map((group) => (
                  <CompetencyTicks
                    key={group.legend}
                    {...group}
                    ticked={ticked}
                    onChange={setTicked}
                    held={mine.competencies}
                  />
                ))
              }
            </Loaded>
            {competencies.length > 0 ? <DeclareBar ticked={ticked} /> : null}
          </>
        );
      }}
    </Loaded>
  );
}

/** « Je veux être aide-soignante »: an occupation, then its competencies to tick. */
export function AddByOccupationPage() {
  const { t } = useTranslation("competency");
  const { code } = useSearch({ from: HERE });
  return (
    <Page narrow>
      <PageHeader
        title={t("add.occupationTitle")}
        lead={code ? null : t("add.occupationLead")}
        back={{ to: "/stagiaire/competences/ajouter", label: t("add.back") }}
      />
      {code ? <TickOccupation key={code} code={code} /> : <ChooseOccupation />}
    </Page>
  );
}
