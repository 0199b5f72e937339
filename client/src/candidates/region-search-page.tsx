import { useTranslation } from "react-i18next";
import { Page, PageHeader } from "../ui/page.tsx";
import { SearchView } from "./search-view.tsx";

/** The employers' search, for the Région: the same rule, the same order. */
export function RegionSearchPage() {
  const { t } = useTranslation("candidates");
  return (
    <Page>
      <PageHeader title={t("home.regionTitle")} lead={t("home.regionLead")} />
      <SearchView />
    </Page>
  );
}
