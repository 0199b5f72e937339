import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import { Card, CardList } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import { useSessions } from "./use-sessions.ts";

/** The sessions of a provider. */
export function ProviderHomePage() {
  const { t } = useTranslation("training");
  const format = useFormat();
  return (
    <Page>
      <PageHeader title={t("home.title")} lead={t("home.lead")} />
      <Loaded query={useSessions()}>
        {(sessions) =>
          sessions.length === 0 ? (
            <EmptyState title={t("home.nothing")} text={t("home.next")} />
          ) : (
            <CardList columns={2}>
              {sessions.map((session) => (
                <Card as="li" key={session.id}>
                  <h2>{session.programmeName}</h2>
                  <p>
                    {t("home.between", {
                      from: format.day(session.startsOn),
                      to: format.day(session.endsOn),
                      place: session.place.name,
                    })}
                  </p>
                  <p>{t("home.enrolled", { count: session.enrolled })}</p>
                </Card>
              ))}
            </CardList>
          )
        }
      </Loaded>
    </Page>
  );
}
