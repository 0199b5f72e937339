import { useTranslation } from "react-i18next";

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

/** What a form can say before it asks the server; each check answers a sentence, or null. */
export function useFieldChecks() {
  const { t } = useTranslation("accounts");
  return {
    email: (value: string) => (EMAIL.test(value.trim()) ? null : t("missing.email")),
    given: (key: "password" | "firstName" | "lastName" | "company") => (value: string) =>
      value.trim() ? null : t(`missing.${key}`),
    newPassword: (value: string) => (value.length >= 12 ? null : t("missing.short")),
    siret: (value: string) =>
      value === "" || /^\d{14}$/.test(value.replace(/\s/g, "")) ? null : t("missing.siret"),
  };
}
