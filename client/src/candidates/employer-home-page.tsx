import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMyOffers } from "../offers/use-my-offers.ts";
import { useFormat } from "../platform/format.ts";
import { MainLink } from "../ui/button-link.tsx";
import { Card, CardList } from "../ui/card.tsx";
import { Page, PageHeader, Section } from "../ui/page.tsx";
import { searchOf } from "./question.ts";
import { SearchView } from "./search-view.tsx";

const SHOWN = 4;

/** Who can do this, and when: the search, open before any offer exists. */
export function EmployerHomePage() {
  const { t } = useTranslation("candidates");
  return (
    <Page>
      <PageHeader title={t("home.title")} lead={t("home.lead")} />
      <SearchView
        action={(question) => (
          <MainLink to="/employeur/offres/nouvelle" search={searchOf(question)}>
            {t("home.makeOffer")}
          </MainLink>
        )}
      >
        <OpenOffers />
      </SearchView>
    </Page>
  );
}

/** One's open offers and whom each finds today; nothing while there is none. */
function OpenOffers() {
  const { t } = useTranslation("candidates");
  const format = useFormat();
  const open = (useMyOffers().data ?? []).filter(({ status }) => status === "open").slice(0, SHOWN);
  if (open.length === 0) return null;
  return (
    <Section title={t("home.openOffers")} aside={<Link to="/employeur/offres">{t("home.allOffers")}</Link>}>
      <CardList columns={2}>
        {open.map((offer) => (
          <Card as="li" key={offer.id}>
            <h3>
              <Link to="/employeur/offres/$id" params={{ id: offer.id }}>
                {offer.title}
              </Link>
            </h3>
            {offer.found === null || offer.allReady === null ? (
              <p>{t("home.unknown")}</p>
            ) : (
              <>
                <p>{t("home.ready", { count: offer.allReady, day: format.shortDay(offer.neededBy) })}</p>
                <p>{t("home.found", { count: offer.found })}</p>
              </>
            )}
          </Card>
        ))}
      </CardList>
    </Section>
  );
}
