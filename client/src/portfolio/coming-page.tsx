import { monthOf } from "@acquis/shared/platform/dates.ts";
import { useTranslation } from "react-i18next";
import { today } from "../platform/format.ts";
import { useLabel } from "../platform/use-label.ts";
import { ButtonLink } from "../ui/button-link.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { MonthTimeline } from "../ui/month-timeline.tsx";
import { Page, PageHeader, Section } from "../ui/page.tsx";
import { comingItems } from "./coming-items.ts";
import { SessionCard } from "./session-card.tsx";
import { useMyPortfolio } from "./use-my-portfolio.ts";
import { useMyTraining } from "./use-my-training.ts";

/** What I will be able to do, month by month, and the trainings that bring it. */
export function ComingPage() {
  const { t } = useTranslation("portfolio");
  const labelOf = useLabel();
  const portfolio = useMyPortfolio();
  const training = useMyTraining();
  return (
    <Page>
      <PageHeader
        title={t("coming.title")}
        lead={t("coming.lead")}
        back={{ to: "/stagiaire", label: t("coming.back") }}
      />
      <Loaded query={portfolio}>
        {({ competencies }) => {
          const items = comingItems(competencies, labelOf);
          if (items.length > 0)
            return <MonthTimeline label={t("coming.line")} items={items} now={monthOf(today())} />;
          return (
            <EmptyState
              title={t("coming.nothing")}
              text={t("coming.nothingText")}
              action={<ButtonLink to="/stagiaire/competences">{t("coming.nothingGo")}</ButtonLink>}
            />
          );
        }}
      </Loaded>
      <Loaded query={training}>
        {(sessions) =>
          sessions.length === 0 ? null : (
            <Section title={t("coming.sessions")}>
              {sessions.map((enrolment) => (
                <SessionCard
                  key={enrolment.id}
                  enrolment={enrolment}
                  competencies={portfolio.data?.competencies ?? []}
                />
              ))}
            </Section>
          )
        }
      </Loaded>
    </Page>
  );
}
