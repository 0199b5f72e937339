import type { Positioning } from "@acquis/shared/training/training.schema.ts";
import { useTranslation } from "react-i18next";
import { today, useFormat } from "../platform/format.ts";
import { useLabel } from "../platform/use-label.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { FormProblem } from "../ui/error-state.tsx";
import { Level } from "../ui/level.tsx";
import { Mark, type MarkKind } from "../ui/mark.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import fields from "./fields.module.css";
import { type Attendee, type SessionModule, standingIn } from "./session-progress.ts";
import styles from "./training.module.css";
import { useSkipModule } from "./use-skip-module.ts";

type Position = Positioning["modules"][number];
type Competency = Position["competencies"][number];

/** A competency against the level the module leads to; below it, the module still has to bring it. */
export function markFor(
  { level, provenLevel, heldLevel }: Pick<Competency, "level" | "provenLevel" | "heldLevel">,
  coming: boolean,
): MarkKind {
  if (provenLevel !== null && provenLevel >= level) return "proven";
  if (heldLevel !== null && heldLevel >= level) return "acquired";
  return coming ? "upcoming" : "missing";
}

interface PositioningModuleProps {
  position: Position;
  module: SessionModule;
  enrolment: Attendee;
  onPass: (() => void) | null;
}

/** One module for one person: what is proven of what it teaches, and whether they attend, skip or have passed it. */
export function PositioningModule({ position, module, enrolment, onPass }: PositioningModuleProps) {
  const { t } = useTranslation("training");
  const format = useFormat();
  const labelOf = useLabel();
  const skip = useSkipModule();
  const now = today();
  const standing = standingIn(module, enrolment, now);
  const proven = position.competencies.filter((one) => markFor(one, false) === "proven").length;
  const open = enrolment.closedOn === null;
  const mayChange = open && standing !== "passed";
  return (
    <Card as="li">
      <div className={styles.pathHead}>
        <div>
          <h3>{module.name}</h3>
          <p className={styles.soft}>
            {t(module.endsOn < now ? "modules.ended" : "modules.ends", { day: format.day(module.endsOn) })}
          </p>
        </div>
        {standing === "passed" ? <StatusBadge tone="good">{t("modules.kinds.passed")}</StatusBadge> : null}
        {standing === "skipped" ? <StatusBadge tone="sea">{t("modules.kinds.skipped")}</StatusBadge> : null}
        {standing === "overdue" && open ? (
          <StatusBadge tone="waiting">{t("modules.kinds.overdue")}</StatusBadge>
        ) : null}
      </div>
      <ul className={styles.position}>
        {position.competencies.map((competency) => (
          <li key={competency.id}>
            <Mark kind={markFor(competency, open && standing === "coming")} />
            <span>{labelOf(competency)}</span>
            <span className={styles.levels}>
              {competency.heldLevel !== null && competency.heldLevel < competency.level ? (
                <span className={styles.soft}>
                  {t("path.has")} <Level level={competency.heldLevel} />
                </span>
              ) : null}
              <span className={styles.soft}>
                {t("path.aims")} <Level level={competency.level} />
              </span>
            </span>
          </li>
        ))}
      </ul>
      {mayChange && standing !== "skipped" && proven === position.competencies.length ? (
        <p className={styles.advice}>{t("path.allProven")}</p>
      ) : null}
      <FormProblem error={skip.error} />
      {mayChange ? (
        <div className={fields.buttons}>
          {standing !== "skipped" && onPass ? (
            <Button variant="default" onClick={onPass} aria-label={t("pass.openFor", { name: module.name })}>
              {t("pass.openOne")}
            </Button>
          ) : null}
          <Button
            variant="default"
            loading={skip.isPending}
            aria-label={t(standing === "skipped" ? "path.unskipFor" : "path.skipFor", { name: module.name })}
            onClick={() =>
              skip.mutate({
                enrolmentId: enrolment.id,
                moduleId: module.id,
                skipped: standing !== "skipped",
              })
            }
          >
            {t(standing === "skipped" ? "path.unskip" : "path.skip")}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}
