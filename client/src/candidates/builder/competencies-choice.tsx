import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLabel } from "../../platform/use-label.ts";
import { useOccupation } from "../../portfolio/use-occupation.ts";
import { Button } from "../../ui/button.tsx";
import { MainButton } from "../../ui/button-link.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { CompetencyPicker } from "../../ui/pickers/suggestion-picker.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { TextButton } from "../../ui/text-button.tsx";
import { ask, askLevel, importanceOf, isFull } from "../ask.ts";
import { type AskedCompetency, MAX_ESSENTIAL, MAX_USEFUL, type Question } from "../question.ts";
import styles from "./builder.module.css";
import { CompetencyChoice } from "./competency-choice.tsx";

const FIRST = 7;
const HEART = 4;
const USUAL_LEVEL = 2;

interface CompetenciesChoiceProps {
  question: Question;
  labelOf: (id: string) => string;
  onChange: (change: Partial<Question>) => void;
  /** The main action of the screen is elsewhere. */
  plain?: boolean;
}

/** What the occupation proposes and what was typed, each essential, useful or not asked. */
export function CompetenciesChoice({ question, labelOf, onChange, plain = false }: CompetenciesChoiceProps) {
  const { t } = useTranslation("candidates");
  const occupation = useOccupation(question.occupation);
  const label = useLabel();
  const [all, setAll] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);

  const proposed = occupation.data?.competencies ?? [];
  const proposedIds = new Set(proposed.map(({ id }) => id));
  const asked = [...question.essential, ...question.useful];
  const levels = new Map(asked.map((one) => [one.competencyId, one.level]));
  const extra = asked.filter((one) => !proposedIds.has(one.competencyId));
  const shown = all ? proposed : proposed.filter(({ id }, index) => index < FIRST || levels.has(id));
  const full = { essential: isFull(question, "essential"), useful: isFull(question, "useful") };
  const Heart = plain ? Button : MainButton;
  const heart = proposed.filter(({ core }) => core).slice(0, HEART);

  const row = (competency: AskedCompetency, name: string, typed: boolean) => (
    <CompetencyChoice
      key={competency.competencyId}
      label={name}
      importance={importanceOf(question, competency.competencyId)}
      level={levels.get(competency.competencyId) ?? competency.level}
      full={full}
      onImportance={(importance) => {
        onChange(ask(question, competency, importance));
        if (typed && !importance) heading.current?.focus();
      }}
      onLevel={(level) => onChange(askLevel(question, competency.competencyId, level))}
    />
  );
  const pick = (id: string, name: string) => {
    const usual = proposed.find((one) => one.id === id);
    const picked = usual
      ? { competencyId: id, level: usual.level }
      : { competencyId: id, level: USUAL_LEVEL as AskedCompetency["level"], label: name };
    onChange(ask(question, picked, full.essential ? "useful" : "essential"));
  };

  return (
    <div className={styles.part}>
      <div className={styles.partHead}>
        <h2 ref={heading} tabIndex={-1}>
          {t("builder.competencies")}
        </h2>
        {asked.length > 0 ? (
          <span className={styles.soft}>
            {t("builder.asked", {
              essential: question.essential.length,
              useful: question.useful.length,
              mostEssential: MAX_ESSENTIAL,
              mostUseful: MAX_USEFUL,
            })}
          </span>
        ) : (
          <span className={styles.soft}>{t("builder.competenciesHint")}</span>
        )}
      </div>
      {asked.length === 0 && heart.length > 0 ? (
        <Heart
          {...(plain ? { variant: "default" } : {})}
          onClick={() => {
            onChange({ essential: heart.map(({ id, level }) => ({ competencyId: id, level })), useful: [] });
            heading.current?.focus();
          }}
        >
          {t("builder.heart", { count: heart.length })}
        </Heart>
      ) : null}
      {occupation.isError ? (
        <ErrorState error={occupation.error} onRetry={() => void occupation.refetch()} />
      ) : null}
      {occupation.isLoading ? <Skeleton rows={4} height={64} /> : null}
      {extra.length + shown.length > 0 ? (
        <ul className={styles.rows}>
          {extra.map((one) => row(one, labelOf(one.competencyId), true))}
          {shown.map((one) => row({ competencyId: one.id, level: one.level }, label(one), false))}
        </ul>
      ) : null}
      {proposed.length > shown.length || all ? (
        <TextButton aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t("builder.fewer") : t("builder.others", { count: proposed.length - shown.length })}
        </TextButton>
      ) : null}
      <CompetencyPicker
        label={t("builder.addCompetency")}
        taken={asked.map((one) => one.competencyId)}
        onPick={(picked) => {
          if (!full.essential || !full.useful) pick(picked.id, picked.label);
        }}
      />
      {asked.length > 0 ? (
        <Button
          variant="default"
          onClick={() => {
            onChange({ occupation: null, essential: [], useful: [] });
            heading.current?.focus();
          }}
        >
          {t("builder.clear")}
        </Button>
      ) : null}
    </div>
  );
}
