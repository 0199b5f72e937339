import type { Portfolio } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { today } from "../platform/format.ts";
import { useKept } from "../platform/use-kept.ts";
import { MainButton } from "../ui/button-link.tsx";
import { MonthField } from "../ui/date-fields.tsx";
import { FormProblem } from "../ui/error-state.tsx";
import { Checkbox, Textarea, TextInput } from "../ui/fields.tsx";
import { KeptNotice } from "../ui/kept-notice.tsx";
import { toast } from "../ui/toast.tsx";
import styles from "./experience.module.css";
import { ExperienceCompetencies } from "./experience-competencies.tsx";
import { type DraftProblem, type ExperienceDraft, problemsOf } from "./experience-draft.ts";
import { ExperienceKindField } from "./experience-kind-field.tsx";
import { ExperienceTitleField } from "./experience-title-field.tsx";
import { useSaveExperience } from "./use-save-experience.ts";

const THIS_YEAR = Number(today().slice(0, 4));
const YEARS = { from: THIS_YEAR - 50, to: THIS_YEAR };

/** An experience: what, where, when, and the competencies used there. */
export function ExperienceForm({ from, portfolio }: { from: ExperienceDraft; portfolio: Portfolio }) {
  const { t } = useTranslation("experiences");
  const navigate = useNavigate();
  const save = useSaveExperience();
  const isNew = !portfolio.experiences.some(({ id }) => id === from.id);
  const kept = useKept(`experience ${isNew ? "new" : from.id}`, () => from);
  const { value: draft, set: setDraft } = kept;
  const [tried, setTried] = useState(false);
  const change = (part: Partial<ExperienceDraft>) => setDraft((before) => ({ ...before, ...part }));
  const problems = problemsOf(draft, today().slice(0, 7));
  const say = (problem: DraftProblem | undefined) => (tried && problem ? t(`form.${problem}`) : null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(problems).length > 0 || draft.startsOn === null) return;
    const { id, kind, startsOn, endsOn, still, ticked } = draft;
    save.mutate(
      {
        id,
        kind,
        title: draft.title.trim(),
        organisation: draft.organisation.trim(),
        startsOn,
        endsOn: still ? null : endsOn,
        description: draft.description.trim(),
        competencies: [...ticked].map(([competencyId, level]) => ({ competencyId, level })),
      },
      {
        onSuccess: () => {
          kept.forget();
          toast.done(t("form.saved"));
          void navigate({ to: "/stagiaire/parcours" });
        },
      },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <KeptNotice of={kept} />
      <ExperienceKindField value={draft.kind} onChange={(kind) => change({ kind })} />
      <ExperienceTitleField
        title={draft.title}
        onTitle={(title) => change({ title })}
        onOccupation={(occupation) => change({ title: occupation.label, occupation })}
        error={say(problems.title)}
      />
      <TextInput
        label={t("form.where")}
        description={t("form.whereHint")}
        value={draft.organisation}
        maxLength={120}
        onChange={(event) => change({ organisation: event.currentTarget.value })}
      />
      <MonthField
        label={t("form.from")}
        value={draft.startsOn}
        years={YEARS}
        required
        error={say(problems.startsOn)}
        onChange={(startsOn) => change({ startsOn })}
      />
      <Checkbox
        label={t("form.still")}
        checked={draft.still}
        onChange={(event) => change({ still: event.currentTarget.checked })}
      />
      {draft.still ? null : (
        <MonthField
          label={t("form.to")}
          value={draft.endsOn}
          years={YEARS}
          required
          error={say(problems.endsOn)}
          onChange={(endsOn) => change({ endsOn })}
        />
      )}
      <ExperienceCompetencies draft={draft} onChange={change} held={portfolio.competencies} />
      <Textarea
        label={t("form.more")}
        value={draft.description}
        maxLength={2000}
        rows={3}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
      <FormProblem error={save.error} />
      <MainButton type="submit" loading={save.isPending}>
        {t("form.save")}
      </MainButton>
    </form>
  );
}
