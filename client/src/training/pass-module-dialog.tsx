import type { Day } from "@acquis/shared/platform/primitives.schema.ts";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorText } from "../platform/errors.ts";
import { today } from "../platform/format.ts";
import { Button } from "../ui/button.tsx";
import { MainButton } from "../ui/button-link.tsx";
import { DayField } from "../ui/date-fields.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Textarea } from "../ui/fields.tsx";
import { Icon } from "../ui/icon.tsx";
import { toast } from "../ui/toast.tsx";
import styles from "./fields.module.css";
import { earlier, standingIn } from "./session-progress.ts";
import { TaughtList } from "./taught-list.tsx";
import { type PassOutcome, usePassModule } from "./use-pass-module.ts";

export interface PassablePerson {
  id: string;
  firstName: string;
  lastName: string;
  passedModuleIds: readonly string[];
  skippedModuleIds: readonly string[];
}

interface PassModuleDialogProps {
  module: Parameters<typeof TaughtList>[0] & { id: string; name: string; endsOn: Day };
  people: readonly PassablePerson[];
  onClose: () => void;
}

/** Passes a module for one person or several: what it teaches is attested. Each row says what came of it. */
export function PassModuleDialog({ module, people, onClose }: PassModuleDialogProps) {
  const { t } = useTranslation(["training", "ui"]);
  const describe = useErrorText();
  const pass = usePassModule();
  const now = today();
  const [candidates] = useState(() =>
    people.filter((one) =>
      ["coming", "overdue"].includes(
        standingIn(
          module,
          { passedModuleIds: [...one.passedModuleIds], skippedModuleIds: [...one.skippedModuleIds] },
          now,
        ),
      ),
    ),
  );
  // When the module is over most people passed it; before that, they are chosen one by one.
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    module.endsOn <= now || candidates.length === 1 ? candidates.map(({ id }) => id) : [],
  );
  const [observedOn, setObservedOn] = useState<Day | null>(earlier(module.endsOn, now));
  const [comment, setComment] = useState("");
  const [outcomes, setOutcomes] = useState<readonly PassOutcome[]>([]);
  const [tried, setTried] = useState(false);
  const outcomeOf = (id: string) => outcomes.find(({ enrolmentId }) => enrolmentId === id);
  const isDone = (id: string) => outcomeOf(id)?.error === null;
  const sending = chosen.filter((id) => !isDone(id));
  const allChosen = candidates.every(({ id }) => chosen.includes(id));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!observedOn || sending.length === 0) return;
    const inputs = sending.map((enrolmentId) => ({
      enrolmentId,
      moduleId: module.id,
      observedOn,
      comment: comment.trim(),
    }));
    pass.mutate(inputs, {
      onSuccess: (answers) => {
        if (answers.every(({ error }) => error === null)) {
          toast.done(t("pass.done", { count: answers.length, name: module.name }));
          return onClose();
        }
        const answered = new Set(answers.map(({ enrolmentId }) => enrolmentId));
        setOutcomes((before) => [...before.filter((one) => !answered.has(one.enrolmentId)), ...answers]);
      },
    });
  };
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <Dialog open onClose={onClose} title={t("pass.title", { name: module.name })}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <div>
          <p>{t("pass.text")}</p>
          <TaughtList teaches={module.teaches} />
        </div>
        <fieldset className={styles.checks} data-fault={tried && sending.length === 0}>
          <legend>{t("pass.who")}</legend>
          {candidates.length > 2 ? (
            <Button
              variant="subtle"
              onClick={() => setChosen(allChosen ? [] : candidates.map(({ id }) => id))}
            >
              {t(allChosen ? "pass.none" : "pass.all")}
            </Button>
          ) : null}
          {candidates.map(({ id, firstName, lastName }) => {
            const failure = outcomeOf(id)?.error;
            return (
              <div key={id}>
                <label>
                  <input
                    type="checkbox"
                    checked={chosen.includes(id)}
                    disabled={isDone(id)}
                    onChange={() => toggle(id)}
                  />
                  <span>{`${firstName} ${lastName}`}</span>
                  {isDone(id) ? (
                    <span className={styles.good}>
                      <Icon name="check" size={18} />
                      {t("pass.rowDone")}
                    </span>
                  ) : null}
                </label>
                {failure ? (
                  <p className={styles.failed} role="alert">
                    {describe(failure)}
                  </p>
                ) : null}
              </div>
            );
          })}
          {tried && sending.length === 0 ? (
            <p className={styles.failed} role="alert">
              {t("pass.nobodyChosen")}
            </p>
          ) : null}
        </fieldset>
        <DayField
          label={t("pass.observedOn")}
          value={observedOn}
          max={now}
          required
          onChange={setObservedOn}
          error={tried && !observedOn ? t("form.dayMissing") : null}
        />
        <Textarea
          label={t("pass.comment")}
          rows={2}
          maxLength={1000}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <MainButton type="submit" loading={pass.isPending}>
            {t("pass.submit", { count: sending.length })}
          </MainButton>
          <Button variant="default" onClick={onClose}>
            {t("ui:cancel")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
