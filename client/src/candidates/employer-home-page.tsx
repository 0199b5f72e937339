import { useTranslation } from "react-i18next";
import { useMyOffers } from "../offers/use-my-offers.ts";
import { Card, CardList } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader } from "../ui/page.tsx";

/** Who can do this, and when. */
export function EmployerHomePage() {
  const { t } = useTranslation("candidates");
  return (
    <Page>
      <PageHeader title={t("home.title")} lead={t("home.lead")} />
      <Loaded query={useMyOffers()}>
        {(offers) =>
          offers.length === 0 ? (
            <EmptyState title={t("home.nothing")} text={t("home.next")} />
          ) : (
            <CardList columns={2}>
              {offers.map((offer) => (
                <Card as="li" key={offer.id}>
                  <h2>{offer.title}</h2>
                  <p>{t("home.found", { count: offer.found, ready: offer.allReady })}</p>
                </Card>
              ))}
            </CardList>
          )
        }
      </Loaded>
    </Page>
  );
}
