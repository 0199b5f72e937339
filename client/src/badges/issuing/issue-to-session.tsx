import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format.ts";
import { useSessionSheet } from "../../training/use-session-sheet.ts";
import { useSessions } from "../../training/use-sessions.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { NativeSelect } from "../../ui/fields.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import styles from "../manage.module.css";
import { rowsOf } from "./issue-rows.ts";
import { SessionForm } from "./session-form.tsx";

interface IssueToSessionProps {
  badgeId: string;
  /** The session one comes from, chosen already. */
  sessionId: string | null;
}

/** First the session, the latest first; then its people. */
export function IssueToSession({ badgeId, sessionId }: IssueToSessionProps) {
  const { t } = useTranslation("badgesDesk");
  const format = useFormat();
  const [chosen, setChosen] = useState(sessionId ?? "");
  return (
    <Loaded query={useSessions()}>
      {(sessions) => {
        if (sessions.length === 0)
          return <EmptyState title={t("issue.noSession")} text={t("issue.noSessionText")} />;
        const latest = [...sessions].sort((a, b) => b.endsOn.localeCompare(a.endsOn));
        return (
          <>
            <div className={styles.column}>
              <NativeSelect
                label={t("issue.session")}
                value={chosen}
                onChange={(event) => setChosen(event.currentTarget.value)}
                data={[
                  { value: "", label: t("issue.chooseSession") },
                  ...latest.map(({ id, programmeName, startsOn, place }) => ({
                    value: id,
                    label: t("issue.sessionName", {
                      name: programmeName,
                      place: place.name,
                      day: format.shortDay(startsOn),
                    }),
                  })),
                ]}
              />
            </div>
            {chosen ? <People key={chosen} badgeId={badgeId} sessionId={chosen} /> : null}
          </>
        );
      }}
    </Loaded>
  );
}

function People({ badgeId, sessionId }: { badgeId: string; sessionId: string }) {
  const { t } = useTranslation("badgesDesk");
  return (
    <Loaded query={useSessionSheet(sessionId)}>
      {({ enrolments }) => {
        const rows = rowsOf(enrolments);
        return rows.length > 0 ? (
          <SessionForm badgeId={badgeId} sessionId={sessionId} people={rows} />
        ) : (
          <EmptyState title={t("issue.nobody")} text={t("issue.nobodyText")} />
        );
      }}
    </Loaded>
  );
}
