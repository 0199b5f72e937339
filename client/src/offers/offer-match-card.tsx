import type { OfferMatch } from "@acquis/shared/offers/offer.schema.ts";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useLabel } from "../platform/use-label.ts";
import { Card } from "../ui/card.tsx";
import { Highlighted } from "../ui/highlighted.tsx";
import { MarkRow } from "../ui/mark.tsx";
import styles from "./matches.module.css";
import { OfferMatchFacts } from "./offer-match-facts.tsx";
import { marksOf } from "./offer-match-marks.ts";

/** « 3 sur 4 maintenant ou bientôt ». */
export function ReadyWords({ match }: { match: Pick<OfferMatch, "counts" | "essential"> }) {
  const { t } = useTranslation("matches");
  const asked = match.essential.length;
  const { ready } = match.counts;
  return <>{ready === 0 ? t("readyNone", { asked }) : t("ready", { ready, asked })}</>;
}

/** An offer of the list: one's own row of marks first, in shapes and in words. The whole card opens it. */
export function OfferMatchCard({ match }: { match: OfferMatch }) {
  const { offer, highlights } = match;
  const labelOf = useLabel();
  return (
    <Card as="li" className={styles.card}>
      <div>
        <h2>
          <Link to="/stagiaire/offres/$offerId" params={{ offerId: offer.id }} className={styles.cover}>
            <Highlighted text={offer.title} ranges={highlights?.title} />
          </Link>
        </h2>
        <p>
          <Highlighted text={offer.companyName} ranges={highlights?.companyName} />
        </p>
        {highlights?.occupationLabel.length && offer.occupationLabel ? (
          <p className={styles.soft}>
            <Highlighted text={offer.occupationLabel} ranges={highlights.occupationLabel} />
          </p>
        ) : null}
        {highlights?.excerpt ? (
          <p className={styles.soft}>
            <Highlighted text={highlights.excerpt.text} ranges={highlights.excerpt.ranges} />
          </p>
        ) : null}
      </div>
      <div className={styles.marks}>
        <MarkRow size={28} items={marksOf(match.essential, labelOf)} />
        <p>
          <b>
            <ReadyWords match={match} />
          </b>
        </p>
      </div>
      <OfferMatchFacts match={match} />
    </Card>
  );
}
