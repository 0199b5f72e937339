import { useTranslation } from "react-i18next";
import { useSession } from "../platform/session.ts";
import { ButtonLink } from "../ui/button-link.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page, PageHeader } from "../ui/page.tsx";

interface MailSentProps {
  title: string;
  text: string;
  next?: string;
}

/** A mail has left: what to do now. In the demonstration, where to read it. */
export function MailSent({ title, text, next }: MailSentProps) {
  const { t } = useTranslation("accounts");
  const { demo } = useSession();
  return (
    <Page narrow>
      <PageHeader title={title} />
      <EmptyState
        title={text}
        text={next}
        action={
          demo ? (
            <ButtonLink to="/demo/mails">{t("register.demoMails")}</ButtonLink>
          ) : (
            <ButtonLink to="/connexion">{t("forgotten.back")}</ButtonLink>
          )
        }
      />
    </Page>
  );
}
