import type { SessionSheet } from "@acquis/shared/training/training.schema.ts";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { today, useFormat } from "../platform/format.ts";
import { Button } from "../ui/button.tsx";
import { MainLink } from "../ui/button-link.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Section } from "../ui/page.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { CloseEnrolmentDialog } from "./close-enrolment-dialog.tsx";
import { ModuleLegend, ModuleMarks } from "./module-marks.tsx";
import { type Attendee, phaseOf } from "./session-progress.ts";
import styles from "./training.module.css";
import { useDesk } from "./use-desk.ts";

/** Who attends, and how far each one is; those who left come after, folded. */
export function SessionPeople({ session }: { session: SessionSheet }) {
  const { t } = useTranslation("training");
  const { isTrainer } = useDesk();
  const [leaving, setLeaving] = useState<Attendee | null>(null);
  const present = session.enrolments.filter(({ closedOn }) => closedOn === null);
  const gone = session.enrolments.filter(({ closedOn }) => closedOn !== null);
  return (
    <Section
      title={present.length > 0 ? t("people.title", { count: present.length }) : t("people.titleNone")}
    >
      {present.length === 0 ? (
        <EmptyState
          title={t("people.nobody")}
          text={t(isTrainer ? "people.nobodyTrainer" : "people.nobodyNext")}
          action={
            isTrainer || phaseOf(session, today()) === "over" ? null : (
              <MainLink to="/organisme/sessions/$sessionId/inscrire" params={{ sessionId: session.id }}>
                {t("session.enrol")}
              </MainLink>
            )
          }
        />
      ) : (
        <>
          <ModuleLegend />
          <ul className={styles.people}>
            {present.map((enrolment) => (
              <PersonRow
                key={enrolment.id}
                enrolment={enrolment}
                session={session}
                onLeave={isTrainer ? null : () => setLeaving(enrolment)}
              />
            ))}
          </ul>
        </>
      )}
      {gone.length > 0 ? (
        <details className={styles.fold} open={present.length === 0}>
          <summary>{t("people.gone", { count: gone.length })}</summary>
          <ul className={styles.people}>
            {gone.map((enrolment) => (
              <PersonRow key={enrolment.id} enrolment={enrolment} session={session} onLeave={null} />
            ))}
          </ul>
        </details>
      ) : null}
      {leaving ? (
        <CloseEnrolmentDialog
          enrolmentId={leaving.id}
          name={`${leaving.firstName} ${leaving.lastName}`}
          onClose={() => setLeaving(null)}
        />
      ) : null}
    </Section>
  );
}

interface PersonRowProps {
  enrolment: Attendee;
  session: SessionSheet;
  onLeave: (() => void) | null;
}

function PersonRow({ enrolment, session, onLeave }: PersonRowProps) {
  const { t } = useTranslation("training");
  const format = useFormat();
  const { to, isTrainer } = useDesk();
  const { closedOn, end, openedOn, proven, taught } = enrolment;
  const name = `${enrolment.firstName} ${enrolment.lastName}`;
  return (
    <li className={styles.personRow}>
      <span className={styles.name}>
        <Link
          to={to.trainee}
          params={{ traineeId: enrolment.traineeId }}
          search={isTrainer ? {} : { session: session.id }}
        >
          {name}
        </Link>
        {closedOn && end ? (
          <StatusBadge>
            {t("people.left", { end: t(`ends.${end}`), day: format.shortDay(closedOn) })}
          </StatusBadge>
        ) : openedOn > today() ? (
          <StatusBadge tone="waiting">{t("people.arrives", { day: format.shortDay(openedOn) })}</StatusBadge>
        ) : openedOn > session.startsOn ? (
          <span className={styles.soft}>{t("people.since", { day: format.shortDay(openedOn) })}</span>
        ) : null}
      </span>
      {closedOn ? <span /> : <ModuleMarks modules={session.modules} enrolment={enrolment} />}
      <span className={styles.count}>{t("people.proven", { count: proven, proven, taught })}</span>
      {onLeave ? (
        <Button
          variant="subtle"
          className={styles.leave ?? ""}
          onClick={onLeave}
          aria-label={t("leave.openFor", { name })}
        >
          {t("leave.open")}
        </Button>
      ) : null}
    </li>
  );
}
