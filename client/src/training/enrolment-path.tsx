import type { SessionSheet } from "@acquis/shared/training/training.schema.ts";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import { Button } from "../ui/button.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Section } from "../ui/page.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { CloseEnrolmentDialog } from "./close-enrolment-dialog.tsx";
import { PassModuleDialog } from "./pass-module-dialog.tsx";
import { PositioningModule } from "./positioning-module.tsx";
import { type Attendee, byEnd, type SessionModule } from "./session-progress.ts";
import styles from "./training.module.css";
import { useDesk } from "./use-desk.ts";
import { usePositioning } from "./use-positioning.ts";

/** One enrolment: its dates, then module by module what is proven, what may be skipped, what is passed. */
export function EnrolmentPath({ session, enrolment }: { session: SessionSheet; enrolment: Attendee }) {
  const { t } = useTranslation("training");
  const format = useFormat();
  const { isTrainer, to } = useDesk();
  const positioning = usePositioning(enrolment.id);
  const [passing, setPassing] = useState<SessionModule | null>(null);
  const [leaving, setLeaving] = useState(false);
  const { closedOn, end } = enrolment;
  return (
    <Section
      title={session.programmeName}
      aside={
        <Link to={to.session} params={{ sessionId: session.id }}>
          {t("path.session")}
        </Link>
      }
    >
      <div className={styles.pathHead}>
        <p>
          {t("path.since", { from: format.day(enrolment.openedOn), to: format.day(session.endsOn) })}{" "}
          <span className={styles.count}>
            {t("people.proven", {
              count: enrolment.proven,
              proven: enrolment.proven,
              taught: enrolment.taught,
            })}
          </span>
        </p>
        {closedOn && end ? (
          <StatusBadge>
            {t("people.left", { end: t(`ends.${end}`), day: format.shortDay(closedOn) })}
          </StatusBadge>
        ) : (
          <Button variant="default" onClick={() => setLeaving(true)}>
            {t("leave.open")}
          </Button>
        )}
      </div>
      <Loaded query={positioning}>
        {({ modules }) => (
          <ul className={styles.positions}>
            {byEnd(session.modules).map((module) => {
              const position = modules.find(({ moduleId }) => moduleId === module.id);
              return position ? (
                <PositioningModule
                  key={module.id}
                  position={position}
                  module={module}
                  enrolment={enrolment}
                  onPass={isTrainer ? () => setPassing(module) : null}
                />
              ) : null;
            })}
          </ul>
        )}
      </Loaded>
      {passing ? (
        <PassModuleDialog module={passing} people={[enrolment]} onClose={() => setPassing(null)} />
      ) : null}
      {leaving ? (
        <CloseEnrolmentDialog
          enrolmentId={enrolment.id}
          name={`${enrolment.firstName} ${enrolment.lastName}`}
          onClose={() => setLeaving(false)}
        />
      ) : null}
    </Section>
  );
}
