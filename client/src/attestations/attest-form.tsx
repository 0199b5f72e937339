import type { AttestationContext } from "@acquis/shared/attestations/attestation.schema.ts";
import type { Day, Level } from "@acquis/shared/platform/primitives.schema.ts";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFieldErrors } from "../platform/errors.ts";
import { today } from "../platform/format.ts";
import { newId } from "../platform/new-id.ts";
import { useKept } from "../platform/use-kept.ts";
import { Button } from "../ui/button.tsx";
import { MainButton } from "../ui/button-link.tsx";
import { FormProblem } from "../ui/error-state.tsx";
import { Textarea } from "../ui/fields.tsx";
import { KeptNotice } from "../ui/kept-notice.tsx";
import { LevelPicker } from "../ui/level.tsx";
import styles from "./attestations.module.css";
import { ObservedFields } from "./observed-fields.tsx";
import { useAttest } from "./use-attest.ts";

interface AttestFormProps {
  traineeId: string;
  competencyId: string;
  /** Level proposed: what the trainee declares. */
  level: Level | null;
  requestId?: string;
  onDone: () => void;
  onCancel: () => void;
}

interface Draft {
  id: string;
  level: Level | null;
  comment: string;
  observedOn: Day | null;
  context: AttestationContext;
}

/** One attestation. What is proposed is usually right: a second click confirms it. */
export function AttestForm({
  traineeId,
  competencyId,
  requestId,
  onDone,
  onCancel,
  ...given
}: AttestFormProps) {
  const { t } = useTranslation(["attestations", "ui"]);
  const fieldErrors = useFieldErrors();
  const attest = useAttest();
  // One id for as long as the form is open: pressed twice, it attests once.
  const kept = useKept<Draft>(`attest ${requestId ?? `${traineeId} ${competencyId}`}`, () => ({
    id: newId(),
    level: given.level,
    comment: "",
    observedOn: today(),
    context: "training",
  }));
  const { value: draft, set: setDraft } = kept;
  const { id, level, comment, observedOn, context } = draft;
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // The button that opened the form is gone: the keyboard goes on from the level, and Enter confirms it.
  useEffect(() => {
    const inputs = form.current?.querySelectorAll<HTMLInputElement>("input[type=radio]");
    [...(inputs ?? [])].sort((a, b) => Number(b.checked) - Number(a.checked))[0]?.focus();
  }, []);
  const errors = fieldErrors(attest.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!level || !observedOn) return;
    attest.mutate(
      {
        id,
        traineeId,
        competencyId,
        level,
        comment: comment.trim(),
        observedOn,
        context,
        ...(requestId ? { requestId } : {}),
      },
      {
        onSuccess: () => {
          kept.forget();
          onDone();
        },
      },
    );
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <KeptNotice of={kept} />
      <LevelPicker
        compact
        label={t("attest.level")}
        value={level}
        onChange={(next) => change({ level: next })}
        error={tried && !level ? t("attest.levelMissing") : null}
      />
      <ObservedFields
        observedOn={observedOn}
        onObservedOn={(day) => change({ observedOn: day })}
        context={context}
        onContext={(next) => change({ context: next })}
        error={tried && !observedOn ? t("attest.dayMissing") : (errors.observedOn ?? null)}
      />
      <Textarea
        label={t("attest.comment")}
        description={t("attest.commentHint")}
        rows={2}
        value={comment}
        maxLength={1000}
        error={errors.comment}
        onChange={(event) => change({ comment: event.currentTarget.value })}
      />
      <FormProblem error={attest.error} />
      <div className={styles.buttons}>
        <MainButton type="submit" loading={attest.isPending}>
          {level ? t("attest.submitAt", { level: t(`ui:levels.name${level}`) }) : t("attest.submit")}
        </MainButton>
        <Button
          variant="default"
          onClick={() => {
            kept.forget();
            onCancel();
          }}
        >
          {t("ui:cancel")}
        </Button>
      </div>
    </form>
  );
}
