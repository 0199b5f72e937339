import type { PortfolioCompetency } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MainLink } from "../ui/button-link.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader, Section } from "../ui/page.tsx";
import { AnswerCard } from "./answer-card.tsx";
import { CompetencyRow } from "./competency-row.tsx";
import { attestationsContested, attestationsToAnswer } from "./evidence-reading.ts";
import styles from "./list.module.css";
import { useMyPortfolio } from "./use-my-portfolio.ts";

/** One to answer at a time; those that follow wait below, and can be opened first. */
function Attestations({ competencies }: { competencies: readonly PortfolioCompetency[] }) {
  const { t } = useTranslation("competency");
  const [current, ...following] = attestationsToAnswer(competencies);
  const [first] = useState(current?.attestation.id);
  const received = competencies.some(({ evidence }) => evidence.some(({ kind }) => kind === "attestation"));
  const contested = attestationsContested(competencies);
  const next = [...new Set(following.map(({ competency }) => competency))];
  return (
    <>
      {current ? (
        <AnswerCard
          key={current.attestation.id}
          received={current}
          named
          focused={current.attestation.id !== first}
        />
      ) : (
        <EmptyState
          title={t(received ? "answer.none" : "answer.never")}
          text={t(received ? "answer.noneNext" : "answer.neverNext")}
          action={<MainLink to="/stagiaire/competences">{t("answer.noneGo")}</MainLink>}
        />
      )}
      {next.length > 0 ? (
        <Section title={t("answer.next", { count: following.length })}>
          <ul className={styles.list}>
            {next.map((competency) => (
              <CompetencyRow key={competency.id} competency={competency} />
            ))}
          </ul>
        </Section>
      ) : null}
      {contested.length > 0 ? (
        <Section title={t("answer.contested")}>
          <p>{t("answer.contestedText")}</p>
          <ul className={styles.list}>
            {contested.map(({ attestation, competency }) => (
              <CompetencyRow key={attestation.id} competency={competency} />
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

/** Attestations received: agree, or say why not. */
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
