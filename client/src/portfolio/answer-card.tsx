import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMyAnswer } from "../attestations/use-my-answer.ts";
import { useFormat } from "../platform/format.ts";
import { useLabel } from "../platform/use-label.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { FormProblem } from "../ui/error-state.tsx";
import { Icon } from "../ui/icon.tsx";
import { Level } from "../ui/level.tsx";
import { toast } from "../ui/toast.tsx";
import { dayOf, type Received } from "./evidence-reading.ts";
import styles from "./sheet.module.css";

interface AnswerCardProps {
  received: Received;
  /** Outside the sheet of its competency, the card says which one and leads to it. */
  named?: boolean;
  /** The one before was just answered: the keyboard and the voice come here. */
  focused?: boolean;
  /** Another one on the same screen comes first: agreeing here is not the main action. */
  second?: boolean;
}

/** An attestation received: who saw what, and the two answers one may give. */
export function AnswerCard({ received, named = false, focused = false, second = false }: AnswerCardProps) {
  const { competency, attestation } = received;
  const { t } = useTranslation("competency");
  const format = useFormat();
  const labelOf = useLabel();
  const answer = useMyAnswer();
  const [contesting, setContesting] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focused) heading.current?.focus();
  }, [focused]);
  const contested = attestation.answer?.answer === "contested";
  const who = attestation.by?.name ?? t("history.somebody");
  const from = t("answer.from", { who, day: format.day(dayOf(attestation)) });
  const accept = () =>
    answer.mutate(
      { evidenceId: attestation.id, answer: "accepted", comment: "" },
      { onSuccess: () => toast.done(t("answer.accepted")) },
    );
  const contest = (comment: string) =>
    answer.mutate(
      { evidenceId: attestation.id, answer: "contested", comment },
      {
        onSuccess: () => {
          setContesting(false);
          toast.done(t("answer.contestedDone"));
        },
      },
    );
  return (
    <Card as="section" look={contested ? "plain" : "tint"} aria-label={named ? labelOf(competency) : from}>
      {named ? (
        <h2 ref={heading} tabIndex={-1}>
          <Link to="/stagiaire/competences/$competencyId" params={{ competencyId: competency.id }}>
            {labelOf(competency)}
          </Link>
        </h2>
      ) : null}
      <p className={styles.waiting}>
        <Icon name="stamp" />
        {from}
      </p>
      {attestation.level ? (
        <p>
          <Level level={attestation.level} />
        </p>
      ) : null}
      {attestation.comment ? <p>{t("history.said", { text: attestation.comment })}</p> : null}
      {contesting ? null : <FormProblem error={answer.error} />}
      <div className={styles.actions}>
        {contested ? (
          <Button variant="default" loading={answer.isPending} onClick={accept}>
            {t("answer.acceptAfterAll")}
          </Button>
        ) : (
          <>
            <Button
              variant={second ? "default" : "main"}
              loading={answer.isPending && !contesting}
              onClick={accept}
            >
              {t("answer.accept")}
            </Button>
            <Button variant="default" onClick={() => setContesting(true)}>
              {t("answer.contest")}
            </Button>
          </>
        )}
      </div>
      <ConfirmDialog
        open={contesting}
        onClose={() => setContesting(false)}
        title={t("answer.contestTitle")}
        text={t("answer.contestText")}
        reason={t("answer.contestLabel")}
        confirm={t("answer.contestGo")}
        busy={answer.isPending}
        error={answer.error}
        onConfirm={contest}
      />
    </Card>
  );
}
