import { Long, type Timestamp } from "bson";
import { typeName } from "../bson-types.ts";
import { MongoError } from "../errors.ts";
import { type Doc, isDocument, tag, toNumber } from "../values.ts";
import { fieldsOf, isMissing, named, takes } from "./arguments.ts";
import {
  DAY,
  dayNumber,
  dayOfYear,
  instant,
  isoWeek,
  readDate,
  readDateAs,
  utc,
  wallClock,
  weekOfYear,
  writeDate,
} from "./calendar.ts";
import { asDate, asZone } from "./date-math.ts";
import type { Operator } from "./expression.ts";

const fail = (code: number, message: string) => new MongoError(code, message);

const part =
  (read: (wall: Date) => unknown): Operator =>
  (argument, compile, name) => {
    const given =
      isDocument(argument) && !Object.keys(argument)[0]?.startsWith("$")
        ? fieldsOf(
            argument,
            ["date"],
            ["timezone"],
            { shape: 40_535, unknown: 40_535, missing: 40_539 },
            name,
          )
        : { date: Array.isArray(argument) ? argument[0] : argument };
    if (Array.isArray(argument) && argument.length !== 1)
      throw fail(
        40_536,
        `${name} accepts exactly one argument if given an array, but was given ${argument.length}`,
      );
    const [date, zone] = [compile(given.date), compile((given as Doc).timezone ?? "UTC")];
    return (doc, variables) => {
      const [value, where] = [date(doc, variables), zone(doc, variables)];
      if (isMissing(value) || isMissing(where)) return null;
      return read(wallClock(asDate(value), asZone(where)));
    };
  };

const toText: Operator = named(
  ["date"],
  ["format", "timezone", "onNull"],
  { shape: 18_629, unknown: 18_534, missing: 18_628 },
  ({ date, format, timezone = "UTC", onNull = null }) => {
    if (isMissing(date)) return onNull;
    if (isMissing(timezone) || format === null) return null;
    const zone = asZone(timezone);
    if (format !== undefined && typeof format !== "string")
      throw fail(18_533, "$dateToString requires that 'format' be a string");
    const utcZone = timezone === "UTC" || timezone === "GMT" || timezone === "Z";
    return writeDate(asDate(date), format ?? `%Y-%m-%dT%H:%M:%S.%L${utcZone ? "Z" : ""}`, zone);
  },
);

const fromText: Operator = (argument, compile, name) => {
  const given = fieldsOf(
    argument,
    ["dateString"],
    ["format", "timezone", "onError", "onNull"],
    { shape: 40_540, unknown: 40_541, missing: 40_542 },
    name,
  );
  const read = Object.fromEntries(Object.entries(given).map(([field, value]) => [field, compile(value)]));
  return (doc, variables) => {
    const text = read.dateString?.(doc, variables);
    if (isMissing(text)) return read.onNull?.(doc, variables) ?? null;
    const zone = read.timezone ? read.timezone(doc, variables) : "UTC";
    const format = read.format?.(doc, variables);
    if (isMissing(zone) || (read.format && isMissing(format))) return null;
    try {
      if (typeof text !== "string") throw fail(241, "$dateFromString requires that 'dateString' be a string");
      return typeof format === "string"
        ? readDateAs(text, format, asZone(zone))
        : readDate(text, asZone(zone));
    } catch (error) {
      if (read.onError && (error as MongoError).code === 241) return read.onError(doc, variables);
      throw error;
    }
  };
};

const PARTS = ["year", "month", "day", "hour", "minute", "second", "millisecond"];
const fromParts: Operator = named(
  [],
  [...PARTS, "isoWeekYear", "isoWeek", "isoDayOfWeek", "timezone"],
  { shape: 40_519, unknown: 40_518 },
  (given) => {
    const { timezone = "UTC", ...rest } = given;
    if (isMissing(timezone) || Object.keys(given).some((field) => isMissing(given[field]))) return null;
    const number = (field: string, fallback: number): number => {
      const value = rest[field] === undefined ? fallback : toNumber(rest[field]);
      if (value === undefined || !Number.isInteger(value))
        throw fail(40_515, `'${field}' must evaluate to an integer`);
      return value;
    };
    const clock =
      ((number("hour", 0) * 60 + number("minute", 0)) * 60 + number("second", 0)) * 1000 +
      number("millisecond", 0);
    if (rest.year === undefined && rest.isoWeekYear === undefined)
      throw fail(40_516, "$dateFromParts requires either 'year' or 'isoWeekYear' to be present");
    if (rest.year !== undefined)
      return instant(
        utc(number("year", 1970), number("month", 1) - 1, number("day", 1)) + clock,
        asZone(timezone),
      );
    const january4 = utc(number("isoWeekYear", 1970), 0, 4);
    const monday = dayNumber(january4) - isoWeek(new Date(january4)).day + 1;
    return instant(
      (monday + (number("isoWeek", 1) - 1) * 7 + number("isoDayOfWeek", 1) - 1) * DAY + clock,
      asZone(timezone),
    );
  },
);

const toParts: Operator = named(
  ["date"],
  ["timezone", "iso8601"],
  { shape: 40_524, unknown: 40_520, missing: 40_522 },
  ({ date, timezone = "UTC", iso8601 = false }) => {
    if ([date, timezone, iso8601].some(isMissing)) return null;
    const wall = wallClock(asDate(date), asZone(timezone));
    const { year, week, day } = isoWeek(wall);
    return {
      ...(iso8601
        ? { isoWeekYear: year, isoWeek: week, isoDayOfWeek: day }
        : { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() }),
      hour: wall.getUTCHours(),
      minute: wall.getUTCMinutes(),
      second: wall.getUTCSeconds(),
      millisecond: wall.getUTCMilliseconds(),
    };
  },
);

const stamp = (code: number, read: (value: Timestamp) => number): Operator =>
  takes([1, 1], (value: unknown) => {
    if (tag(value) !== "Timestamp")
      throw fail(code, `Argument must be a timestamp, but is ${typeName(value)}`);
    return Long.fromNumber(read(value as Timestamp));
  });

export const dateOperators: Record<string, Operator> = {
  $year: part((wall) => wall.getUTCFullYear()),
  $month: part((wall) => wall.getUTCMonth() + 1),
  $dayOfMonth: part((wall) => wall.getUTCDate()),
  $dayOfWeek: part((wall) => wall.getUTCDay() + 1),
  $dayOfYear: part(dayOfYear),
  $hour: part((wall) => wall.getUTCHours()),
  $minute: part((wall) => wall.getUTCMinutes()),
  $second: part((wall) => wall.getUTCSeconds()),
  $millisecond: part((wall) => wall.getUTCMilliseconds()),
  $week: part(weekOfYear),
  $isoWeek: part((wall) => isoWeek(wall).week),
  $isoWeekYear: part((wall) => Long.fromNumber(isoWeek(wall).year)),
  $isoDayOfWeek: part((wall) => isoWeek(wall).day),
  $dateToString: toText,
  $dateFromString: fromText,
  $dateToParts: toParts,
  $dateFromParts: fromParts,
  $tsSecond: stamp(5_687_301, (value) => value.getHighBitsUnsigned()),
  $tsIncrement: stamp(5_687_302, (value) => value.getLowBitsUnsigned()),
};
