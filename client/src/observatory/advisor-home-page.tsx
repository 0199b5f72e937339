import { useTranslation } from "react-i18next";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import { Figures } from "./figures.tsx";
import { useOverview } from "./use-overview.ts";

/** Who needs a push. */
export function AdvisorHomePage() {
  const { t } = useTranslation("observatory");
  return (
    <Page>
      <PageHeader title={t("advisor.title")} lead={t("advisor.lead")} />
      <Loaded query={useOverview()}>
        {(overview) => (
          <Figures
            figures={[
              { label: t("figures.people"), value: overview.people },
              { label: t("figures.inTraining"), value: overview.inTraining },
              { label: t("figures.openOffers"), value: overview.openOffers },
              { label: t("figures.companies"), value: overview.companies },
            ]}
          />
        )}
      </Loaded>
    </Page>
  );
}
