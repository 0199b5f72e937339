import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { today, useFormat } from "../platform/format.ts";
import { ButtonLink, MainLink } from "../ui/button-link.tsx";
import { Icon } from "../ui/icon.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import { PageSkeleton } from "../ui/skeleton.tsx";
import { SessionModules } from "./session-modules.tsx";
import { SessionPeople } from "./session-people.tsx";
import { phaseOf } from "./session-progress.ts";
import { useDesk } from "./use-desk.ts";
import { useSessionSheet } from "./use-session-sheet.ts";

/** A session: who attends and how far each one is, then its modules and their dates. */
export function SessionPage() {
  const { t } = useTranslation("training");
  const format = useFormat();
  const { isTrainer, to } = useDesk();
  const { sessionId = "" } = useParams({ strict: false });
  const sheet = useSessionSheet(sessionId);
  const params = { sessionId };
  return (
    <Page>
      {sheet.isError && !sheet.data ? (
        <PageHeader title={t("session.title")} back={{ to: to.sessions, label: t("session.back") }} />
      ) : null}
      <Loaded query={sheet} waiting={<PageSkeleton />}>
        {(session) => {
          const trainers = format.list(session.trainers.map(({ name }) => name));
          return (
            <>
              <PageHeader
                title={session.programmeName}
                back={{ to: to.sessions, label: t("session.back") }}
                lead={
                  <>
                    <p>
                      {t("session.between", {
                        from: format.day(session.startsOn),
                        to: format.day(session.endsOn),
                        place: session.place.name,
                      })}
                    </p>
                    <p>
                      {session.trainers.length > 0
                        ? t("session.trainers", { count: session.trainers.length, names: trainers })
                        : t("session.noTrainer")}
                    </p>
                  </>
                }
                action={
                  isTrainer ? (
                    session.enrolled > 0 ? (
                      <MainLink
                        to="/formateur/sessions/$sessionId/attester"
                        params={params}
                        leftSection={<Icon name="stamp" size={20} />}
                      >
                        {t("session.attestGroup")}
                      </MainLink>
                    ) : null
                  ) : phaseOf(session, today()) === "over" || session.enrolled === 0 ? null : (
                    <MainLink
                      to="/organisme/sessions/$sessionId/inscrire"
                      params={params}
                      leftSection={<Icon name="plus" size={20} />}
                    >
                      {t("session.enrol")}
                    </MainLink>
                  )
                }
                aside={
                  isTrainer ? null : (
                    <ButtonLink to="/organisme/sessions/$sessionId/modifier" params={params}>
                      {t("session.edit")}
                    </ButtonLink>
                  )
                }
              />
              <SessionPeople session={session} />
              <SessionModules session={session} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
