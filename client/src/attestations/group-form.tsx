import type { AttestationContext } from "@acquis/shared/attestations/attestation.schema.ts";
import type { Day, Level } from "@acquis/shared/platform/primitives.schema.ts";
import type { SessionSheet } from "@acquis/shared/training/training.schema.ts";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFieldErrors } from "../platform/errors.ts";
import { today } from "../platform/format.ts";
import { newId } from "../platform/new-id.ts";
import { useKept } from "../platform/use-kept.ts";
import { Button } from "../ui/button.tsx";
import { MainButton } from "../ui/button-link.tsx";
import { Card } from "../ui/card.tsx";
import { FormProblem } from "../ui/error-state.tsx";
import { KeptNotice } from "../ui/kept-notice.tsx";
import { LevelPicker } from "../ui/level.tsx";
import { Section } from "../ui/page.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { type ChosenCompetency, CompetencyChoice } from "./competency-choice.tsx";
import styles from "./group.module.css";
import { GroupRowFields } from "./group-row-fields.tsx";
import { type GroupRow, rowsOf, rowsStill, toSend, withOutcomes } from "./group-rows.ts";
import { ObservedFields } from "./observed-fields.tsx";
import { useAttestGroup } from "./use-attest-group.ts";

interface Draft {
  id: string;
  competency: ChosenCompetency | null;
  level: Level | null;
  observedOn: Day | null;
  context: AttestationContext;
  rows: GroupRow[];
}

/** One competency, one row per person. What was attested stays so; what failed can be sent again alone. */
export function GroupForm({ session }: { session: SessionSheet }) {
  const { t } = useTranslation("attestations");
  const fieldErrors = useFieldErrors();
  const attest = useAttestGroup();
  const result = useRef<HTMLDivElement>(null);
  const kept = useKept<Draft>(`group ${session.id}`, () => ({
    id: newId(),
    competency: null,
    level: null,
    observedOn: today(),
    context: "training",
    rows: rowsOf(session.enrolments),
  }));
  const { id, competency, level, observedOn, context } = kept.value;
  const rows = rowsStill(kept.value.rows, session.enrolments);
  const put = (part: Partial<Draft>) => kept.set((now) => ({ ...now, ...part }));
  const [tried, setTried] = useState(false);
  const errors = fieldErrors(attest.error);
  const sending = toSend(rows);
  const done = rows.filter(({ outcome }) => outcome === "done").length;
  const failed = rows.filter(({ outcome }) => typeof outcome === "object").length;

  // What came of it is above the rows: the keyboard goes there, the button may be gone.
  useEffect(() => {
    if (done + failed > 0) result.current?.focus();
  }, [done, failed]);

  const choose = (chosen: ChosenCompetency | null) => {
    put({ competency: chosen, ...(chosen?.level ? { level: chosen.level } : {}) });
  };
  const startAgain = () => {
    kept.restart();
    setTried(false);
    attest.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!competency || !level || !observedOn || sending.length === 0) return;
    const sent = sending.map((row) => ({
      traineeId: row.traineeId,
      level: row.level ?? level,
      comment: row.comment.trim(),
    }));
    attest.mutate(
      { id, sessionId: session.id, competencyId: competency.id, observedOn, context, rows: sent },
      {
        onSuccess: (outcomes) => {
          const after = { ...kept.value, rows: withOutcomes(rows, outcomes) };
          // What is done is on the server; only what failed is still to be sent.
          if (toSend(after.rows).length === 0) kept.forget(after);
          else kept.set(after);
        },
      },
    );
  };
  const change = (traineeId: string, patch: Partial<GroupRow>) =>
    put({ rows: rows.map((row) => (row.traineeId === traineeId ? { ...row, ...patch } : row)) });
  const open = rows.filter(({ outcome }) => outcome !== "done");
  const all = open.every(({ chosen }) => chosen);

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <KeptNotice of={kept} />
      <Card as="section" aria-label={t("group.what")}>
        <CompetencyChoice
          modules={session.modules}
          value={competency}
          onChange={choose}
          locked={done > 0}
          error={tried && !competency ? t("group.competencyMissing") : (errors.competencyId ?? null)}
        />
        {done > 0 ? null : (
          <>
            <LevelPicker
              compact
              label={t("group.level")}
              value={level}
              onChange={(next) => put({ level: next })}
              error={tried && !level ? t("attest.levelMissing") : null}
            />
            <ObservedFields
              observedOn={observedOn}
              onObservedOn={(day) => put({ observedOn: day })}
              context={context}
              onContext={(next) => put({ context: next })}
              error={tried && !observedOn ? t("attest.dayMissing") : (errors.observedOn ?? null)}
            />
          </>
        )}
      </Card>
      <Section
        title={t("group.who")}
        aside={
          open.length > 1 ? (
            <Button
              variant="subtle"
              onClick={() =>
                put({ rows: rows.map((row) => (row.outcome === "done" ? row : { ...row, chosen: !all })) })
              }
            >
              {all ? t("group.none") : t("group.all")}
            </Button>
          ) : null
        }
      >
        <div ref={result} tabIndex={-1} className={styles.result} role="status">
          {done > 0 ? <StatusBadge tone="good">{t("group.doneCount", { count: done })}</StatusBadge> : null}
          {failed > 0 ? (
            <StatusBadge tone="problem">{t("group.failedCount", { count: failed })}</StatusBadge>
          ) : null}
        </div>
        <ul className={styles.rows}>
          {rows.map((row) => (
            <GroupRowFields
              key={row.traineeId}
              row={row}
              level={level}
              onChange={(patch) => change(row.traineeId, patch)}
            />
          ))}
        </ul>
      </Section>
      {tried && sending.length === 0 && done === 0 ? <p role="alert">{t("group.nobodyChosen")}</p> : null}
      <FormProblem error={attest.error} />
      <div className={styles.bottom}>
        {sending.length > 0 || done === 0 ? (
          <MainButton type="submit" loading={attest.isPending}>
            {failed > 0
              ? t("group.again", { count: sending.length })
              : t("group.submit", { count: sending.length })}
          </MainButton>
        ) : null}
        {done > 0 ? (
          <Button variant="default" onClick={startAgain}>
            {t("group.another")}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
