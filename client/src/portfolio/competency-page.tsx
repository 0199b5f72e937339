import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useRequests } from "../attestations/use-requests.ts";
import { useLabel } from "../platform/use-label.ts";
import { MainLink } from "../ui/button-link.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader, Section } from "../ui/page.tsx";
import { AnswerCard } from "./answer-card.tsx";
import { CompetencyActions } from "./competency-actions.tsx";
import { CompetencyStanding } from "./competency-standing.tsx";
import { attestationsContested, attestationsToAnswer } from "./evidence-reading.ts";
import { historyOf } from "./history.ts";
import { HistoryList } from "./history-list.tsx";
import { useMyPortfolio } from "./use-my-portfolio.ts";

/** One competency: where it stands, what to do about it, and everything that happened to it. */
export function CompetencyPage() {
  const { t } = useTranslation("competency");
  const labelOf = useLabel();
  const { competencyId } = useParams({ from: "/stagiaire/competences/$competencyId" });
  const portfolio = useMyPortfolio();
  const requests = useRequests();
  const competency = portfolio.data?.competencies.find(({ id }) => id === competencyId);
  const back = { to: "/stagiaire/competences", label: t("back") } as const;
  return (
    <Page narrow>
      <PageHeader title={competency ? labelOf(competency) : t("sheet.title")} back={back} />
      <Loaded query={portfolio}>
        {({ experiences }) => {
          if (!competency)
            return (
              <EmptyState
                title={t("sheet.unknown")}
                text={t("sheet.unknownNext")}
                action={<MainLink to="/stagiaire/competences/ajouter">{t("add.title")}</MainLink>}
              />
            );
          const asked = requests.data?.filter((request) => request.competency.id === competency.id) ?? [];
          return (
            <>
              <CompetencyStanding competency={competency} />
              {[...attestationsToAnswer([competency]), ...attestationsContested([competency])].map(
                (received, index) => (
                  <AnswerCard key={received.attestation.id} received={received} second={index > 0} />
                ),
              )}
              <CompetencyActions competency={competency} requests={asked} />
              <Section title={t("history.title")}>
                <HistoryList facts={historyOf(competency.evidence, asked, experiences)} />
              </Section>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
