import { useTranslation } from "react-i18next";

/** Of two texts that say the same, the one in the language of the screen. */
export function useInLanguage(): (text: { fr: string; en: string }) => string {
  const { language } = useTranslation().i18n;
  return (text) => (language === "en" ? text.en : text.fr);
}
