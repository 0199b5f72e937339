import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSessionSheet } from "../training/use-session-sheet.ts";
import { ButtonLink } from "../ui/button-link.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import { GroupForm } from "./group-form.tsx";

/** Attests one competency to a whole group, one row per person. */
export function GroupPage() {
  const { t } = useTranslation("attestations");
  const { sessionId = "" } = useParams({ strict: false });
  const sheet = useSessionSheet(sessionId);
  return (
    <Page>
      <PageHeader
        title={t("group.title")}
        lead={sheet.data?.programmeName ?? t("group.lead")}
        back={{ to: "/formateur/sessions/$sessionId", label: t("group.back") }}
      />
      <Loaded query={sheet}>
        {(session) =>
          session.enrolments.some(({ closedOn }) => closedOn === null) ? (
            <GroupForm session={session} />
          ) : (
            <EmptyState
              title={t("group.nobody")}
              text={t("group.nobodyNext")}
              action={<ButtonLink to="/formateur/sessions">{t("home.openSessions")}</ButtonLink>}
            />
          )
        }
      </Loaded>
    </Page>
  );
}
