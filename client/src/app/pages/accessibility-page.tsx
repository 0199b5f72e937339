import { useTranslation } from "react-i18next";
import { Page, PageHeader } from "../../ui/page.tsx";

export function AccessibilityPage() {
  const { t } = useTranslation("app");
  return (
    <Page narrow>
      <PageHeader title={t("motto")} />
    </Page>
  );
}
