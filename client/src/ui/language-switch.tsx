import type { Locale } from "@acquis/shared/accounts/account.schema.ts";
import { useTranslation } from "react-i18next";
import { changeLanguage } from "../platform/i18n.ts";
import styles from "./language-switch.module.css";

interface LanguageSwitchProps {
  /** Also tells the account, when somebody is signed in. */
  onChange?: ((locale: Locale) => void) | undefined;
}

/** One button, written in the other language. */
export function LanguageSwitch({ onChange }: LanguageSwitchProps) {
  const { t, i18n } = useTranslation("ui");
  const other: Locale = i18n.language === "fr" ? "en" : "fr";
  return (
    <button
      type="button"
      className={styles.switch}
      lang={other}
      onClick={() => {
        void changeLanguage(other);
        onChange?.(other);
      }}
    >
      <span className={styles.short}>{other.toUpperCase()}</span>
      <span className={styles.long}>{t("switchTo")}</span>
    </button>
  );
}
