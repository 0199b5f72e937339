import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useLabel } from "../../platform/use-label.ts";
import { Card } from "../../ui/card.tsx";
import { Icon } from "../../ui/icon.tsx";
import { type MarkItem, MarkRow } from "../../ui/mark.tsx";
import type { QuestionSearch } from "../question.ts";
import { useSeekerPaths } from "../seeker-paths.ts";
import type { Candidate, ShownVerdict } from "../use-candidate-search.ts";
import styles from "./results.module.css";
import { useCandidateWords } from "./use-candidate-words.ts";
import { VerdictLine } from "./verdict-line.tsx";

interface CandidateCardProps {
  candidate: Candidate;
  labelOf: (id: string) => string;
  /** The question, so that the sheet can answer it too. */
  search: QuestionSearch;
}

/** One person of the list: the row of marks in the order asked, the counts in words, and why. */
export function CandidateCard({ candidate, labelOf, search }: CandidateCardProps) {
  const { t } = useTranslation("candidates");
  const words = useCandidateWords();
  const paths = useSeekerPaths();
  const nameOf = useLabel();
  const marks = (list: ShownVerdict[]): MarkItem[] =>
    list.map(({ competencyId, verdict }) => ({
      kind: verdict.kind,
      label: labelOf(competencyId),
      month: verdict.kind === "upcoming" ? verdict.month : null,
    }));
  const distance = words.distance(candidate.distanceStep);
  return (
    <Card as="li" className={styles.candidate}>
      <div className={styles.head}>
        <h3>
          <Link to={paths.sheet} params={{ id: candidate.id }} search={search}>
            {words.name(candidate)}
          </Link>
        </h3>
        <MarkRow items={marks(candidate.essential)} size={28} />
      </div>
      <p className={styles.counts}>{words.counts(candidate)}</p>
      <ul className={styles.verdicts}>
        {candidate.essential.map((shown) => (
          <VerdictLine key={shown.competencyId} shown={shown} label={labelOf(shown.competencyId)} />
        ))}
      </ul>
      {candidate.useful.length > 0 ? (
        <p className={styles.useful}>
          <span>{t("results.useful")}</span>
          <MarkRow items={marks(candidate.useful)} size={20} />
        </p>
      ) : null}
      <ul className={styles.facts}>
        {distance || candidate.area ? (
          <li>
            <Icon name="place" size={18} />
            {[distance, candidate.area].filter(Boolean).join(", ")}
          </li>
        ) : null}
        <li>
          <Icon name="calendar" size={18} />
          {words.available(candidate.availableFrom)}
        </li>
        <li>
          <Icon name="offer" size={18} />
          {words.contracts(candidate.contracts)}
        </li>
        {candidate.occupations.length > 0 ? (
          <li>
            <Icon name="search" size={18} />
            {t("person.seeks", { occupations: candidate.occupations.map(nameOf).join(", ") })}
          </li>
        ) : null}
      </ul>
    </Card>
  );
}
