import type { SessionSheet } from "@acquis/shared/training/training.schema.ts";
import { useParams } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { MainButton } from "../ui/button-link.tsx";
import { FormProblem } from "../ui/error-state.tsx";
import { TextInput } from "../ui/fields.tsx";
import { Icon } from "../ui/icon.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import { EnrolFound } from "./enrol-found.tsx";
import styles from "./fields.module.css";
import { InviteForm } from "./invite-form.tsx";
import { isEmail } from "./is-email.ts";
import { useFindTrainee } from "./use-find-trainee.ts";
import { useSessionSheet } from "./use-session-sheet.ts";

/** Adds somebody to a session: first their e-mail address; a known person is enrolled, another is invited. */
export function EnrolPage() {
  const { t } = useTranslation("training");
  const { sessionId = "" } = useParams({ strict: false });
  const sheet = useSessionSheet(sessionId);
  return (
    <Page narrow>
      <PageHeader
        title={t("enrol.title")}
        lead={sheet.data?.programmeName}
        back={{ to: "/organisme/sessions/$sessionId", label: t("sessionForm.back") }}
      />
      <Loaded query={sheet}>{(session) => <Finding session={session} />}</Loaded>
    </Page>
  );
}

function Finding({ session }: { session: SessionSheet }) {
  const { t } = useTranslation("training");
  const find = useFindTrainee();
  const [email, setEmail] = useState("");
  const [wrong, setWrong] = useState(false);
  const [asked, setAsked] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const address = email.trim();
    if (!isEmail(address)) return setWrong(true);
    find.mutate(address, { onSuccess: () => setAsked(address) });
  };
  const next = () => {
    setEmail("");
    setAsked(null);
    find.reset();
  };
  if (asked !== null && find.data !== undefined)
    return (
      <>
        <p className={styles.address}>
          <Icon name="mail" size={20} />
          <strong>{asked}</strong>
          <Button variant="default" onClick={next}>
            {t("enrol.other")}
          </Button>
        </p>
        {find.data ? (
          <EnrolFound session={session} trainee={find.data} onNext={next} />
        ) : (
          <InviteForm
            key={asked}
            email={asked}
            as="trainee"
            sessionId={session.id}
            title={t("enrol.unknown")}
            text={t("enrol.inviteText")}
            takenText={t("enrol.taken")}
            onNext={next}
          />
        )}
      </>
    );
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextInput
        type="email"
        autoComplete="off"
        label={t("enrol.email")}
        description={t("enrol.emailHint")}
        required
        value={email}
        error={wrong ? t("form.emailWrong") : null}
        onChange={(event) => {
          setEmail(event.currentTarget.value);
          setWrong(false);
        }}
      />
      <FormProblem error={find.error} />
      <div className={styles.buttons}>
        <MainButton type="submit" loading={find.isPending}>
          {t("enrol.find")}
        </MainButton>
      </div>
    </form>
  );
}
