import type { Portfolio } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFamilyLabel } from "../platform/use-label.ts";
import { ButtonLink, MainLink } from "../ui/button-link.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Icon } from "../ui/icon.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader, Section } from "../ui/page.tsx";
import { byFamily } from "./by-family.ts";
import { CompetencyRow } from "./competency-row.tsx";
import { attestationsToAnswer } from "./evidence-reading.ts";
import styles from "./list.module.css";
import { MarkFilter, type MarkFilterValue } from "./mark-filter.tsx";
import { useMyPortfolio } from "./use-my-portfolio.ts";

/** Attestations that wait for an answer, said before anything else. */
function ToAnswer({ count }: { count: number }) {
  const { t } = useTranslation("portfolio");
  if (count === 0) return null;
  return (
    <Card look="tint" className={styles.notice}>
      <Icon name="stamp" size={28} />
      <p>{t("list.toAnswer", { count })}</p>
      <ButtonLink to="/stagiaire/attestations">{t("list.toAnswerGo")}</ButtonLink>
    </Card>
  );
}

function Competencies({ portfolio, chosen }: { portfolio: Portfolio; chosen?: MarkFilterValue | undefined }) {
  const { t } = useTranslation("portfolio");
  const { competencies } = portfolio;
  const familyOf = useFamilyLabel();
  const counted = competencies.filter(({ mark }) => mark !== "missing");
  const past = chosen ? [] : competencies.filter(({ mark }) => mark === "missing");
  const shown = chosen ? counted.filter(({ mark }) => mark === chosen) : counted;
  return (
    <>
      <ToAnswer count={attestationsToAnswer(competencies).length} />
      <MarkFilter competencies={competencies} chosen={chosen} />
      {chosen === "acquired" && shown.length > 0 ? <p>{t("list.askHint")}</p> : null}
      {shown.length === 0 && past.length === 0 ? (
        <EmptyState
          title={t("list.filterEmpty")}
          action={
            <ButtonLink to="/stagiaire/competences" search={{}}>
              {t("list.filterSeeAll")}
            </ButtonLink>
          }
        />
      ) : null}
      {byFamily(shown, familyOf).map((family) => (
        <Section key={family.id} title={family.label ?? t("list.other")}>
          <ul className={styles.list}>
            {family.items.map((competency) => (
              <CompetencyRow key={competency.id} competency={competency} />
            ))}
          </ul>
        </Section>
      ))}
      {past.length > 0 ? (
        <Section title={t("list.pastTitle")}>
          <p>{t("list.pastText")}</p>
          <ul className={styles.list}>
            {past.map((competency) => (
              <CompetencyRow key={competency.id} competency={competency} />
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

/** Everything I can do, by family, with its mark and who proved it. */
export function PortfolioPage() {
  const { t } = useTranslation("portfolio");
  const { signe } = useSearch({ from: "/stagiaire/competences" });
  const portfolio = useMyPortfolio();
  const some = (portfolio.data?.competencies.length ?? 0) > 0;
  return (
    <Page>
      <PageHeader
        title={t("list.title")}
        lead={t("list.lead")}
        action={some ? <MainLink to="/stagiaire/competences/ajouter">{t("list.add")}</MainLink> : null}
        aside={<ButtonLink to="/stagiaire/badges">{t("list.badges")}</ButtonLink>}
      />
      <Loaded query={portfolio}>
        {(mine) =>
          mine.competencies.length === 0 ? (
            <EmptyState
              title={t("list.empty")}
              text={t("list.emptyNext")}
              action={<MainLink to="/stagiaire/competences/ajouter">{t("list.add")}</MainLink>}
            />
          ) : (
            <Competencies portfolio={mine} chosen={signe} />
          )
        }
      </Loaded>
    </Page>
  );
}
