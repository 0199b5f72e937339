import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useOfferMatches } from "../offers/use-offer-matches.ts";
import { Card, CardList } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { MarkRow } from "../ui/mark.tsx";
import { Section } from "../ui/page.tsx";
import styles from "./home.module.css";

/** The three offers that suit best, each with its row of marks. */
export function HomeOffers() {
  const { t } = useTranslation("portfolio");
  const matches = useOfferMatches({ pageSize: 3 });
  return (
    <Section
      title={t("home.sought")}
      aside={
        <Link to="/stagiaire/offres" className={styles.more}>
          {t("home.soughtAll")}
        </Link>
      }
    >
      <Loaded query={matches}>
        {({ matches: offers }) =>
          offers.length === 0 ? (
            <EmptyState title={t("home.soughtNothing")} text={t("home.soughtNext")} />
          ) : (
            <CardList columns={3}>
              {offers.map(({ offer, essential, counts }) => (
                <Card as="li" key={offer.id} className={styles.offer}>
                  <div>
                    <h3>
                      <Link
                        to="/stagiaire/offres/$offerId"
                        params={{ offerId: offer.id }}
                        className={styles.offerLink}
                      >
                        {offer.title}
                      </Link>
                    </h3>
                    <p className={styles.soft}>
                      {offer.companyName}, {offer.place.name}
                    </p>
                  </div>
                  <MarkRow
                    size={26}
                    items={essential.map(({ label, verdict }) => ({
                      kind: verdict.kind,
                      label,
                      month: verdict.kind === "upcoming" ? verdict.month : null,
                    }))}
                  />
                  <p>
                    {t(counts.ready === 0 ? "home.offerNone" : "home.offerReady", {
                      ready: counts.ready,
                      asked: essential.length,
                    })}
                  </p>
                </Card>
              ))}
            </CardList>
          )
        }
      </Loaded>
    </Section>
  );
}
