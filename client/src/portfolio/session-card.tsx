import type { PortfolioCompetency } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { today, useFormat } from "../platform/format.ts";
import { useLabel } from "../platform/use-label.ts";
import { Card } from "../ui/card.tsx";
import { Icon } from "../ui/icon.tsx";
import { Mark } from "../ui/mark.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import styles from "./session.module.css";
import type { useMyTraining } from "./use-my-training.ts";

type Enrolment = NonNullable<ReturnType<typeof useMyTraining>["data"]>[number];
type SessionModule = Enrolment["session"]["modules"][number];

interface SessionProps {
  enrolment: Enrolment;
  /** One's own portfolio: what each competency of a module has become. */
  competencies: readonly PortfolioCompetency[];
}

function ModuleState({ enrolment, module }: { enrolment: Enrolment; module: SessionModule }) {
  const { t } = useTranslation("portfolio");
  const format = useFormat();
  if (enrolment.passedModuleIds.includes(module.id))
    return <StatusBadge tone="good">{t("coming.passed")}</StatusBadge>;
  if (enrolment.skippedModuleIds.includes(module.id)) return <StatusBadge>{t("coming.skipped")}</StatusBadge>;
  const over = module.endsOn < today();
  return (
    <StatusBadge tone={over ? "neutral" : "waiting"}>
      {t(over ? "coming.over" : "coming.until", { day: format.day(module.endsOn) })}
    </StatusBadge>
  );
}

function Module({ enrolment, module, competencies }: SessionProps & { module: SessionModule }) {
  const { t } = useTranslation("portfolio");
  const labelOf = useLabel();
  return (
    <li className={styles.module}>
      <div className={styles.moduleHead}>
        <h4>{module.name}</h4>
        <ModuleState enrolment={enrolment} module={module} />
      </div>
      <ul className={styles.taught} aria-label={t("coming.brings")}>
        {module.teaches.map((taught) => {
          const own = competencies.find(({ id }) => id === taught.competencyId);
          return (
            <li key={taught.competencyId}>
              <Mark kind={own?.mark ?? "missing"} size={20} />
              {own ? (
                <Link to="/stagiaire/competences/$competencyId" params={{ competencyId: own.id }}>
                  {labelOf(own)}
                </Link>
              ) : (
                labelOf(taught)
              )}
            </li>
          );
        })}
      </ul>
    </li>
  );
}

/** One training: where, when, with whom, and its modules with what each brings. */
export function SessionCard({ enrolment, competencies }: SessionProps) {
  const { t } = useTranslation("portfolio");
  const format = useFormat();
  const { session, closedOn } = enrolment;
  const modules = [...session.modules].sort((a, b) => (a.endsOn < b.endsOn ? -1 : 1));
  return (
    <Card as="section">
      <h3>{session.programmeName}</h3>
      <ul className={styles.facts}>
        <li>
          <Icon name="building" size={20} />
          {session.providerName}, {session.place.name}
        </li>
        <li>
          <Icon name="calendar" size={20} />
          {t("coming.dates", { from: format.day(session.startsOn), to: format.day(session.endsOn) })}
        </li>
        {session.trainers.length > 0 ? (
          <li>
            <Icon name="people" size={20} />
            {t("coming.trainers", {
              count: session.trainers.length,
              names: format.list(session.trainers.map(({ name }) => name)),
            })}
          </li>
        ) : null}
      </ul>
      {closedOn ? <p>{t("coming.left", { day: format.day(closedOn) })}</p> : null}
      {!closedOn && session.endsOn < today() ? <p>{t("coming.ended")}</p> : null}
      <ol className={styles.modules} aria-label={t("coming.modules")}>
        {modules.map((module) => (
          <Module key={module.id} enrolment={enrolment} module={module} competencies={competencies} />
        ))}
      </ol>
    </Card>
  );
}
