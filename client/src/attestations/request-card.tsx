import type { AttestationRequest } from "@acquis/shared/attestations/attestation.schema.ts";
import { dayIndex } from "@acquis/shared/platform/dates.ts";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { today, useFormat } from "../platform/format.ts";
import { useLabel } from "../platform/use-label.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Icon } from "../ui/icon.tsx";
import { Level } from "../ui/level.tsx";
import { AttestForm } from "./attest-form.tsx";
import styles from "./attestations.module.css";
import { DeclineForm } from "./decline-form.tsx";

export type RequestMode = "attest" | "decline";

interface RequestCardProps {
  request: AttestationRequest;
  mode: RequestMode | null;
  onMode: (mode: RequestMode | null) => void;
  onDone: (said: string) => void;
  hideName: boolean;
}

/** Who asks, for what, what they say of it, since when; and the answer, in place. */
export function RequestCard({ request, mode, onMode, onDone, hideName }: RequestCardProps) {
  const { t } = useTranslation("attestations");
  const format = useFormat();
  const label = useLabel()(request.competency);
  const { trainee, declaredLevel, note, askedOn } = request;
  const cancel = () => {
    onMode(null);
    setTimeout(() => document.querySelector<HTMLElement>(`#request-${request.id} button`)?.focus());
  };
  const days = dayIndex(today()) - dayIndex(askedOn);
  return (
    <Card as="li" id={`request-${request.id}`} className={styles.request} data-open={mode !== null}>
      <div className={styles.asked}>
        {hideName ? null : (
          <Link
            to="/formateur/stagiaires/$traineeId"
            params={{ traineeId: trainee.id }}
            className={styles.who}
          >
            {trainee.name}
          </Link>
        )}
        <h3>{label}</h3>
        <p className={styles.said}>
          {declaredLevel ? (
            <>
              <span>{t("home.declares")}</span> <Level level={declaredLevel} />
            </>
          ) : (
            t("home.declaresNothing")
          )}
        </p>
        {note ? <p className={styles.note}>{note}</p> : null}
        <p className={styles.since} title={format.day(askedOn)}>
          {days <= 0 ? t("home.today") : t("home.since", { count: days })}
        </p>
      </div>
      {mode === null ? (
        <div className={styles.answers}>
          <Button
            leftSection={<Icon name="stamp" size={20} />}
            aria-label={t("home.attestTo", { label, name: trainee.name })}
            onClick={() => onMode("attest")}
          >
            {t("home.attest")}
          </Button>
          <Button
            variant="default"
            aria-label={t("home.declineTo", { label, name: trainee.name })}
            onClick={() => onMode("decline")}
          >
            {t("home.decline")}
          </Button>
        </div>
      ) : null}
      {mode === "attest" ? (
        <AttestForm
          traineeId={trainee.id}
          competencyId={request.competency.id}
          level={declaredLevel}
          requestId={request.id}
          onDone={() => onDone(t("attest.done", { name: trainee.name }))}
          onCancel={cancel}
        />
      ) : null}
      {mode === "decline" ? (
        <DeclineForm
          requestId={request.id}
          trainee={trainee.name}
          onDone={() => onDone(t("decline.done", { name: trainee.name }))}
          onCancel={cancel}
        />
      ) : null}
    </Card>
  );
}
