import type { Day, Month } from "./primitives.schema.ts";

/** Month of a day: `2027-01-31` → `2027-01`. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** Months since year 0, so that months compare and subtract as integers. */
export function monthIndex(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** Inverse of `monthIndex`. */
export function monthFromIndex(index: number): Month {
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`;
}

/** Days since 1970-01-01. */
export function dayIndex(day: Day): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}

/** Adds whole days to a calendar day. */
export function addDays(day: Day, days: number): Day {
  return new Date((dayIndex(day) + days) * 86_400_000).toISOString().slice(0, 10);
}

/** Adds whole months to a month. */
export function addMonths(month: Month, months: number): Month {
  return monthFromIndex(monthIndex(month) + months);
}

/** `2027-01-31` → « 31 janvier 2027 » or "31 January 2027", and « 1er » as French writes it. */
export function dayInWords(day: Day, locale: "fr" | "en"): string {
  const zone = locale === "fr" ? "fr-FR" : "en-GB";
  const text = new Intl.DateTimeFormat(zone, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
  return locale === "fr" ? text.replace(/^1 /, "1er ") : text;
}
