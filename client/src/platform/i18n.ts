import type { Locale } from "@acquis/shared/accounts/account.schema.ts";
import i18next, { type BackendModule, type Namespace } from "i18next";
import { initReactI18next } from "react-i18next";
import { NOT_FETCHED } from "./problem.ts";
import { tidyFrench } from "./tidy-french.ts";

export const LOCALES: readonly Locale[] = ["fr", "en"];
const STORED = "acquis-language";

export type WordsLoader = (namespace: string, locale: string) => Promise<Record<string, unknown>>;

/** The language chosen on this device, if any. */
function storedLocale(): Locale | null {
  try {
    return LOCALES.find((locale) => locale === localStorage.getItem(STORED)) ?? null;
  } catch {
    return null;
  }
}

/** Namespaces that every page needs; the others come with their route. */
const BASE = ["app", "ui", "platform"] as const;

/** Starts translations: each namespace of each language is one small file, loaded when first needed. */
export async function startI18n(load: WordsLoader): Promise<void> {
  const backend: BackendModule = {
    type: "backend",
    init() {},
    read(locale, namespace, done) {
      load(namespace, locale).then(
        (words) => done(null, locale === "fr" ? tidyFrench(words) : words),
        (error: Error) => done(error, null),
      );
    },
  };
  i18next.on("languageChanged", (locale) => {
    document.documentElement.lang = locale;
  });
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: storedLocale() ?? "fr",
      fallbackLng: false,
      supportedLngs: LOCALES,
      ns: BASE,
      defaultNS: "app",
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
      returnNull: false,
    });
}

/** For a route's `loader`: its words arrive with its page. */
export function withWords(...namespaces: Exclude<Namespace, readonly string[]>[]): () => Promise<void> {
  return async () => {
    await i18next.loadNamespaces(namespaces);
    // i18next says nothing of words it could not fetch, never asks for them again, and would show their keys.
    const missing = () => namespaces.filter((one) => !i18next.hasResourceBundle(i18next.language, one));
    if (missing().length > 0) await i18next.reloadResources(i18next.language, missing());
    if (missing().length > 0) throw new Error(NOT_FETCHED);
  };
}

/** Changes the language of the screens, and remembers it on this device. */
export async function changeLanguage(locale: Locale): Promise<void> {
  try {
    localStorage.setItem(STORED, locale);
  } catch {
    // A device that keeps nothing still changes language for this visit.
  }
  await i18next.changeLanguage(locale);
}

/** Speaks the language of the account, unless another was chosen on this device. */
export async function adoptLanguage(locale: Locale): Promise<void> {
  if (storedLocale() === null && i18next.language !== locale) await i18next.changeLanguage(locale);
}
