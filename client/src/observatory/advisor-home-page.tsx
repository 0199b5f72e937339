import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useOpenOffers } from "../offers/use-open-offers.ts";
import { useFormat } from "../platform/format.ts";
import { MainButton } from "../ui/button-link.tsx";
import { Card, CardList } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader, Section } from "../ui/page.tsx";
import { Figures } from "./figures.tsx";
import { InviteTraineeDialog } from "./invite-trainee-dialog.tsx";
import { OccupationSupplySection } from "./occupation-supply.tsx";
import { useChosenOccupation } from "./use-chosen-occupation.ts";
import { useOverview } from "./use-overview.ts";

const SHOWN = 4;

/** Who needs a push: for now invite people, see what is asked, and where a training would help. */
export function AdvisorHomePage() {
  const { t } = useTranslation("observatory");
  const [code, choose] = useChosenOccupation();
  const [inviting, setInviting] = useState(false);
  return (
    <Page>
      <PageHeader
        title={t("advisor.title")}
        lead={
          <>
            {t("advisor.lead")} {t("advisor.following")}
          </>
        }
        action={<MainButton onClick={() => setInviting(true)}>{t("invite.open")}</MainButton>}
      />
      <Loaded query={useOverview()}>
        {(figures) => (
          <Figures
            figures={[
              { label: t("figures.people"), value: figures.people },
              { label: t("figures.inTraining"), value: figures.inTraining },
              { label: t("figures.openOffers"), value: figures.openOffers },
              { label: t("figures.companies"), value: figures.companies },
            ]}
          />
        )}
      </Loaded>
      <LatestOffers />
      <OccupationSupplySection code={code} onChoose={choose} />
      <InviteTraineeDialog open={inviting} onClose={() => setInviting(false)} />
    </Page>
  );
}

function LatestOffers() {
  const { t } = useTranslation("observatory");
  const format = useFormat();
  return (
    <Section title={t("advisor.offers")} aside={<Link to="/conseil/offres">{t("advisor.allOffers")}</Link>}>
      <Loaded query={useOpenOffers({ pageSize: SHOWN })}>
        {({ offers }) =>
          offers.length === 0 ? (
            <EmptyState title={t("advisor.noOffer")} text={t("advisor.noOfferText")} />
          ) : (
            <CardList columns={2}>
              {offers.map((offer) => (
                <Card as="li" key={offer.id}>
                  <h3>
                    <Link
                      to="/conseil/offres"
                      search={offer.occupationCode ? { metier: offer.occupationCode } : {}}
                    >
                      {offer.title}
                    </Link>
                  </h3>
                  <p>
                    {offer.companyName}, {offer.place.name}
                  </p>
                  <p>{t("advisor.by", { day: format.day(offer.neededBy) })}</p>
                </Card>
              ))}
            </CardList>
          )
        }
      </Loaded>
    </Section>
  );
}
