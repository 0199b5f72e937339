import type { Programme, SessionSheet } from "@acquis/shared/training/training.schema.ts";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFieldErrors } from "../platform/errors.ts";
import { problemOf } from "../platform/problem.ts";
import { useKept } from "../platform/use-kept.ts";
import { ButtonLink, MainButton } from "../ui/button-link.tsx";
import { Card } from "../ui/card.tsx";
import { DayField } from "../ui/date-fields.tsx";
import { FormProblem } from "../ui/error-state.tsx";
import { NativeSelect } from "../ui/fields.tsx";
import { KeptNotice } from "../ui/kept-notice.tsx";
import { PlacePicker } from "../ui/pickers/place-picker.tsx";
import fields from "./fields.module.css";
import { ModuleEndFields } from "./module-end-fields.tsx";
import {
  draftOfSession,
  faultsIn,
  inputOfSession,
  type SessionDraft,
  withEnd,
  withSpread,
} from "./session-draft.ts";
import { StaleChoice } from "./stale-choice.tsx";
import { TrainerChecks } from "./trainer-checks.tsx";
import styles from "./training.module.css";
import { useSaveSession } from "./use-save-session.ts";
import { sessionSheetQuery } from "./use-session-sheet.ts";

interface SessionFormProps {
  initial: SessionDraft;
  programmes: readonly Programme[];
  onSaved: (sheet: SessionSheet) => void;
}

/** Which programme, from when to when, where, with whom; then the day each module ends. */
export function SessionForm({ initial, programmes, onSaved }: SessionFormProps) {
  const { t } = useTranslation(["training", "ui"]);
  const fieldErrors = useFieldErrors();
  const client = useQueryClient();
  const save = useSaveSession();
  const isNew = initial.revision === 0;
  const kept = useKept(`session ${isNew ? `new ${initial.programmeId ?? ""}` : initial.id}`, () => initial);
  const { value: draft, set: setDraft } = kept;
  const [tried, setTried] = useState(false);
  const modules = programmes.find(({ id }) => id === draft.programmeId)?.modules ?? [];
  const faults = faultsIn(draft, modules);
  const refused = fieldErrors(save.error);
  const stale = problemOf(save.error).code === "stale_revision";
  const errorAt = (path: string): string | null => {
    const fault = tried ? faults[path] : undefined;
    return fault ? t(`sessionForm.faults.${fault}`) : (refused[path] ?? null);
  };
  const change = (patch: Partial<SessionDraft>) => setDraft(withSpread({ ...draft, ...patch }, modules));
  const send = (what: SessionDraft) => {
    const input = inputOfSession(what, modules);
    if (!input) return;
    save.mutate(input, {
      onSuccess: (sheet) => {
        kept.forget();
        onSaved(sheet);
      },
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(faults).length === 0) send(draft);
  };
  const readTheirs = () => client.fetchQuery({ ...sessionSheetQuery(draft.id), staleTime: 0 });
  return (
    <form className={fields.form} onSubmit={submit} noValidate>
      <KeptNotice of={kept} />
      <Card as="section" aria-label={t("sessionForm.what")}>
        {isNew ? (
          <NativeSelect
            label={t("sessionForm.programme")}
            required
            value={draft.programmeId ?? ""}
            error={errorAt("programmeId")}
            data={[
              { value: "", label: t("sessionForm.choose") },
              ...programmes.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => {
              const programmeId = event.currentTarget.value || null;
              const taught = programmes.find(({ id }) => id === programmeId)?.modules ?? [];
              setDraft(withSpread({ ...draft, programmeId, ends: {}, touched: false }, taught));
            }}
          />
        ) : (
          <p>
            <span className={styles.soft}>{t("sessionForm.programme")}</span>
            <br />
            <strong>{programmes.find(({ id }) => id === draft.programmeId)?.name}</strong>
          </p>
        )}
        <div className={fields.pair}>
          <DayField
            label={t("sessionForm.startsOn")}
            required
            value={draft.startsOn}
            error={errorAt("startsOn")}
            onChange={(startsOn) => change({ startsOn })}
          />
          <DayField
            label={t("sessionForm.endsOn")}
            required
            {...(draft.startsOn ? { min: draft.startsOn } : {})}
            value={draft.endsOn}
            error={errorAt("endsOn")}
            onChange={(endsOn) => setDraft(withSpread(withEnd(draft, endsOn), modules))}
          />
        </div>
        <PlacePicker
          label={t("sessionForm.place")}
          required
          value={draft.place}
          error={errorAt("insee")}
          onChange={(place) => change({ place })}
        />
        <TrainerChecks
          chosen={draft.trainerIds}
          onChange={(trainerIds) => change({ trainerIds })}
          error={Object.entries(refused).find(([path]) => path.startsWith("trainerIds"))?.[1] ?? null}
        />
      </Card>
      {modules.length > 0 ? (
        <ModuleEndFields
          modules={modules}
          draft={draft}
          errorAt={(id, index) => errorAt(`end ${id}`) ?? refused[`moduleEnds.${index}.endsOn`] ?? null}
          onChange={(id, day) => setDraft({ ...draft, touched: true, ends: { ...draft.ends, [id]: day } })}
          onSpread={() => setDraft(withSpread({ ...draft, touched: false }, modules))}
        />
      ) : null}
      {stale ? (
        <StaleChoice
          busy={save.isPending}
          onKeepMine={async () => {
            const mine = { ...draft, revision: (await readTheirs()).revision };
            setDraft(mine);
            send(mine);
          }}
          onTakeTheirs={async () => {
            setDraft(draftOfSession(await readTheirs()));
            save.reset();
          }}
        />
      ) : (
        <FormProblem error={save.error} />
      )}
      {stale ? null : (
        <div className={fields.buttons}>
          <MainButton type="submit" loading={save.isPending}>
            {t(isNew ? "sessionForm.create" : "sessionForm.save")}
          </MainButton>
          {isNew ? (
            <ButtonLink to="/organisme">{t("ui:cancel")}</ButtonLink>
          ) : (
            <ButtonLink to="/organisme/sessions/$sessionId" params={{ sessionId: draft.id }}>
              {t("ui:cancel")}
            </ButtonLink>
          )}
        </div>
      )}
    </form>
  );
}
