import type { PortfolioCompetency } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { useTranslation } from "react-i18next";
import { MainLink } from "../ui/button-link.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader, Section } from "../ui/page.tsx";
import { AnswerCard } from "./answer-card.tsx";
import { attestationsContested, attestationsToAnswer } from "./evidence-reading.ts";
import { useMyPortfolio } from "./use-my-portfolio.ts";

function Attestations({ competencies }: { competencies: readonly PortfolioCompetency[] }) {
  const { t } = useTranslation("competency");
  const waiting = attestationsToAnswer(competencies);
  const contested = attestationsContested(competencies);
  return (
    <>
      {waiting.length === 0 ? (
        <EmptyState
          title={t("answer.none")}
          text={t("answer.noneNext")}
          action={<MainLink to="/stagiaire/competences">{t("answer.noneGo")}</MainLink>}
        />
      ) : null}
      {waiting.map((received) => (
        <AnswerCard key={received.attestation.id} received={received} named />
      ))}
      {contested.length > 0 ? (
        <Section title={t("answer.contested")}>
          <p>{t("answer.contestedText")}</p>
          {contested.map((received) => (
            <AnswerCard key={received.attestation.id} received={received} named />
          ))}
        </Section>
      ) : null}
    </>
  );
}

/** Attestations received, one under the other: agree, or say why not. */
export function MyAttestationsPage() {
  const { t } = useTranslation("competency");
  return (
    <Page narrow>
      <PageHeader
        title={t("answer.title")}
        lead={t("answer.lead")}
        back={{ to: "/stagiaire/competences", label: t("back") }}
      />
      <Loaded query={useMyPortfolio()}>
        {({ competencies }) => <Attestations competencies={competencies} />}
      </Loaded>
    </Page>
  );
}
