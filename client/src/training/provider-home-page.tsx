import { useTranslation } from "react-i18next";
import { useAccount } from "../platform/session.ts";
import { ButtonLink, MainLink } from "../ui/button-link.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Icon } from "../ui/icon.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import { SessionGroups } from "./session-groups.tsx";
import { useProgrammes } from "./use-programmes.ts";
import { useSessions } from "./use-sessions.ts";

/** The sessions of a provider: what runs, what begins, what lacks somebody; first of all, what to create. */
export function ProviderHomePage() {
  const { t } = useTranslation("training");
  const programmes = useProgrammes();
  const sessions = useSessions();
  const { organisation } = useAccount();
  const hasProgramme = (programmes.data?.length ?? 0) > 0;
  return (
    <Page>
      <PageHeader
        title={t("home.title")}
        lead={organisation?.name ?? t("home.lead")}
        action={
          hasProgramme && (sessions.data?.length ?? 0) > 0 ? (
            <MainLink to="/organisme/sessions/nouvelle" leftSection={<Icon name="plus" size={20} />}>
              {t("home.newSession")}
            </MainLink>
          ) : null
        }
      />
      <Loaded query={sessions}>
        {(found) => {
          if (found.length > 0) return <SessionGroups sessions={found} />;
          if (programmes.data === undefined) return null;
          return hasProgramme ? (
            <EmptyState
              title={t("home.nothing")}
              text={t("home.nextSession")}
              action={<MainLink to="/organisme/sessions/nouvelle">{t("home.newSession")}</MainLink>}
            />
          ) : (
            <EmptyState
              title={t("home.nothingAtAll")}
              text={t("home.nextProgramme")}
              action={
                <>
                  <MainLink to="/organisme/formations/nouvelle">{t("programmes.new")}</MainLink>
                  <ButtonLink to="/organisme/equipe">{t("home.team")}</ButtonLink>
                </>
              }
            />
          );
        }}
      </Loaded>
    </Page>
  );
}
