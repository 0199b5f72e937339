import { useTranslation } from "react-i18next";

interface Labelled {
  label: string;
  labelEn?: string | null;
}

/** A label in the language of the screen when the referential has it, else as it is in French. */
export function useCompetencyLabel(): (item: Labelled) => string {
  const { language } = useTranslation().i18n;
  return ({ label, labelEn }) => (language === "en" && labelEn ? labelEn : label);
}
