import { useTranslation } from "react-i18next";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import { CvSection } from "./cv-section.tsx";
import { PreferencesForm } from "./preferences-form.tsx";
import { useMyPortfolio } from "./use-my-portfolio.ts";
import { VisibilitySection } from "./visibility-section.tsx";

/** Where and when I look for work, who may see me, and my CV. */
export function PreferencesPage() {
  const { t } = useTranslation("preferences");
  return (
    <Page narrow>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Loaded query={useMyPortfolio()}>
        {(portfolio) => (
          <>
            <PreferencesForm from={portfolio.preferences} />
            <VisibilitySection portfolio={portfolio} />
            <CvSection portfolio={portfolio} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
