import { monthOf } from "@acquis/shared/platform/dates.ts";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { today } from "../platform/format.ts";
import { useLabel } from "../platform/use-label.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Icon } from "../ui/icon.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { MonthTimeline } from "../ui/month-timeline.tsx";
import { Page, PageHeader, Section } from "../ui/page.tsx";
import { readQuestionSearch } from "./question.ts";
import { useCandidateWords } from "./results/use-candidate-words.ts";
import { useSeekerPaths } from "./seeker-paths.ts";
import { CandidateFacts } from "./sheet/candidate-facts.tsx";
import { CandidateVerdicts } from "./sheet/candidate-verdicts.tsx";
import { CompetencyFamilies } from "./sheet/competency-families.tsx";
import { ExperienceList } from "./sheet/experience-list.tsx";
import styles from "./sheet/sheet.module.css";
import { type CandidateSheet, useCandidate } from "./use-candidate.ts";

/** All that one person shows: what answers the question first, then everything by family. */
export function CandidatePage() {
  const { t } = useTranslation("candidates");
  const { id = "" } = useParams({ strict: false });
  const candidate = useCandidate(id);
  return (
    <Page>
      <BackToList />
      {candidate.isError && !candidate.data ? <PageHeader title={t("sheet.notShown")} /> : null}
      <Loaded query={candidate}>{(sheet) => <Sheet sheet={sheet} />}</Loaded>
    </Page>
  );
}

function BackToList() {
  const { t } = useTranslation("candidates");
  const { offre, ...search } = readQuestionSearch({ ...useSearch({ strict: false }) });
  const paths = useSeekerPaths();
  const inside = (
    <>
      <Icon name="back" size={18} />
      {t(offre ? "sheet.backToOffer" : "sheet.back")}
    </>
  );
  return offre ? (
    <Link to="/employeur/offres/$id" params={{ id: offre }} search={search} className={styles.back}>
      {inside}
    </Link>
  ) : (
    <Link to={paths.search} search={search} className={styles.back}>
      {inside}
    </Link>
  );
}

function Sheet({ sheet }: { sheet: CandidateSheet }) {
  const { t } = useTranslation("candidates");
  const words = useCandidateWords();
  const labelOf = useLabel();
  const coming = sheet.competencies.flatMap((one) =>
    one.month
      ? [
          {
            id: one.competencyId,
            label: labelOf(one),
            month: one.month,
            from: one.source,
            kind: "upcoming" as const,
          },
        ]
      : [],
  );
  return (
    <>
      <PageHeader
        title={words.name(sheet)}
        lead={sheet.name ? t("sheet.namedLead") : t("sheet.anonymousLead")}
      />
      <CandidateFacts sheet={sheet} />
      <CandidateVerdicts id={sheet.id} />
      {coming.length > 0 ? (
        <Section title={t("sheet.coming")}>
          <MonthTimeline label={t("sheet.coming")} items={coming} now={monthOf(today())} />
        </Section>
      ) : null}
      <Section title={t("sheet.competencies", { count: sheet.competencies.length })}>
        {sheet.competencies.length === 0 ? (
          <EmptyState title={t("sheet.noCompetency")} />
        ) : (
          <CompetencyFamilies competencies={sheet.competencies} />
        )}
      </Section>
      <Section title={t("sheet.experiences")}>
        {sheet.experiences.length === 0 ? (
          <p>{t("sheet.noExperience")}</p>
        ) : (
          <ExperienceList experiences={sheet.experiences} />
        )}
      </Section>
    </>
  );
}
