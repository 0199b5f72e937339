import type { ShownVerdict } from "@acquis/shared/candidates/candidate.schema.ts";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLabel } from "../platform/use-label.ts";
import { useDeclare } from "../portfolio/use-declare.ts";
import { MainButton } from "../ui/button-link.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FormProblem } from "../ui/error-state.tsx";
import { LevelPicker } from "../ui/level.tsx";
import { toast } from "../ui/toast.tsx";
import styles from "./matches.module.css";

function DeclareForm({ shown, onClose }: { shown: ShownVerdict; onClose: () => void }) {
  const { t } = useTranslation("matches");
  const declare = useDeclare();
  const labelOf = useLabel();
  const [level, setLevel] = useState(shown.heldLevel);
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (level === null) return setMissing(true);
    declare.mutate(
      { items: [{ competencyId: shown.competencyId, level }] },
      {
        onSuccess: () => {
          onClose();
          toast.done(t("declare.saved"));
        },
      },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p>
        <b>{labelOf(shown)}</b>
      </p>
      <LevelPicker
        value={level}
        onChange={(next) => {
          setLevel(next);
          setMissing(false);
        }}
        label={t("declare.title")}
        hideLabel
        error={missing ? t("declare.missing") : null}
      />
      <FormProblem error={declare.error} />
      <MainButton type="submit" loading={declare.isPending}>
        {t("declare.save")}
      </MainButton>
    </form>
  );
}

/** « Je sais déjà le faire », from an offer: says at which level, and the offer is judged again. */
export function OfferMatchDeclare({ shown, onClose }: { shown: ShownVerdict | null; onClose: () => void }) {
  const { t } = useTranslation("matches");
  return (
    <Dialog open={shown !== null} onClose={onClose} title={t("declare.title")}>
      {shown ? <DeclareForm shown={shown} onClose={onClose} /> : null}
    </Dialog>
  );
}
