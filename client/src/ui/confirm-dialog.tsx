import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { MainButton } from "./button-link.tsx";
import { Dialog } from "./dialog.tsx";
import { FormProblem } from "./error-state.tsx";
import { Textarea } from "./fields.tsx";
import { Form } from "./form.tsx";

interface ConfirmDialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** What will happen, and who will know. */
  text: string;
  confirm: string;
  /** Ask why: the label of the field, or true for « Pourquoi ? ». The reason is then required. */
  reason?: boolean | string;
  onConfirm: (reason: string) => void;
  busy?: boolean;
  error?: unknown;
}

/** Asks before something that cannot be undone, with a reason where others will read it. */
export function ConfirmDialog({ reason = false, onConfirm, ...props }: ConfirmDialogProps) {
  const { t } = useTranslation("ui");
  const [why, setWhy] = useState("");
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason && !why.trim()) return setMissing(true);
    onConfirm(why.trim());
  };
  return (
    <Dialog open={props.open} onClose={props.onClose} title={props.title}>
      <Form onSubmit={submit}>
        <p>{props.text}</p>
        {reason ? (
          <Textarea
            label={typeof reason === "string" ? reason : t("reason.label")}
            value={why}
            maxLength={500}
            required
            onChange={(event) => {
              setWhy(event.currentTarget.value);
              setMissing(false);
            }}
            error={missing ? t("reason.missing") : null}
          />
        ) : null}
        <FormProblem error={props.error} />
        <div style={{ display: "flex", flexWrap: "wrap", gap: "0.75rem" }}>
          <MainButton type="submit" loading={props.busy ?? false}>
            {props.confirm}
          </MainButton>
          <Button variant="default" onClick={props.onClose}>
            {t("cancel")}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
