import { useCallback } from "react";
import { useTranslation } from "react-i18next";

interface Labelled {
  label: string;
  labelEn?: string | null;
}

interface InFamily {
  familyLabel: string | null;
  familyLabelEn?: string | null;
}

function useInScreenLanguage(): <T extends string | null>(french: T, english?: string | null) => T | string {
  const { language } = useTranslation().i18n;
  return useCallback((french, english) => (language === "en" && english ? english : french), [language]);
}

/** A label in the language of the screen when the referential has it, else as it is in French. */
export function useLabel(): (item: Labelled) => string {
  const choose = useInScreenLanguage();
  return useCallback(({ label, labelEn }) => choose(label, labelEn), [choose]);
}

/** The label of an item's family, in the same way; null when it has none. */
export function useFamilyLabel(): (item: InFamily) => string | null {
  const choose = useInScreenLanguage();
  return useCallback(({ familyLabel, familyLabelEn }) => choose(familyLabel, familyLabelEn), [choose]);
}
