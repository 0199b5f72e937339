import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useRecognitions } from "../badges/recognition/use-recognitions.ts";
import { ButtonLink, MainLink } from "../ui/button-link.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import { Figures } from "./figures.tsx";
import { OccupationSupplySection } from "./occupation-supply.tsx";
import { useChosenOccupation } from "./use-chosen-occupation.ts";
import { useOverview } from "./use-overview.ts";

/** What the territory can and will do. */
export function StewardHomePage() {
  const { t } = useTranslation("observatory");
  const overview = useOverview();
  const [code, choose] = useChosenOccupation();
  const pending = overview.data?.pendingOrganisations ?? 0;
  const asked = useRecognitions({ status: "asked" }).data?.length ?? 0;
  return (
    <Page>
      <PageHeader
        title={t("steward.title")}
        lead={t("steward.lead")}
        action={
          pending > 0 ? (
            <MainLink to="/region/organisations">{t("steward.pending", { count: pending })}</MainLink>
          ) : null
        }
        aside={
          <>
            {asked > 0 ? (
              <ButtonLink to="/region/badges/reconnaissances" search={{ etat: "asked" }}>
                {t("steward.recognitions", { count: asked })}
              </ButtonLink>
            ) : null}
            <ButtonLink to="/region/offres">{t("steward.offers")}</ButtonLink>
            <ButtonLink to="/region/etat-de-la-recherche">{t("search.open")}</ButtonLink>
          </>
        }
      />
      <Loaded query={overview}>
        {(figures) => (
          <Figures
            figures={[
              { label: t("figures.people"), value: figures.people },
              { label: t("figures.inTraining"), value: figures.inTraining },
              { label: t("figures.openOffers"), value: figures.openOffers },
              { label: t("figures.companies"), value: figures.companies },
              { label: t("figures.providers"), value: figures.providers },
            ]}
          />
        )}
      </Loaded>
      <OccupationSupplySection
        code={code}
        onChoose={choose}
        action={(metier) => (
          <ButtonLink to="/region/recherche" search={{ metier }}>
            {t("steward.search")}
          </ButtonLink>
        )}
        rowAction={(metier, { id, label }) => (
          <Link to="/region/recherche" search={{ metier, e: `${id}*1` }}>
            {t("steward.see")}
            <span className="visually-hidden">{` : ${label}`}</span>
          </Link>
        )}
      />
    </Page>
  );
}
