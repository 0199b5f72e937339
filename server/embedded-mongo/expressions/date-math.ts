import { Long, type ObjectId, type Timestamp } from "bson";
import { typeName } from "../bson-types.ts";
import { MongoError } from "../errors.ts";
import { tag, toNumber } from "../values.ts";
import { isMissing, named } from "./arguments.ts";
import { DAY, dayNumber, instant, offsetAt, utc, wallClock } from "./calendar.ts";
import type { Operator } from "./expression.ts";

const fail = (code: number, message: string) => new MongoError(code, message);

/** What MongoDB reads as a date: dates, timestamps and the time of an ObjectId. */
export function asDate(value: unknown, code = 16_006): Date {
  if (value instanceof Date) return value;
  if (tag(value) === "ObjectId") return (value as ObjectId).getTimestamp();
  if (tag(value) === "Timestamp") return new Date((value as Timestamp).getHighBitsUnsigned() * 1000);
  throw fail(code, `can't convert from BSON type ${typeName(value)} to Date`);
}

export function asZone(value: unknown): string {
  if (typeof value !== "string")
    throw fail(40_517, `timezone must evaluate to a string, found ${typeName(value)}`);
  offsetAt(0, value);
  return value;
}

const UNITS: Record<string, number> = {
  millisecond: 1,
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: DAY,
  week: 7 * DAY,
};
const MONTHS: Record<string, number> = { month: 1, quarter: 3, year: 12 };
const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

function unitOf(value: unknown): string {
  if (typeof value !== "string") throw fail(5_439_013, "unit must evaluate to a string");
  if (!(value in UNITS || value in MONTHS))
    throw fail(5_439_014, `parameter 'unit' value cannot be recognized as a time unit: ${value}`);
  return value;
}

function firstDay(value: unknown): number {
  const day = String(value).toLowerCase();
  const index = WEEKDAYS.findIndex((name) => name === day || name.slice(0, 3) === day);
  if (index < 0)
    throw fail(5_439_016, `parameter 'startOfWeek' value cannot be recognized as a day of a week: ${value}`);
  return index;
}

const months = (wall: Date): number => wall.getUTCFullYear() * 12 + wall.getUTCMonth();
const weeks = (wall: Date | number, first: number): number => Math.floor((dayNumber(wall) + 3 - first) / 7);

/** Date arithmetic: to a month that is shorter, its last day; days and longer keep the hour of the place. */
function addUnits(date: Date, unit: string, amount: number, zone: string): Date {
  const span = UNITS[unit];
  if (span !== undefined && span < DAY) return new Date(date.getTime() + amount * span);
  const wall = wallClock(date, zone);
  if (span !== undefined) return instant(wall.getTime() + amount * span, zone);
  const month = months(wall) + amount * (MONTHS[unit] as number);
  const [year, inYear] = [Math.floor(month / 12), ((month % 12) + 12) % 12];
  const last = new Date(utc(inYear === 11 ? year + 1 : year, (inYear + 1) % 12) - DAY).getUTCDate();
  const time = wall.getTime() - dayNumber(wall) * DAY;
  return instant(utc(year, inYear, Math.min(wall.getUTCDate(), last)) + time, zone);
}

const adding = (sign: 1 | -1): Operator =>
  named(
    ["startDate", "unit", "amount"],
    ["timezone"],
    { shape: 5_166_400, unknown: 5_166_401, missing: 5_166_402 },
    ({ startDate, unit, amount, timezone = "UTC" }) => {
      if ([startDate, unit, amount, timezone].some(isMissing)) return null;
      const date = asDate(startDate, 5_166_403);
      const count = toNumber(amount);
      if (typeof unit !== "string") throw fail(5_166_404, "unit must evaluate to a string");
      if (count === undefined || !Number.isInteger(count))
        throw fail(5_166_405, "amount must evaluate to a whole number");
      const result = addUnits(date, unitOf(unit), sign * count, asZone(timezone));
      if (Number.isNaN(result.getTime())) throw fail(5_166_406, "date overflow");
      return result;
    },
  );

const difference: Operator = named(
  ["startDate", "endDate", "unit"],
  ["timezone", "startOfWeek"],
  { shape: 5_166_301, unknown: 5_166_302, missing: 5_166_303 },
  ({ startDate, endDate, unit, timezone = "UTC", startOfWeek = "sunday" }) => {
    if ([startDate, endDate, unit, timezone, startOfWeek].some(isMissing)) return null;
    const zone = asZone(timezone);
    const [from, to] = [asDate(startDate, 5_166_307), asDate(endDate, 5_166_307)];
    const [a, b] = [wallClock(from, zone), wallClock(to, zone)];
    const by = unitOf(unit);
    if (by in MONTHS) {
      const size = MONTHS[by] as number;
      return Long.fromNumber(Math.floor(months(b) / size) - Math.floor(months(a) / size));
    }
    if (by === "week")
      return Long.fromNumber(weeks(b, firstDay(startOfWeek)) - weeks(a, firstDay(startOfWeek)));
    if (by === "day") return Long.fromNumber(dayNumber(b) - dayNumber(a));
    const span = UNITS[by] as number;
    return Long.fromNumber(Math.floor(to.getTime() / span) - Math.floor(from.getTime() / span));
  },
);

/** Bins count from 2000-01-01, weeks from the first such weekday after it. */
const truncate: Operator = named(
  ["date", "unit"],
  ["binSize", "timezone", "startOfWeek"],
  { shape: 5_439_007, unknown: 5_439_008, missing: 5_439_009 },
  ({ date, unit, binSize = 1, timezone = "UTC", startOfWeek = "sunday" }) => {
    if ([date, unit, binSize, timezone, startOfWeek].some(isMissing)) return null;
    const moment = asDate(date, 5_439_012);
    const by = unitOf(unit);
    const size = toNumber(binSize);
    if (size === undefined || !Number.isInteger(size))
      throw fail(5_439_017, "binSize must be a whole number");
    if (size <= 0) throw fail(5_439_018, "binSize must be positive");
    const zone = asZone(timezone);
    const wall = wallClock(moment, zone);
    if (by in MONTHS) {
      const span = (MONTHS[by] as number) * size;
      const month = 24_000 + Math.floor((months(wall) - 24_000) / span) * span;
      return instant(utc(Math.floor(month / 12), ((month % 12) + 12) % 12), zone);
    }
    const origin = utc(2000);
    if (by === "week") {
      const first = firstDay(startOfWeek);
      const start = (dayNumber(origin) + ((first - 5 + 7) % 7)) * DAY;
      const span = 7 * DAY * size;
      return instant(start + Math.floor((wall.getTime() - start) / span) * span, zone);
    }
    const span = (UNITS[by] as number) * size;
    if (by === "day") return instant(origin + Math.floor((wall.getTime() - origin) / span) * span, zone);
    const start = instant(origin, zone).getTime();
    return new Date(start + Math.floor((moment.getTime() - start) / span) * span);
  },
);

export const dateMathOperators: Record<string, Operator> = {
  $dateAdd: adding(1),
  $dateSubtract: adding(-1),
  $dateDiff: difference,
  $dateTrunc: truncate,
};
