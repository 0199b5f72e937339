import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFieldErrors } from "../platform/errors.ts";
import { newId } from "../platform/new-id.ts";
import { MainButton } from "../ui/button-link.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FormProblem } from "../ui/error-state.tsx";
import { TextInput } from "../ui/fields.tsx";
import { toast } from "../ui/toast.tsx";
import styles from "./organisations.module.css";
import { firstRoleOf } from "./organisations-kinds.ts";
import { type Organisation, useInviteMember } from "./use-organisations.ts";

const EMPTY = { firstName: "", lastName: "", email: "" };

interface InviteMemberDialogProps {
  organisation: Pick<Organisation, "id" | "name" | "kind">;
  open: boolean;
  onClose: () => void;
}

/** Invites somebody who will run the account of an organisation, and invite the others. */
export function InviteMemberDialog({ organisation, open, onClose }: InviteMemberDialogProps) {
  const { t } = useTranslation("organisations");
  const [id, setId] = useState(newId);
  const [person, setPerson] = useState(EMPTY);
  const invite = useInviteMember();
  const fieldErrors = useFieldErrors();
  const errors = invite.error ? fieldErrors(invite.error) : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate(
      { id, organisationId: organisation.id, role: firstRoleOf[organisation.kind], ...person },
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
    <Dialog open={open} onClose={onClose} title={t("invite.title", { name: organisation.name })}>
      <form onSubmit={submit} className={styles.form}>
        <p>{t(`invite.text_${organisation.kind}`)}</p>
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
        {Object.keys(errors).length === 0 ? <FormProblem error={invite.error} /> : null}
        <MainButton type="submit" loading={invite.isPending}>
          {t("invite.send")}
        </MainButton>
      </form>
    </Dialog>
  );
}
