import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import { useLabel } from "../platform/use-label.ts";
import { useOccupation } from "../portfolio/use-occupation.ts";
import { Button } from "../ui/button.tsx";
import { Card, CardList } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Icon } from "../ui/icon.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import { Pagination } from "../ui/pagination.tsx";
import { OccupationPicker } from "../ui/pickers/suggestion-picker.tsx";
import { AskedList } from "./asked-list.tsx";
import styles from "./offers.module.css";
import type { Offer } from "./use-offer.ts";
import { useOpenOffers } from "./use-open-offers.ts";

const PAGE_SIZE = 10;

/** Open offers of the territory, for those who guide people. */
export function OpenOffersPage() {
  const { t } = useTranslation("offers");
  const format = useFormat();
  const label = useLabel();
  const { metier, page = 1 } = useSearch({ strict: false });
  const navigate = useNavigate();
  const { data: occupation } = useOccupation(metier ?? null);
  const open = useOpenOffers({ ...(metier ? { occupation: metier } : {}), page, pageSize: PAGE_SIZE });
  const show = (search: { metier?: string | undefined; page?: number | undefined }) =>
    void navigate({ to: ".", search, resetScroll: false });
  return (
    <Page>
      <PageHeader title={t("territory.title")} lead={t("territory.lead")} />
      <div className={styles.territoryFilter}>
        {metier ? (
          <>
            <strong>{occupation ? label(occupation) : metier}</strong>
            <Button variant="default" onClick={() => show({})}>
              {t("territory.all")}
            </Button>
          </>
        ) : (
          <OccupationPicker label={t("territory.filter")} onPick={({ id }) => show({ metier: id })} />
        )}
      </div>
      <Loaded query={open}>
        {({ total, offers }) =>
          total === 0 ? (
            <EmptyState title={t("territory.nothing")} text={t("territory.nothingText")} />
          ) : (
            <>
              <p role="status">{t("territory.count", { count: total, total: format.number(total) })}</p>
              <CardList columns={2}>
                {offers.map((offer) => (
                  <OpenOffer key={offer.id} offer={offer} />
                ))}
              </CardList>
              <Pagination
                page={page}
                pageSize={PAGE_SIZE}
                total={total}
                onChange={(next) => {
                  show({ metier, page: next });
                  window.scrollTo({ top: 0 });
                }}
              />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function OpenOffer({ offer }: { offer: Offer }) {
  const { t } = useTranslation("offers");
  const format = useFormat();
  return (
    <Card as="li">
      <h2>{offer.title}</h2>
      <ul className={styles.facts}>
        <li>
          <Icon name="building" size={18} />
          {offer.companyName}
        </li>
        <li>
          <Icon name="place" size={18} />
          {offer.place.name}
        </li>
        <li>
          <Icon name="calendar" size={18} />
          {t("by", { day: format.day(offer.neededBy) })}
        </li>
        <li>
          <Icon name="offer" size={18} />
          {t(`contracts.${offer.contract}`)}
        </li>
      </ul>
      <details className={styles.details}>
        <summary>{t("territory.asks")}</summary>
        {offer.description ? <p className={styles.description}>{offer.description}</p> : null}
        <AskedList title={t("offer.essential")} asked={offer.essential} />
        <AskedList title={t("offer.useful")} asked={offer.useful} />
      </details>
    </Card>
  );
}
