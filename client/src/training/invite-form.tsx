import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFieldErrors } from "../platform/errors.ts";
import { newId } from "../platform/new-id.ts";
import { problemOf } from "../platform/problem.ts";
import { Button } from "../ui/button.tsx";
import { MainButton } from "../ui/button-link.tsx";
import { Card } from "../ui/card.tsx";
import { FormProblem } from "../ui/error-state.tsx";
import { NativeSelect, TextInput } from "../ui/fields.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import styles from "./fields.module.css";
import { isEmail } from "./is-email.ts";
import { useInvite } from "./use-invite.ts";

const TEAM_ROLES = ["trainer", "providerAdmin"] as const;

interface InviteFormProps {
  title: string;
  text: string;
  /** Known already; else the form asks for it. */
  email?: string;
  /** A trainee joins a session; without a role the form asks which one of the team. */
  as?: "trainee";
  sessionId?: string;
  /** Said when the address belongs to an account that cannot be used here. */
  takenText: string;
  onNext?: () => void;
}

/** Invites somebody by a one-time link. What was sent stays on screen until the next one. */
export function InviteForm({
  title,
  text,
  as: role,
  sessionId,
  takenText,
  onNext,
  ...given
}: InviteFormProps) {
  const { t } = useTranslation("training");
  const fieldErrors = useFieldErrors();
  const invite = useInvite();
  const empty = { id: newId(), email: given.email ?? "", firstName: "", lastName: "" };
  const [person, setPerson] = useState(empty);
  const [teamRole, setTeamRole] = useState<(typeof TEAM_ROLES)[number]>("trainer");
  const [tried, setTried] = useState(false);
  const taken = problemOf(invite.error).code === "already_exists";
  const refused: Record<string, string> = taken ? { email: takenText } : fieldErrors(invite.error);
  const email = person.email.trim();
  const missing = {
    email: isEmail(email) ? null : t("form.emailWrong"),
    firstName: person.firstName.trim() ? null : t("form.firstNameMissing"),
    lastName: person.lastName.trim() ? null : t("form.lastNameMissing"),
  };
  const errorAt = (field: keyof typeof missing) => (tried ? missing[field] : null) ?? refused[field] ?? null;
  const set = (field: keyof typeof missing) => (event: { currentTarget: { value: string } }) =>
    setPerson({ ...person, [field]: event.currentTarget.value });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(missing).some(Boolean)) return;
    invite.mutate({
      id: person.id,
      email,
      firstName: person.firstName.trim(),
      lastName: person.lastName.trim(),
      role: role ?? teamRole,
      ...(sessionId ? { sessionId } : {}),
    });
  };
  if (invite.isSuccess)
    return (
      <Card look="tint" role="status">
        <StatusBadge tone="good">{t("invite.sent")}</StatusBadge>
        <p>{t(role ? "invite.sentTrainee" : "invite.sentTeam", { name: person.firstName.trim(), email })}</p>
        <div className={styles.buttons}>
          <Button
            onClick={() => {
              invite.reset();
              setPerson(empty);
              setTried(false);
              onNext?.();
            }}
          >
            {t("invite.next")}
          </Button>
        </div>
      </Card>
    );
  return (
    <form onSubmit={submit} noValidate>
      <Card>
        <h2>{title}</h2>
        <p>{text}</p>
        {given.email === undefined ? (
          <TextInput
            type="email"
            autoComplete="off"
            label={t("form.email")}
            required
            value={person.email}
            error={errorAt("email")}
            onChange={set("email")}
          />
        ) : null}
        <div className={styles.pair}>
          <TextInput
            label={t("form.firstName")}
            autoComplete="off"
            required
            maxLength={80}
            value={person.firstName}
            error={errorAt("firstName")}
            onChange={set("firstName")}
          />
          <TextInput
            label={t("form.lastName")}
            autoComplete="off"
            required
            maxLength={80}
            value={person.lastName}
            error={errorAt("lastName")}
            onChange={set("lastName")}
          />
        </div>
        {role ? null : (
          <NativeSelect
            label={t("invite.role")}
            value={teamRole}
            data={TEAM_ROLES.map((value) => ({ value, label: t(`invite.roles.${value}`) }))}
            onChange={(event) =>
              setTeamRole(TEAM_ROLES.find((one) => one === event.currentTarget.value) ?? "trainer")
            }
          />
        )}
        {taken && given.email !== undefined ? (
          <p className={styles.failed} role="alert">
            {takenText}
          </p>
        ) : null}
        <FormProblem error={taken ? null : invite.error} />
        <div className={styles.buttons}>
          <MainButton type="submit" loading={invite.isPending}>
            {t("invite.submit")}
          </MainButton>
        </div>
      </Card>
    </form>
  );
}
