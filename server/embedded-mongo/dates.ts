import { Long } from "bson";
import { byMingo, isMissing, isNamed, must, over } from "./arguments.ts";
import { asDate, dated, instant, wallClock } from "./calendar.ts";
import { notImplemented } from "./errors.ts";
import type { Operator } from "./expressions.ts";

/** A part of the date that a place's clock shows: of `{date, timezone}`, or of a date alone. */
function part(name: string): Operator {
  const compute = (date: Date, zone?: string) => byMingo(name, wallClock(date, zone));
  const [alone, inZone] = [over("date", 9, compute), over("date:date timezone:string?", 40_517, compute)];
  return (argument, compile) => (isNamed(argument) ? inZone : alone)(argument, compile, name);
}

const DAY = 86_400_000;
type Sizes = Record<string, number>;
const SPAN: Sizes = { millisecond: 1, second: 1000, minute: 6e4, hour: 36e5, day: DAY, week: 7 * DAY };
const MONTHS: Sizes = { month: 1, quarter: 3, year: 12 };
const WEEKDAYS = "saturday sunday monday tuesday wednesday thursday friday".split(" ");

/** Bins count from 2000-01-01, a Saturday, in the place; weeks from the first such weekday after it. */
function truncate(date: Date, unit: string, binSize = 1, zone = "UTC", startOfWeek = "sunday"): Date {
  const [span, months] = [(SPAN[unit] ?? 0) * binSize, (MONTHS[unit] ?? 0) * binSize];
  must(span + months > 0, 5_439_014, `'${unit}' cannot be recognized as a time unit`);
  const named = startOfWeek.toLowerCase();
  const weekday = WEEKDAYS.findIndex((day) => day === named || day.slice(0, 3) === named);
  must(weekday >= 0, 5_439_016, `'${startOfWeek}' cannot be recognized as a day of a week`);
  const wall = wallClock(date, zone);
  const month = (wall.getUTCFullYear() - 2000) * 12 + wall.getUTCMonth();
  const firstMonth = Math.floor(month / months) * months;
  if (months > 0) return instant(new Date(0).setUTCFullYear(2000, firstMonth, 1), zone);
  const origin = Date.UTC(2000) + (unit === "week" ? weekday * DAY : 0);
  const start = (time: number, from: number) => from + Math.floor((time - from) / span) * span;
  if (unit === "day" || unit === "week") return instant(start(wall.getTime(), origin), zone);
  return dated(start(date.getTime(), instant(origin, zone).getTime()));
}

const monthsOf = (wall: Date): number => wall.getUTCFullYear() * 12 + wall.getUTCMonth();

/** To a month that is shorter, its last day; days and longer keep the hour of the place. */
function add(date: Date, unit: string, amount: number, zone?: string): Date {
  const [span, months] = [SPAN[unit] ?? 0, MONTHS[unit] ?? 0];
  must(span + months > 0, 5_439_014, `'${unit}' cannot be recognized as a time unit`);
  if (span > 0 && span < DAY) return dated(date.getTime() + amount * span);
  const wall = wallClock(date, zone);
  if (span > 0) return instant(wall.getTime() + amount * span, zone);
  const month = monthsOf(wall) + amount * months;
  const last = new Date(dated(new Date(0).setUTCFullYear(0, month + 1, 0))).getUTCDate();
  return instant(new Date(wall).setUTCFullYear(0, month, Math.min(wall.getUTCDate(), last)), zone);
}

/** How many bounds of the unit lie between two dates, on the clock of the place. */
function difference(from: Date, to: Date, unit: string, zone?: string, startOfWeek = "sunday"): Long {
  const bins = (date: Date): number => {
    const wall = wallClock(date, zone);
    if (MONTHS[unit]) return Math.floor(monthsOf(wall) / MONTHS[unit]);
    const start = truncate(date, unit, 1, zone, startOfWeek);
    const span = SPAN[unit] as number;
    return Math.floor((span < DAY ? start : wallClock(start, zone)).getTime() / span);
  };
  return Long.fromNumber(bins(to) - bins(from));
}

function toText(given: unknown, format?: string, zone = "UTC", onNull: unknown = null): unknown {
  if (isMissing(given)) return onNull;
  const pattern = format ?? `%Y-%m-%dT%H:%M:%S.%L${["UTC", "GMT", "Z"].includes(zone) ? "Z" : ""}`;
  for (const [letter] of pattern.matchAll(/%.?/gs)) {
    if (/%[GUwzZ%]/.test(letter)) throw notImplemented(`${letter} in $dateToString`);
    must(/%[YmdHMSLjuVbB]/.test(letter), 18_536, `Invalid format character '${letter}' in format string`);
  }
  return byMingo("$dateToString", { date: wallClock(asDate(given), zone), format: { $literal: pattern } });
}

const TRUNCATED = "date:date unit:string binSize:positive? timezone:string? startOfWeek:string?";
const PARTS = `$year $month $dayOfMonth $dayOfWeek $dayOfYear $hour $minute $second $millisecond
  $isoWeek $isoDayOfWeek`;

export const dateOperators: Record<string, Operator> = {
  ...Object.fromEntries(PARTS.split(/\s+/).map((name) => [name, part(name)])),
  $dateTrunc: over(TRUNCATED, 9, truncate),
  $dateAdd: over("startDate:date unit:string amount:whole timezone:string?", 5_166_405, add),
  $dateSubtract: over(
    "startDate:date unit:string amount:whole timezone:string?",
    5_166_405,
    (date: Date, unit: string, amount: number, zone?: string) => add(date, unit, -amount, zone),
  ),
  $dateDiff: over(
    "startDate:date endDate:date unit:string timezone:string? startOfWeek:string?",
    5_166_307,
    difference,
  ),
  $dateToString: over("date:any format:string? timezone:string? onNull:any?", 18_533, toText),
};
