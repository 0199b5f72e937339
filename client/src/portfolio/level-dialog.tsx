import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { MainButton } from "../ui/button-link.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FormProblem } from "../ui/error-state.tsx";
import { LevelPicker } from "../ui/level.tsx";
import type { LevelValue } from "../ui/level-values.ts";
import { toast } from "../ui/toast.tsx";
import styles from "./sheet.module.css";
import { useDeclare } from "./use-declare.ts";

interface LevelDialogProps {
  open: boolean;
  onClose: () => void;
  competencyId: string;
  /** The level shown as chosen at first. */
  from: LevelValue | null;
}

function LevelForm({ onClose, competencyId, from }: LevelDialogProps) {
  const { t } = useTranslation("competency");
  const [level, setLevel] = useState(from);
  const [missing, setMissing] = useState(false);
  const declare = useDeclare();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (level === null) return setMissing(true);
    declare.mutate(
      { items: [{ competencyId, level }] },
      {
        onSuccess: () => {
          onClose();
          toast.done(t("level.done"));
        },
      },
    );
  };
  return (
    <form onSubmit={submit} className={styles.form} noValidate>
      <LevelPicker
        value={level}
        onChange={(next) => {
          setLevel(next);
          setMissing(false);
        }}
        label={t("level.title")}
        hideLabel
        error={missing ? t("level.missing") : null}
      />
      <FormProblem error={declare.error} />
      <MainButton type="submit" loading={declare.isPending}>
        {t("level.save")}
      </MainButton>
    </form>
  );
}

/** Says, or says again, how well one can do something. */
export function LevelDialog(props: LevelDialogProps) {
  const { t } = useTranslation("competency");
  return (
    <Dialog open={props.open} onClose={props.onClose} title={t("level.title")}>
      <LevelForm {...props} />
    </Dialog>
  );
}
