import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useKept } from "../platform/use-kept.ts";
import { Button } from "../ui/button.tsx";
import { MainButton } from "../ui/button-link.tsx";
import { FormProblem } from "../ui/error-state.tsx";
import { Textarea } from "../ui/fields.tsx";
import { KeptNotice } from "../ui/kept-notice.tsx";
import styles from "./attestations.module.css";
import { useDecline } from "./use-decline.ts";

const REASONS = ["notSeen", "practise", "notMine"] as const;

interface DeclineFormProps {
  requestId: string;
  /** Who will read the reason. */
  trainee: string;
  onDone: () => void;
  onCancel: () => void;
}

/** Declines with a reason: one of the usual ones in a click, or one's own words. */
export function DeclineForm({ requestId, trainee, onDone, onCancel }: DeclineFormProps) {
  const { t } = useTranslation(["attestations", "ui"]);
  const decline = useDecline();
  const kept = useKept(`decline ${requestId}`, () => "");
  const { value: reason, set: setReason } = kept;
  const [missing, setMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("button")?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The server keeps one line.
    const said = reason.replace(/\s+/g, " ").trim();
    if (!said) return setMissing(true);
    decline.mutate(
      { id: requestId, reason: said },
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
      <fieldset className={styles.chips}>
        <legend className="visually-hidden">{t("decline.usual")}</legend>
        {REASONS.map((key) => (
          <button
            key={key}
            type="button"
            className={styles.chip}
            aria-pressed={reason === t(`decline.reasons.${key}`)}
            onClick={() => {
              setReason(t(`decline.reasons.${key}`));
              setMissing(false);
            }}
          >
            {t(`decline.reasons.${key}`)}
          </button>
        ))}
      </fieldset>
      <Textarea
        label={t("decline.reason", { name: trainee })}
        value={reason}
        rows={2}
        maxLength={500}
        required
        error={missing ? t("ui:reason.missing") : null}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          setMissing(false);
        }}
      />
      <FormProblem error={decline.error} />
      <div className={styles.buttons}>
        <MainButton type="submit" loading={decline.isPending}>
          {t("decline.submit")}
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
