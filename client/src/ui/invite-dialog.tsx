import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFieldErrors } from "../platform/errors.ts";
import { newId } from "../platform/new-id.ts";
import { MainButton } from "./button-link.tsx";
import { Dialog } from "./dialog.tsx";
import { FormProblem } from "./error-state.tsx";
import { TextInput } from "./fields.tsx";
import { Form } from "./form.tsx";
import { toast } from "./toast.tsx";

const EMPTY = { firstName: "", lastName: "", email: "" };

interface InviteDialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  text: string;
  /** Sends it; `id` stays the same until it has gone, so that twice is once. */
  onSend: (person: typeof EMPTY & { id: string }, options: { onSuccess: () => void }) => void;
  busy: boolean;
  error: Error | null;
}

/** Invites somebody by a one-time link: first name, last name, address. */
export function InviteDialog({ open, onClose, title, text, onSend, busy, error }: InviteDialogProps) {
  const { t } = useTranslation("ui");
  const [id, setId] = useState(newId);
  const [person, setPerson] = useState(EMPTY);
  const fieldErrors = useFieldErrors();
  const errors = error ? fieldErrors(error) : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSend(
      { id, ...person },
      {
        onSuccess: () => {
          toast.done(t("invite.done", { email: person.email }));
          setPerson(EMPTY);
          setId(newId());
          onClose();
        },
      },
    );
  };
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <Form onSubmit={submit}>
        <p>{text}</p>
        {(["firstName", "lastName", "email"] as const).map((field) => (
          <TextInput
            key={field}
            label={t(`invite.${field}`)}
            type={field === "email" ? "email" : "text"}
            value={person[field]}
            onChange={(event) => setPerson({ ...person, [field]: event.currentTarget.value })}
            error={errors[field]}
            maxLength={field === "email" ? 254 : 80}
            autoComplete="off"
            required
          />
        ))}
        {Object.keys(errors).length === 0 ? <FormProblem error={error} /> : null}
        <MainButton type="submit" loading={busy}>
          {t("invite.send")}
        </MainButton>
      </Form>
    </Dialog>
  );
}
