import type { Day } from "@acquis/shared/platform/primitives.schema.ts";
import type { SessionSheet } from "@acquis/shared/training/training.schema.ts";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFieldErrors } from "../platform/errors.ts";
import { today, useFormat } from "../platform/format.ts";
import { newId } from "../platform/new-id.ts";
import { problemOf } from "../platform/problem.ts";
import { ButtonLink, MainButton } from "../ui/button-link.tsx";
import { Card } from "../ui/card.tsx";
import { DayField } from "../ui/date-fields.tsx";
import { FormProblem } from "../ui/error-state.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { toast } from "../ui/toast.tsx";
import styles from "./fields.module.css";
import { later } from "./session-progress.ts";
import { useEnrol } from "./use-enrol.ts";

interface EnrolFoundProps {
  session: SessionSheet;
  trainee: { id: string; name: string };
  onNext: () => void;
}

/** Enrols somebody who has an account; says so when they attend already. */
export function EnrolFound({ session, trainee, onNext }: EnrolFoundProps) {
  const { t } = useTranslation("training");
  const format = useFormat();
  const fieldErrors = useFieldErrors();
  const enrol = useEnrol();
  const [id] = useState(newId);
  const now = today();
  const [openedOn, setOpenedOn] = useState<Day | null>(later(session.startsOn, now));
  const [tried, setTried] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const errors = fieldErrors(enrol.error);
  const already = session.enrolments.find((one) => one.traineeId === trainee.id && one.closedOn === null);
  const taken = problemOf(enrol.error).code === "already_exists";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!openedOn) return;
    enrol.mutate(
      { id, sessionId: session.id, traineeId: trainee.id, openedOn },
      {
        onSuccess: () => {
          toast.done(t("enrol.done", { name: trainee.name }));
          onNext();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <Card>
        <h2 ref={heading} tabIndex={-1} className={styles.found}>
          {trainee.name}
        </h2>
        {already || taken ? (
          <>
            <StatusBadge tone="good">{t("enrol.already")}</StatusBadge>
            {already ? <p>{t("enrol.alreadySince", { day: format.day(already.openedOn) })}</p> : null}
            <div className={styles.buttons}>
              <ButtonLink to="/organisme/sessions/$sessionId" params={{ sessionId: session.id }}>
                {t("sessionForm.back")}
              </ButtonLink>
            </div>
          </>
        ) : (
          <>
            <p>{t("enrol.found")}</p>
            <DayField
              label={t("enrol.openedOn")}
              description={t("enrol.openedOnHint")}
              required
              max={session.endsOn}
              value={openedOn}
              onChange={setOpenedOn}
              error={tried && !openedOn ? t("form.dayMissing") : (errors.openedOn ?? null)}
            />
            <FormProblem error={errors.openedOn ? null : enrol.error} />
            <div className={styles.buttons}>
              <MainButton type="submit" loading={enrol.isPending}>
                {t("enrol.submit", { name: trainee.name })}
              </MainButton>
            </div>
          </>
        )}
      </Card>
    </form>
  );
}
