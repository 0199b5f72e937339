import type { PortfolioCompetency } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import { useLabel } from "../platform/use-label.ts";
import { useDesk } from "../training/use-desk.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Level } from "../ui/level.tsx";
import { Mark } from "../ui/mark.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { toast } from "../ui/toast.tsx";
import { AttestForm } from "./attest-form.tsx";
import { EvidenceHistory } from "./evidence-history.tsx";
import styles from "./trainee.module.css";

interface FollowedCompetencyProps {
  competency: PortfolioCompetency;
  traineeId: string;
  name: string;
}

/** One competency: its mark, level and last proof in a line; opened, its whole history and what may be done. */
export function FollowedCompetency({ competency, traineeId, name }: FollowedCompetencyProps) {
  const { t } = useTranslation("attestations");
  const format = useFormat();
  const { isTrainer } = useDesk();
  const label = useLabel()(competency);
  const id = useId();
  const [open, setOpen] = useState(false);
  const [attesting, setAttesting] = useState(false);
  const detail = useRef<HTMLDivElement>(null);
  const { mark, heldLevel, upcoming, evidence } = competency;
  const level = heldLevel ?? upcoming[0]?.level ?? null;
  const proof = evidence.findLast(
    (one) => one.withdrawal === null && one.by !== null && one.kind !== "training",
  );
  const contested = evidence.some((one) => one.withdrawal === null && one.answer?.answer === "contested");
  return (
    <li className={styles.competency}>
      <button
        type="button"
        className={styles.summary}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Mark kind={mark} size={24} />
        <span className={styles.words}>
          <strong>{label}</strong>
          <span className={styles.soft}>
            {mark === "upcoming" && upcoming[0]
              ? t("trainee.expected", { from: upcoming[0].from, month: format.month(upcoming[0].month) })
              : proof?.by
                ? t("trainee.provenBy", {
                    who: proof.by.name,
                    day: format.shortDay(proof.observedOn ?? proof.addedOn),
                  })
                : t("trainee.declaredOnly")}
          </span>
          {competency.requested || contested ? (
            <span className={styles.badges}>
              {competency.requested ? (
                <StatusBadge tone="waiting">{t("trainee.requested")}</StatusBadge>
              ) : null}
              {contested ? <StatusBadge tone="problem">{t("history.contested")}</StatusBadge> : null}
            </span>
          ) : null}
        </span>
        {level ? (
          <span className={styles.levelOf}>
            <Level level={level} />
          </span>
        ) : null}
        <span className={styles.chevron} data-open={open} aria-hidden="true" />
      </button>
      {open ? (
        <div ref={detail} id={id} className={styles.detail}>
          <h3>{t("history.title")}</h3>
          <EvidenceHistory evidence={evidence} traineeId={traineeId} label={label} />
          {isTrainer && !attesting ? (
            <Button
              variant="default"
              leftSection={<Icon name="stamp" size={20} />}
              onClick={() => setAttesting(true)}
              style={{ alignSelf: "flex-start" }}
            >
              {t("trainee.attestIt")}
            </Button>
          ) : null}
          {attesting ? (
            <AttestForm
              traineeId={traineeId}
              competencyId={competency.id}
              level={heldLevel}
              onCancel={() => {
                setAttesting(false);
                setTimeout(() => detail.current?.querySelector<HTMLElement>(":scope > button")?.focus());
              }}
              onDone={() => {
                setAttesting(false);
                toast.done(t("attest.done", { name }));
              }}
            />
          ) : null}
        </div>
      ) : null}
    </li>
  );
}
