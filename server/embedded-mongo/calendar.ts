import type { ObjectId, Timestamp } from "bson";
import { typeName } from "./bson-types.ts";
import { MongoError } from "./errors.ts";
import { tag } from "./values.ts";

/** What MongoDB reads as a date: dates, timestamps and the time of an ObjectId. */
export function asDate(value: unknown): Date {
  if (value instanceof Date) return value;
  if (tag(value) === "ObjectId") return (value as ObjectId).getTimestamp();
  if (tag(value) === "Timestamp") return new Date((value as Timestamp).getHighBitsUnsigned() * 1000);
  throw new MongoError(16_006, `can't convert from BSON type ${typeName(value)} to Date`);
}

/** A date, unless it is beyond what a Date holds. */
export function dated(time: number): Date {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) throw new MongoError(15, "date overflow");
  return date;
}

const OFFSET = /^([+-])(\d\d):?(\d\d)?(?::(\d\d))?$/;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The offset of a place at one instant, as "GMT+01:00". */
function named(time: number, zone: string): string {
  let format = formats.get(zone);
  try {
    format ??= new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  } catch {
    throw new MongoError(40_485, `unrecognized time zone identifier: "${zone}"`);
  }
  formats.set(zone, format);
  return format.formatToParts(time).find(({ type }) => type === "timeZoneName")?.value ?? "";
}

/** Milliseconds to add to UTC for the wall clock of a place at one instant. */
function offsetAt(time: number, zone: string): number {
  if (["UTC", "GMT", "Z"].includes(zone)) return 0;
  const offset = OFFSET.test(zone) ? zone : named(time, zone).slice(3);
  const [, sign, hours = 0, minutes = 0, seconds = 0] = OFFSET.exec(offset) ?? [];
  return (sign === "-" ? -1000 : 1000) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
}

/** The wall clock of a place, as a Date whose UTC parts are read. */
export const wallClock = (date: Date, zone = "UTC"): Date =>
  dated(date.getTime() + offsetAt(date.getTime(), zone));

/** The instant at which a place's wall clock shows this. */
export const instant = (wall: number, zone = "UTC"): Date =>
  dated(wall - offsetAt(wall - offsetAt(dated(wall).getTime(), zone), zone));

const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?\s*(Z|[+-]\d\d:?\d\d)?$/;

/** A date as ISO 8601 writes it; its own offset wins over the zone. */
export function readDate(text: string, zone?: string): Date {
  const [, day = "", time = "00:00", offset] = ISO.exec(text) ?? [];
  const wall = new Date(`${day}T${time}Z`);
  if (Number.isNaN(wall.getTime()) || !wall.toISOString().startsWith(day))
    throw new MongoError(241, `Error parsing date string '${text}'`);
  return instant(wall.getTime(), offset ?? zone);
}
