import { useTranslation } from "react-i18next";
import { useRole } from "../platform/session.ts";
import { ButtonLink } from "../ui/button-link.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import { homes } from "./homes.ts";

export function NotFoundPage() {
  const { t } = useTranslation("app");
  const role = useRole() ?? "visitor";
  return (
    <Page>
      <PageHeader title={t("notFound.title")} />
      <EmptyState
        title={t("notFound.text")}
        action={<ButtonLink to={homes[role].path}>{t("notFound.action")}</ButtonLink>}
      />
    </Page>
  );
}
