import { useTranslation } from "react-i18next";
import { useAccount } from "../platform/session.ts";
import { useSessionsGlance } from "../training/use-sessions-glance.ts";
import { ButtonLink } from "../ui/button-link.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader, Section } from "../ui/page.tsx";
import styles from "./attestations.module.css";
import { RequestList } from "./request-list.tsx";
import { SessionGlance } from "./session-glance.tsx";
import { useRequests } from "./use-requests.ts";

/** Who waits for me, then the sessions under way and what they wait for. */
export function TrainerHomePage() {
  const { t } = useTranslation("attestations");
  const requests = useRequests();
  const { firstName } = useAccount();
  const count = requests.data?.length;
  const lead =
    count === undefined
      ? t("home.lead")
      : count > 0
        ? t("home.waiting", { count })
        : t("home.hello", { name: firstName });
  return (
    <Page>
      <PageHeader title={t("home.title")} lead={lead} />
      <div className={styles.desk}>
        <Section title={t("home.requests")}>
          <Loaded query={requests}>
            {(waiting) =>
              waiting.length === 0 ? (
                <EmptyState
                  title={t("home.nobody")}
                  text={t("home.next")}
                  action={<ButtonLink to="/formateur/sessions">{t("home.openSessions")}</ButtonLink>}
                />
              ) : (
                <RequestList requests={waiting} />
              )
            }
          </Loaded>
        </Section>
        <Section title={t("home.sessions")}>
          <Loaded query={useSessionsGlance()}>
            {(sessions) =>
              sessions.length === 0 ? (
                <EmptyState
                  title={t("home.noSession")}
                  text={t("home.noSessionNext")}
                  action={<ButtonLink to="/formateur/sessions">{t("home.openSessions")}</ButtonLink>}
                />
              ) : (
                <ul className={styles.glances}>
                  {sessions.map((session) => (
                    <SessionGlance key={session.sheet.id} {...session} />
                  ))}
                </ul>
              )
            }
          </Loaded>
        </Section>
      </div>
    </Page>
  );
}
