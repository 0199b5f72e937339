import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFieldErrors } from "../platform/errors.ts";
import { newId } from "../platform/new-id.ts";
import { problemOf } from "../platform/problem.ts";
import { useKept } from "../platform/use-kept.ts";
import { useOccupation } from "../portfolio/use-occupation.ts";
import { Button } from "../ui/button.tsx";
import { ButtonLink, MainButton } from "../ui/button-link.tsx";
import { Card } from "../ui/card.tsx";
import { FormProblem } from "../ui/error-state.tsx";
import { TextInput } from "../ui/fields.tsx";
import { Icon } from "../ui/icon.tsx";
import { KeptNotice } from "../ui/kept-notice.tsx";
import { Section } from "../ui/page.tsx";
import fields from "./fields.module.css";
import { ModuleFields } from "./module-fields.tsx";
import { OccupationFirst } from "./occupation-first.tsx";
import {
  type DraftModule,
  draftOf,
  emptyModule,
  inputOf,
  MAX_MODULES,
  missingIn,
  moved,
  notTaught,
  type ProgrammeDraft,
} from "./programme-draft.ts";
import { StaleChoice } from "./stale-choice.tsx";
import styles from "./training.module.css";
import { useProgrammes } from "./use-programmes.ts";
import { useSaveProgramme } from "./use-save-programme.ts";

interface ProgrammeFormProps {
  initial: ProgrammeDraft;
  onSaved: (name: string) => void;
}

/** Occupation first, then the modules and what each teaches. */
export function ProgrammeForm({ initial, onSaved }: ProgrammeFormProps) {
  const { t } = useTranslation(["training", "ui"]);
  const fieldErrors = useFieldErrors();
  const save = useSaveProgramme();
  const programmes = useProgrammes();
  const kept = useKept(`programme ${initial.revision === 0 ? "new" : initial.id}`, () => initial);
  const { value: draft, set: setDraft } = kept;
  const [tried, setTried] = useState(false);
  const occupation = useOccupation(draft.occupationCode).data;
  const missing = missingIn(draft);
  const refused = fieldErrors(save.error);
  const stale = problemOf(save.error).code === "stale_revision";
  const errorAt = (path: string): string | null => {
    const key = tried ? missing[path] : undefined;
    return key ? t(`programme.missing.${key}`) : (refused[path] ?? null);
  };
  const setModules = (modules: DraftModule[]) => setDraft((now) => ({ ...now, modules }));
  const send = (what: ProgrammeDraft) =>
    save.mutate(inputOf(what), {
      onSuccess: ({ name }) => {
        kept.forget();
        onSaved(name);
      },
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(missing).length === 0) send(draft);
  };
  /** What somebody else saved meanwhile, read when it is needed. */
  const readTheirs = async () => (await programmes.refetch()).data?.find(({ id }) => id === draft.id);
  const left = occupation ? notTaught(occupation.competencies, draft.modules) : [];
  return (
    <form className={fields.form} onSubmit={submit} noValidate>
      <KeptNotice of={kept} />
      <Card as="section" aria-label={t("programme.what")}>
        <OccupationFirst
          code={draft.occupationCode}
          hasModules={draft.modules.length > 0}
          onChoose={(occupationCode, label) =>
            setDraft((now) => ({ ...now, occupationCode, name: now.name || (label ?? "") }))
          }
          onPropose={setModules}
        />
        <TextInput
          label={t("programme.name")}
          value={draft.name}
          maxLength={120}
          required
          error={errorAt("name")}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
        />
      </Card>
      <Section title={t("programme.modules")}>
        {draft.modules.length === 0 ? <p className={styles.soft}>{t("programme.noModule")}</p> : null}
        {tried && missing.modules ? (
          <p className={fields.failed} role="alert">
            {t("programme.missing.modules")}
          </p>
        ) : null}
        <ol className={styles.draftModules}>
          {draft.modules.map((module, index) => (
            <ModuleFields
              key={module.id}
              module={module}
              index={index}
              count={draft.modules.length}
              proposed={left}
              nameError={errorAt(`modules.${index}.name`)}
              teachesError={errorAt(`modules.${index}.teaches`)}
              onChange={(next) => setModules(draft.modules.with(index, next))}
              onMove={(by) => setModules(moved(draft.modules, index, by))}
              onRemove={() => setModules(draft.modules.filter((one) => one !== module))}
            />
          ))}
        </ol>
        {draft.modules.length < MAX_MODULES ? (
          <Button
            variant="default"
            leftSection={<Icon name="plus" size={20} />}
            className={fields.start ?? ""}
            onClick={() => setModules([...draft.modules, emptyModule(newId())])}
          >
            {t("programme.addModule")}
          </Button>
        ) : null}
      </Section>
      {stale ? (
        <StaleChoice
          busy={save.isPending}
          onKeepMine={async () => {
            const theirs = await readTheirs();
            if (!theirs) return;
            const mine = { ...draft, revision: theirs.revision };
            setDraft(mine);
            send(mine);
          }}
          onTakeTheirs={async () => {
            const theirs = await readTheirs();
            if (!theirs) return;
            setDraft(draftOf(theirs));
            save.reset();
          }}
        />
      ) : (
        <FormProblem error={save.error} />
      )}
      {stale ? null : (
        <div className={fields.buttons}>
          <MainButton type="submit" loading={save.isPending}>
            {t("programme.save")}
          </MainButton>
          <ButtonLink to="/organisme/formations">{t("ui:cancel")}</ButtonLink>
        </div>
      )}
    </form>
  );
}
