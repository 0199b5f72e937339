import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import { ButtonLink, MainLink } from "../ui/button-link.tsx";
import { Card, CardList } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Icon } from "../ui/icon.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader, Section } from "../ui/page.tsx";
import { OfferStatus } from "./offer-status.tsx";
import styles from "./offers.module.css";
import { useMyOffers } from "./use-my-offers.ts";

type OwnOffer = NonNullable<ReturnType<typeof useMyOffers>["data"]>[number];
const GROUPS = ["draft", "open", "closed"] as const;

/** The company's offers: those to finish first, then those open, with whom each finds today. */
export function OffersPage() {
  const { t } = useTranslation("offers");
  return (
    <Page>
      <PageHeader
        title={t("list.title")}
        lead={t("list.lead")}
        action={<MainLink to="/employeur/offres/nouvelle">{t("list.new")}</MainLink>}
      />
      <Loaded query={useMyOffers()}>
        {(offers) =>
          offers.length === 0 ? (
            <EmptyState
              title={t("list.nothing")}
              text={t("list.nothingText")}
              action={<ButtonLink to="/employeur">{t("list.searchFirst")}</ButtonLink>}
            />
          ) : (
            GROUPS.map((status) => {
              const group = offers.filter((offer) => offer.status === status);
              return group.length === 0 ? null : (
                <Section key={status} title={t(`list.${status}`, { count: group.length })}>
                  <CardList columns={2}>
                    {group.map((offer) => (
                      <OfferCard key={offer.id} offer={offer} />
                    ))}
                  </CardList>
                </Section>
              );
            })
          )
        }
      </Loaded>
    </Page>
  );
}

function OfferCard({ offer }: { offer: OwnOffer }) {
  const { t } = useTranslation("offers");
  const format = useFormat();
  return (
    <Card as="li" look={offer.status === "closed" ? "quiet" : "plain"}>
      <div className={styles.cardHead}>
        <h3>
          <Link to="/employeur/offres/$id" params={{ id: offer.id }}>
            {offer.title}
          </Link>
        </h3>
        <OfferStatus status={offer.status} />
      </div>
      {offer.status === "closed" ? null : (
        <p className={styles.found}>
          {offer.found === null || offer.allReady === null ? (
            <span>{t("list.unknown")}</span>
          ) : (
            <>
              <strong>{t("list.ready", { count: offer.allReady })}</strong>
              <span>{t("list.found", { count: offer.found })}</span>
            </>
          )}
        </p>
      )}
      <ul className={styles.facts}>
        <li>
          <Icon name="calendar" size={18} />
          {t("by", { day: format.day(offer.neededBy) })}
        </li>
        <li>
          <Icon name="place" size={18} />
          {offer.place.name}
        </li>
        <li>
          <Icon name="offer" size={18} />
          {t(`contracts.${offer.contract}`)}
        </li>
      </ul>
    </Card>
  );
}
