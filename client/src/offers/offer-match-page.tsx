import type { OfferMatch } from "@acquis/shared/offers/offer.schema.ts";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import { problemOf } from "../platform/problem.ts";
import { useLabel } from "../platform/use-label.ts";
import { useMyPortfolio } from "../portfolio/use-my-portfolio.ts";
import { ButtonLink } from "../ui/button-link.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { MarkRow } from "../ui/mark.tsx";
import { Page, PageHeader, Section } from "../ui/page.tsx";
import styles from "./matches.module.css";
import { ReadyWords } from "./offer-match-card.tsx";
import { OfferMatchFacts } from "./offer-match-facts.tsx";
import { marksOf } from "./offer-match-marks.ts";
import { OfferMatchVerdicts } from "./offer-match-verdicts.tsx";
import { useOfferMatch } from "./use-offer-match.ts";

/** Whether this employer can find me, and what to do when not. */
function Seen() {
  const { t } = useTranslation("matches");
  const { data } = useMyPortfolio();
  if (!data) return null;
  const hidden = data.visibility === "private";
  return (
    <Card look="quiet">
      <h2>{t(hidden ? "offer.hidden" : "offer.seen")}</h2>
      <p>{t(hidden ? "offer.hiddenText" : "offer.seenText")}</p>
      {hidden ? (
        <ButtonLink to="/stagiaire/recherche" hash="visibilite">
          {t("offer.hiddenGo")}
        </ButtonLink>
      ) : null}
    </Card>
  );
}

function OfferMatchSheet({ match }: { match: OfferMatch }) {
  const { t } = useTranslation("matches");
  const format = useFormat();
  const labelOf = useLabel();
  const { offer, essential, useful } = match;
  return (
    <>
      <Card>
        <OfferMatchFacts match={match} />
      </Card>
      <Card look="tint" as="section" aria-label={t("offer.mine")}>
        <MarkRow size={34} items={marksOf(essential, labelOf)} />
        <p className={styles.ready}>
          <ReadyWords match={match} />
        </p>
      </Card>
      <Section title={t("offer.must")}>
        <OfferMatchVerdicts verdicts={essential} />
      </Section>
      {useful.length > 0 ? (
        <Section title={t("offer.plus")}>
          <OfferMatchVerdicts verdicts={useful} />
        </Section>
      ) : null}
      {offer.description ? (
        <Section title={t("offer.about")}>
          <p className={styles.text}>{offer.description}</p>
          {offer.publishedOn ? (
            <p className={styles.soft}>{t("offer.published", { day: format.day(offer.publishedOn) })}</p>
          ) : null}
        </Section>
      ) : null}
      <Seen />
      <p>
        {t("offer.rule")}{" "}
        <Link to="/regle" className={styles.tap}>
          {t("rule")}
        </Link>
      </p>
    </>
  );
}

/** One offer, seen by me: my own verdicts one by one, what is missing, and what to do about it. */
export function OfferMatchPage() {
  const { t } = useTranslation("matches");
  const { offerId } = useParams({ from: "/stagiaire/offres/$offerId" });
  const match = useOfferMatch(offerId);
  const offer = match.data?.offer;
  return (
    <Page narrow>
      <PageHeader
        title={offer?.title ?? t("offer.title")}
        lead={offer?.companyName}
        back={{ to: "/stagiaire/offres", label: t("back") }}
      />
      {match.isError && problemOf(match.error).code === "not_found" ? (
        <EmptyState
          title={t("offer.gone")}
          text={t("offer.goneNext")}
          action={<ButtonLink to="/stagiaire/offres">{t("back")}</ButtonLink>}
        />
      ) : (
        <Loaded query={match}>{(data) => <OfferMatchSheet match={data} />}</Loaded>
      )}
    </Page>
  );
}
