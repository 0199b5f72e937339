import type { Day } from "@acquis/shared/platform/primitives.schema.ts";
import type { EnrolmentEnd } from "@acquis/shared/training/training.schema.ts";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFieldErrors } from "../platform/errors.ts";
import { today } from "../platform/format.ts";
import { Button } from "../ui/button.tsx";
import { MainButton } from "../ui/button-link.tsx";
import { DayField } from "../ui/date-fields.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FormProblem } from "../ui/error-state.tsx";
import { toast } from "../ui/toast.tsx";
import styles from "./fields.module.css";
import { useCloseEnrolment } from "./use-close-enrolment.ts";

const ENDS: readonly EnrolmentEnd[] = ["completed", "leftForWork", "left", "moved"];

interface CloseEnrolmentDialogProps {
  enrolmentId: string;
  name: string;
  onClose: () => void;
}

/** Records that somebody left the session: how, and when. What it promised them is withdrawn. */
export function CloseEnrolmentDialog({ enrolmentId, name, onClose }: CloseEnrolmentDialogProps) {
  const { t } = useTranslation(["training", "ui"]);
  const fieldErrors = useFieldErrors();
  const leave = useCloseEnrolment();
  const [end, setEnd] = useState<EnrolmentEnd | null>(null);
  const [closedOn, setClosedOn] = useState<Day | null>(today);
  const [tried, setTried] = useState(false);
  const errors = fieldErrors(leave.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!end || !closedOn) return;
    leave.mutate(
      { enrolmentId, closedOn, end },
      {
        onSuccess: () => {
          toast.done(t("leave.done", { name }));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog open onClose={onClose} title={t("leave.title", { name })}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <p>{t("leave.text")}</p>
        <fieldset className={styles.checks} data-fault={tried && !end}>
          <legend>{t("leave.how")}</legend>
          {ENDS.map((value) => (
            <label key={value}>
              <input type="radio" name="end" checked={end === value} onChange={() => setEnd(value)} />
              <span>{t(`ends.${value}`)}</span>
            </label>
          ))}
          {tried && !end ? (
            <p className={styles.failed} role="alert">
              {t("leave.howMissing")}
            </p>
          ) : null}
        </fieldset>
        <DayField
          label={t("leave.closedOn")}
          value={closedOn}
          max={today()}
          required
          onChange={setClosedOn}
          error={tried && !closedOn ? t("form.dayMissing") : (errors.closedOn ?? null)}
        />
        <FormProblem error={errors.closedOn ? null : leave.error} />
        <div className={styles.buttons}>
          <MainButton type="submit" loading={leave.isPending}>
            {t("leave.submit")}
          </MainButton>
          <Button variant="default" onClick={onClose}>
            {t("ui:cancel")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
