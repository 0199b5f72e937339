import type { AttestationRequest } from "@acquis/shared/attestations/attestation.schema.ts";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import { newId } from "../platform/new-id.ts";
import { useKept } from "../platform/use-kept.ts";
import { MainButton } from "../ui/button-link.tsx";
import { FormProblem } from "../ui/error-state.tsx";
import { Textarea } from "../ui/fields.tsx";
import { KeptNotice } from "../ui/kept-notice.tsx";
import { toast } from "../ui/toast.tsx";
import styles from "./ask-attestation.module.css";
import { useAskAttestation } from "./use-ask-attestation.ts";

interface FormProps {
  competencyId: string;
  trainers: readonly { id: string; name: string; sessions: string[] }[];
  /** Requests for this competency that wait: their trainers are not asked again. */
  open: readonly AttestationRequest[];
}

export function AskAttestationForm({ competencyId, trainers, open }: FormProps) {
  const { t } = useTranslation("competency");
  const format = useFormat();
  const navigate = useNavigate();
  const name = useId();
  const ask = useAskAttestation();
  const free = trainers.filter((trainer) => !open.some((request) => request.trainer.id === trainer.id));
  const kept = useKept(`ask ${competencyId}`, () => ({
    id: newId(),
    trainerId: free.length === 1 ? free[0]?.id : undefined,
    note: "",
  }));
  const { value: draft, set: setDraft } = kept;
  const { id, note } = draft;
  // Somebody chosen earlier may have been asked since, or have left.
  const trainerId = free.find((trainer) => trainer.id === draft.trainerId)?.id;
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!trainerId) return setMissing(true);
    ask.mutate(
      { id, trainerId, competencyId, note: note.trim() },
      {
        onSuccess: () => {
          kept.forget();
          toast.done(t("ask.sent"));
          void navigate({ to: "/stagiaire/competences/$competencyId", params: { competencyId } });
        },
      },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <KeptNotice of={kept} />
      <fieldset
        className={styles.trainers}
        aria-describedby={missing ? `${name}-error` : undefined}
        data-fault={missing}
      >
        <legend>{t("ask.who")}</legend>
        {trainers.map((trainer) => {
          const asked = open.find((request) => request.trainer.id === trainer.id);
          return (
            <label key={trainer.id} className={styles.trainer} data-off={Boolean(asked)}>
              <input
                type="radio"
                name={name}
                value={trainer.id}
                checked={trainerId === trainer.id}
                disabled={Boolean(asked)}
                onChange={() => {
                  setDraft({ ...draft, trainerId: trainer.id });
                  setMissing(false);
                }}
              />
              <span>
                <b>{trainer.name}</b>
                <span className={styles.sessions}>
                  {asked
                    ? t("ask.alreadyAsked", { day: format.day(asked.askedOn) })
                    : format.list(trainer.sessions)}
                </span>
              </span>
            </label>
          );
        })}
        {missing ? (
          <p id={`${name}-error`} className={styles.error} role="alert">
            {t("ask.whoMissing")}
          </p>
        ) : null}
      </fieldset>
      <Textarea
        label={t("ask.note")}
        description={t("ask.noteHint")}
        value={note}
        maxLength={500}
        rows={3}
        onChange={(event) => setDraft({ ...draft, note: event.currentTarget.value })}
      />
      <FormProblem error={ask.error} />
      <MainButton type="submit" loading={ask.isPending}>
        {t("ask.send")}
      </MainButton>
    </form>
  );
}
