import type { Evidence } from "@acquis/shared/portfolio/evidence.schema.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import { Level } from "../ui/level.tsx";
import { Mark, type MarkKind } from "../ui/mark.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { CONTEXTS } from "./observed-fields.tsx";
import styles from "./trainee.module.css";

const marks: Record<Evidence["kind"], MarkKind> = {
  declaration: "acquired",
  attestation: "proven",
  badge: "proven",
  certification: "proven",
  training: "upcoming",
};

/** One fact: what, who, when, where, in which words, and what became of it. */
export function EvidenceEntry({ item, children }: { item: Evidence; children?: ReactNode }) {
  const { t } = useTranslation("attestations");
  const format = useFormat();
  const { kind, by, training, withdrawal, answer, observedOn } = item;
  const context = CONTEXTS.find((one) => one === item.context);
  const stands = withdrawal === null && answer?.answer !== "contested";
  const details = [
    by && kind !== "training" ? [by.name, by.organisation].filter(Boolean).join(", ") : null,
    observedOn ? t("history.observed", { day: format.day(observedOn) }) : null,
    context && kind === "attestation" ? t(`attest.contexts.${context}`) : null,
    training
      ? t("history.training", {
          module: training.moduleName,
          programme: training.programmeName,
          day: format.day(training.expectedOn),
        })
      : null,
  ].filter(Boolean);
  return (
    <li className={styles.entry} data-stands={stands}>
      <Mark kind={stands ? marks[kind] : "missing"} size={18} hidden />
      <div>
        <p className={styles.fact}>
          <strong>{t(`history.kinds.${kind}`)}</strong>
          {item.level ? <Level level={item.level} /> : null}
          <span className={styles.soft}>{format.shortDay(item.addedOn)}</span>
        </p>
        {details.length > 0 ? <p className={styles.soft}>{details.join(" · ")}</p> : null}
        {item.comment ? <p className={styles.quote}>{item.comment}</p> : null}
        {answer ? (
          <p>
            <StatusBadge tone={answer.answer === "accepted" ? "good" : "problem"}>
              {t(`history.${answer.answer}`)}
            </StatusBadge>{" "}
            <span className={styles.soft}>{format.shortDay(answer.on)}</span>
          </p>
        ) : null}
        {answer?.comment ? <p className={styles.quote}>{answer.comment}</p> : null}
        {withdrawal ? (
          <p className={styles.ended}>
            {t(`history.ended.${withdrawal.kind}`, {
              who: withdrawal.byName,
              day: format.shortDay(withdrawal.on),
            })}
          </p>
        ) : null}
        {withdrawal?.reason ? <p className={styles.quote}>{withdrawal.reason}</p> : null}
        {children}
      </div>
    </li>
  );
}
