import { useTranslation } from "react-i18next";
import { EmptyState } from "../ui/empty-state.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import { SessionGroups } from "./session-groups.tsx";
import { useSessions } from "./use-sessions.ts";

/** A trainer's own sessions: under way, to come, over. */
export function SessionsPage() {
  const { t } = useTranslation("training");
  return (
    <Page>
      <PageHeader title={t("sessions.title")} lead={t("sessions.lead")} />
      <Loaded query={useSessions()}>
        {(sessions) =>
          sessions.length === 0 ? (
            <EmptyState title={t("sessions.nothing")} text={t("sessions.nothingTrainer")} />
          ) : (
            <SessionGroups sessions={sessions} />
          )
        }
      </Loaded>
    </Page>
  );
}
