import type { Experience, PortfolioCompetency } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import { useLabel } from "../platform/use-label.ts";
import { ButtonLink, MainLink } from "../ui/button-link.tsx";
import { Card, CardList } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Icon } from "../ui/icon.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { MarkRow } from "../ui/mark.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import styles from "./experience.module.css";
import { kindIcons } from "./experience-kinds.ts";
import { useMyPortfolio } from "./use-my-portfolio.ts";

interface CardProps {
  experience: Experience;
  competencies: readonly PortfolioCompetency[];
}

function usePeriod(): (experience: Experience) => string {
  const { t } = useTranslation("experiences");
  const format = useFormat();
  return ({ startsOn, endsOn }) => {
    const from = format.month(startsOn);
    if (endsOn === null) return t("since", { from });
    return endsOn === startsOn ? t("during", { from }) : t("between", { from, to: format.month(endsOn) });
  };
}

function ExperienceCard({ experience, competencies }: CardProps) {
  const { t } = useTranslation("experiences");
  const labelOf = useLabel();
  const period = usePeriod();
  const used = competencies.filter(({ id }) => experience.competencyIds.includes(id));
  return (
    <Card as="li">
      <div className={styles.head}>
        <span className={styles.icon}>
          <Icon name={kindIcons[experience.kind]} size={24} />
        </span>
        <div>
          <p className={styles.soft}>{t(`kinds.${experience.kind}`)}</p>
          <h2>{experience.title}</h2>
          {experience.organisation ? <p>{experience.organisation}</p> : null}
          <p className={styles.soft}>{period(experience)}</p>
        </div>
      </div>
      {experience.description ? <p className={styles.told}>{experience.description}</p> : null}
      {used.length > 0 ? (
        <MarkRow
          sentence
          items={used.map((competency) => ({
            kind: competency.mark,
            label: labelOf(competency),
          }))}
        />
      ) : (
        <p className={styles.soft}>{t("noCompetencies")}</p>
      )}
      <ButtonLink
        to="/stagiaire/parcours/$experienceId"
        params={{ experienceId: experience.id }}
        aria-label={t("editOf", { title: experience.title })}
        style={{ alignSelf: "flex-start" }}
      >
        {t("edit")}
      </ButtonLink>
    </Card>
  );
}

/** What I have done, the latest first. */
export function ExperiencesPage() {
  const { t } = useTranslation("experiences");
  const portfolio = useMyPortfolio();
  const add = <MainLink to="/stagiaire/parcours/ajouter">{t("add")}</MainLink>;
  const some = (portfolio.data?.experiences.length ?? 0) > 0;
  return (
    <Page>
      <PageHeader title={t("title")} lead={t("lead")} action={some ? add : null} />
      <Loaded query={portfolio}>
        {({ experiences, competencies }) =>
          experiences.length === 0 ? (
            <EmptyState title={t("empty")} text={t("emptyNext")} action={add} />
          ) : (
            <CardList columns={2}>
              {[...experiences]
                .sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1))
                .map((experience) => (
                  <ExperienceCard key={experience.id} experience={experience} competencies={competencies} />
                ))}
            </CardList>
          )
        }
      </Loaded>
    </Page>
  );
}
