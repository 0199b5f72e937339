import { monthOf } from "@acquis/shared/platform/dates.ts";
import { useTranslation } from "react-i18next";
import { useOfferMatches } from "../offers/use-offer-matches.ts";
import { today } from "../platform/format.ts";
import { Card, CardList } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { MarkRow } from "../ui/mark.tsx";
import { MonthTimeline } from "../ui/month-timeline.tsx";
import { Page, PageHeader, Section } from "../ui/page.tsx";
import { useMyPortfolio } from "./use-my-portfolio.ts";

/** What I can do, what is coming, what employers look for. */
export function TraineeHomePage() {
  const { t } = useTranslation("portfolio");
  const portfolio = useMyPortfolio();
  const matches = useOfferMatches({ pageSize: 3 });
  return (
    <Page>
      <PageHeader title={t("home.title")} lead={t("home.lead")} />
      <Section title={t("home.can")}>
        <Loaded query={portfolio}>
          {({ competencies }) => {
            const held = competencies.filter(({ mark }) => mark === "proven" || mark === "acquired");
            if (held.length === 0)
              return <EmptyState title={t("home.canNothing")} text={t("home.canNext")} />;
            return (
              <Card>
                <MarkRow sentence items={held.map(({ mark, label }) => ({ kind: mark, label }))} />
              </Card>
            );
          }}
        </Loaded>
      </Section>
      <Section title={t("home.coming")}>
        <Loaded query={portfolio}>
          {({ competencies }) => {
            const items = competencies.flatMap(({ id, label, upcoming }) =>
              upcoming.map(({ month, from }) => ({
                id: `${id} ${month}`,
                label,
                month,
                from,
                kind: "upcoming" as const,
              })),
            );
            if (items.length === 0) return <EmptyState title={t("home.comingNothing")} />;
            return <MonthTimeline label={t("home.coming")} items={items} now={monthOf(today())} />;
          }}
        </Loaded>
      </Section>
      <Section title={t("home.sought")}>
        <Loaded query={matches}>
          {({ matches: offers }) =>
            offers.length === 0 ? (
              <EmptyState title={t("home.soughtNothing")} text={t("home.soughtNext")} />
            ) : (
              <CardList>
                {offers.map(({ offer, essential }) => (
                  <Card as="li" key={offer.id}>
                    <h3>{offer.title}</h3>
                    <p>
                      {offer.companyName}, {offer.place.name}
                    </p>
                    <MarkRow
                      sentence
                      items={essential.map(({ label, verdict }) => ({
                        kind: verdict.kind,
                        label,
                        month: verdict.kind === "upcoming" ? verdict.month : null,
                      }))}
                    />
                  </Card>
                ))}
              </CardList>
            )
          }
        </Loaded>
      </Section>
    </Page>
  );
}
