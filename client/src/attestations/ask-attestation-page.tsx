import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useLabel } from "../platform/use-label.ts";
import { useMyPortfolio } from "../portfolio/use-my-portfolio.ts";
import { ButtonLink } from "../ui/button-link.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Mark } from "../ui/mark.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import styles from "./ask-attestation.module.css";
import { AskAttestationForm } from "./ask-attestation-form.tsx";
import { useMyTrainers } from "./use-my-trainers.ts";
import { useRequests } from "./use-requests.ts";

/** Asks a trainer to attest one competency: which one, whom, and a word to help. */
export function AskAttestationPage() {
  const { t } = useTranslation("competency");
  const labelOf = useLabel();
  const { competencyId } = useParams({ from: "/stagiaire/competences/$competencyId/demander" });
  const portfolio = useMyPortfolio();
  const requests = useRequests();
  const competency = portfolio.data?.competencies.find(({ id }) => id === competencyId);
  const sheet = (
    <ButtonLink to="/stagiaire/competences/$competencyId" params={{ competencyId }}>
      {t("ask.seeSheet")}
    </ButtonLink>
  );
  return (
    <Page narrow>
      <PageHeader
        title={t("ask.title")}
        lead={t("ask.lead")}
        back={{ to: "/stagiaire/competences", label: t("back") }}
      />
      {competency ? (
        <Card className={styles.about}>
          <Mark kind={competency.mark} size={32} />
          <p>{labelOf(competency)}</p>
        </Card>
      ) : null}
      <Loaded query={useMyTrainers()}>
        {(trainers) => (
          <Loaded query={requests}>
            {(all) => {
              const open = all.filter(
                (request) => request.competency.id === competencyId && request.outcome === null,
              );
              if (trainers.length === 0)
                return <EmptyState title={t("ask.nobody")} text={t("ask.nobodyNext")} action={sheet} />;
              if (trainers.every(({ id }) => open.some(({ trainer }) => trainer.id === id)))
                return <EmptyState title={t("ask.everyone")} text={t("ask.everyoneNext")} action={sheet} />;
              return <AskAttestationForm competencyId={competencyId} trainers={trainers} open={open} />;
            }}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}
