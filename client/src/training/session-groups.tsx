import type { SessionSummary } from "@acquis/shared/training/training.schema.ts";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { today, useFormat } from "../platform/format.ts";
import { Card, CardList } from "../ui/card.tsx";
import { Section } from "../ui/page.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import fields from "./fields.module.css";
import { byEnd, type Phase, phaseOf } from "./session-progress.ts";
import styles from "./training.module.css";
import { useDesk } from "./use-desk.ts";

const PHASES: readonly Phase[] = ["underWay", "toCome", "over"];

/** Sessions under way first, then those to come, the next one first; those over are folded. */
export function SessionGroups({ sessions }: { sessions: readonly SessionSummary[] }) {
  const { t } = useTranslation("training");
  const now = today();
  return (
    <>
      {PHASES.map((phase) => {
        const some = sessions
          .filter((session) => phaseOf(session, now) === phase)
          .sort((a, b) =>
            phase === "over" ? b.endsOn.localeCompare(a.endsOn) : a.startsOn.localeCompare(b.startsOn),
          );
        if (some.length === 0) return null;
        const cards = (
          <CardList key="cards" columns={2}>
            {some.map((session) => (
              <SessionCard key={session.id} session={session} phase={phase} />
            ))}
          </CardList>
        );
        return phase === "over" ? (
          <details key={phase} className={styles.fold} open={some.length === sessions.length}>
            <summary>{t("sessions.over", { count: some.length })}</summary>
            {cards}
          </details>
        ) : (
          <Section key={phase} title={t(`sessions.${phase}`, { count: some.length })}>
            {cards}
          </Section>
        );
      })}
    </>
  );
}

function SessionCard({ session, phase }: { session: SessionSummary; phase: Phase }) {
  const { t } = useTranslation("training");
  const format = useFormat();
  const { to, isTrainer } = useDesk();
  const { id, programmeName, startsOn, endsOn, place, enrolled, trainers } = session;
  const now = today();
  const next = phase === "underWay" ? byEnd(session.modules).find((module) => module.endsOn >= now) : null;
  return (
    <Card as="li" className={styles.sessionCard}>
      <h3>
        <Link to={to.session} params={{ sessionId: id }}>
          {programmeName}
        </Link>
      </h3>
      <p>
        {t("session.between", {
          from: format.shortDay(startsOn),
          to: format.shortDay(endsOn),
          place: place.name,
        })}
      </p>
      {isTrainer ? null : (
        <p className={styles.soft}>
          {trainers.length > 0
            ? t("session.trainers", {
                count: trainers.length,
                names: format.list(trainers.map(({ name }) => name)),
              })
            : null}
        </p>
      )}
      {next ? (
        <p className={styles.soft}>
          {t("sessions.nextModule", { name: next.name, day: format.shortDay(next.endsOn) })}
        </p>
      ) : null}
      <div className={fields.badges}>
        {phase === "over" ? null : enrolled > 0 ? (
          <StatusBadge tone="sea">{t("sessions.enrolled", { count: enrolled })}</StatusBadge>
        ) : (
          <StatusBadge tone="waiting">{t("sessions.nobody")}</StatusBadge>
        )}
        {trainers.length === 0 && phase !== "over" ? (
          <StatusBadge tone="problem">{t("session.noTrainer")}</StatusBadge>
        ) : null}
      </div>
    </Card>
  );
}
