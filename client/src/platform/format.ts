import type { Day, Month } from "@acquis/shared/platform/primitives.schema.ts";
import { useTranslation } from "react-i18next";

const at = (day: Day) => new Date(`${day}T12:00:00Z`);

/** Days, months, numbers in the words of a language. Days have no zone: the territory has one. */
export function createFormat(language: string) {
  // The CV of a region of Europe says « 1 March »; bare "en" would say « March 1 » on its screens.
  const locale = language === "en" ? "en-GB" : language;
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
  const day = dates({ day: "numeric", month: "long", year: "numeric" });
  const shortDay = dates({ day: "numeric", month: "short", year: "numeric" });
  const month = dates({ month: "long", year: "numeric" });
  const shortMonth = dates({ month: "short", year: "2-digit" });
  const monthName = dates({ month: "long" });
  const time = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  const number = new Intl.NumberFormat(locale);
  /** French says « 1er mars », which no formatter does. */
  const firstDay = (text: string) => (language === "fr" ? text.replace(/^1(?= )/, "1er") : text);
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  return {
    /** 31 janvier 2027 */
    day: (value: Day) => firstDay(day.format(at(value))),
    /** 31 janv. 2027 */
    shortDay: (value: Day) => firstDay(shortDay.format(at(value))),
    /** janvier 2027 */
    month: (value: Month) => month.format(at(`${value}-15`)),
    /** janv. 27 */
    shortMonth: (value: Month) => shortMonth.format(at(`${value}-15`)),
    /** janvier, from 1 to 12 */
    monthName: (index: number) => monthName.format(new Date(Date.UTC(2000, index - 1, 15))),
    /** A moment, in the zone of the device. */
    time: (value: string) => firstDay(time.format(new Date(value))),
    number: (value: number) => number.format(value),
    list: (values: string[]) => list.format(values),
  };
}
export type Format = ReturnType<typeof createFormat>;

const formats = new Map<string, Format>();

/** Formats of the language on screen. */
export function useFormat(): Format {
  const { language } = useTranslation().i18n;
  const known = formats.get(language) ?? createFormat(language);
  formats.set(language, known);
  return known;
}

/** Today on this device, as a calendar day. */
export function today(): Day {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
