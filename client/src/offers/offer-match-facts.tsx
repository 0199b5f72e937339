import type { OfferMatch } from "@acquis/shared/offers/offer.schema.ts";
import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import { Icon } from "../ui/icon.tsx";
import styles from "./matches.module.css";

/** Under this many km, « près de chez vous » says enough: one commune is one point. */
const NEAR_KM = 5;

/** Where, which contract, for when: a drawing before each. */
export function OfferMatchFacts({ match: { offer, distanceKm } }: { match: OfferMatch }) {
  const { t } = useTranslation(["matches", "offers"]);
  const format = useFormat();
  const place = offer.place.name;
  return (
    <ul className={styles.facts}>
      <li>
        <Icon name="place" size={20} />
        {distanceKm === null
          ? place
          : distanceKm < NEAR_KM
            ? t("placeNear", { place })
            : t("place", { place, km: format.number(distanceKm) })}
      </li>
      <li>
        <Icon name="offer" size={20} />
        {t(`offers:contracts.${offer.contract}`)}
      </li>
      <li>
        <Icon name="calendar" size={20} />
        {t("before", { day: format.day(offer.neededBy) })}
      </li>
    </ul>
  );
}
