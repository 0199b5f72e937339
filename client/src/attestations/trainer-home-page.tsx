import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import { Card, CardList } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import { useRequests } from "./use-requests.ts";

/** Who waits for me. */
export function TrainerHomePage() {
  const { t } = useTranslation("attestations");
  const format = useFormat();
  return (
    <Page>
      <PageHeader title={t("home.title")} lead={t("home.lead")} />
      <Loaded query={useRequests()}>
        {(requests) => {
          const waiting = requests.filter(({ outcome }) => outcome === null);
          if (waiting.length === 0) return <EmptyState title={t("home.nobody")} text={t("home.next")} />;
          return (
            <CardList columns={2}>
              {waiting.map(({ id, trainee, competency, askedOn, note }) => (
                <Card as="li" key={id}>
                  <h2>{trainee.name}</h2>
                  <p>{competency.label}</p>
                  <p>{t("home.asked", { day: format.day(askedOn) })}</p>
                  {note ? <p>« {note} »</p> : null}
                </Card>
              ))}
            </CardList>
          );
        }}
      </Loaded>
    </Page>
  );
}
