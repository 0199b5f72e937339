import { MongoError } from "../errors.ts";

export const DAY = 86_400_000;
const fail = (code: number, message: string) => new MongoError(code, message);
const formats = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds to add to UTC for the wall clock of a place at one instant. */
export function offsetAt(time: number, zone: string): number {
  const fixed = /^([+-])(\d\d):?(\d\d)?$/.exec(zone);
  if (fixed) return (fixed[1] === "-" ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0)) * 60_000;
  if (["UTC", "GMT", "Z", ""].includes(zone)) return 0;
  let format = formats.get(zone);
  if (!format) {
    try {
      format = new Intl.DateTimeFormat("en-US", {
        timeZone: zone,
        hourCycle: "h23",
        year: "numeric",
        month: "numeric",
        day: "numeric",
        hour: "numeric",
        minute: "numeric",
        second: "numeric",
        era: "short",
      });
    } catch {
      throw fail(40_485, `unrecognized time zone identifier: "${zone}"`);
    }
    formats.set(zone, format);
  }
  const part = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value]));
  const year = part.era === "BC" ? 1 - Number(part.year) : Number(part.year);
  const wall = utc(
    year,
    Number(part.month) - 1,
    Number(part.day),
    Number(part.hour),
    Number(part.minute),
    Number(part.second),
  );
  return wall - Math.floor(time / 1000) * 1000;
}

/** Date.UTC without its reading of years 0 to 99 as 1900 and later. */
export function utc(year: number, month = 0, day = 1, hour = 0, minute = 0, second = 0, ms = 0): number {
  const date = new Date(Date.UTC(2000, month, day, hour, minute, second, ms));
  return date.setUTCFullYear(date.getUTCFullYear() - 2000 + year);
}

/** The wall clock of a place, as a Date whose UTC parts are read. */
export const wallClock = (date: Date, zone: string): Date =>
  new Date(date.getTime() + offsetAt(date.getTime(), zone));

/** The instant at which a place's wall clock shows this. */
export function instant(wall: number, zone: string): Date {
  const guess = wall - offsetAt(wall, zone);
  return new Date(wall - offsetAt(guess, zone));
}

/** Days since Monday 1970-01-05 rounded down to a week that begins on `first` (0 is Monday). */
export const dayNumber = (wall: Date | number): number => Math.floor(Number(wall) / DAY);

export function isoWeek(wall: Date): { year: number; week: number; day: number } {
  const day = (((dayNumber(wall) + 3) % 7) + 7) % 7;
  const thursday = new Date((dayNumber(wall) - day + 3) * DAY);
  const year = thursday.getUTCFullYear();
  return { year, week: Math.floor((dayNumber(thursday) - dayNumber(utc(year))) / 7) + 1, day: day + 1 };
}

export const dayOfYear = (wall: Date): number => dayNumber(wall) - dayNumber(utc(wall.getUTCFullYear())) + 1;
/** Weeks that begin on Sunday; the days before the first Sunday are week 0. */
export const weekOfYear = (wall: Date): number => Math.floor((dayOfYear(wall) + 6 - wall.getUTCDay()) / 7);

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3})\d*)?)?)?\s*(Z|[+-]\d\d:?\d\d)?$/;

/** A date as ISO 8601 writes it; its own offset wins over the zone. */
export function readDate(text: string, zone = "UTC"): Date {
  const match = ISO.exec(text);
  if (!match) throw fail(241, `Error parsing date string '${text}'`);
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const wall = utc(year, month - 1, day, hour, minute, second, Number((match[7] ?? "").padEnd(3, "0")));
  const shown = new Date(wall);
  if (
    shown.getUTCMonth() !== month - 1 ||
    shown.getUTCDate() !== day ||
    hour > 23 ||
    minute > 59 ||
    second > 59
  )
    throw fail(241, `Error parsing date string '${text}'`);
  return instant(wall, match[8] ?? zone);
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const pad = (value: number, size = 2) => String(value).padStart(size, "0");

/** A date in the pattern of $dateToString. */
export function writeDate(date: Date, format: string, zone: string): string {
  const wall = wallClock(date, zone);
  const iso = isoWeek(wall);
  const minutes = offsetAt(date.getTime(), zone) / 60_000;
  const month = MONTHS[wall.getUTCMonth()] as string;
  const parts: Record<string, () => string> = {
    Y: () => pad(wall.getUTCFullYear(), 4),
    m: () => pad(wall.getUTCMonth() + 1),
    d: () => pad(wall.getUTCDate()),
    H: () => pad(wall.getUTCHours()),
    M: () => pad(wall.getUTCMinutes()),
    S: () => pad(wall.getUTCSeconds()),
    L: () => pad(wall.getUTCMilliseconds(), 3),
    j: () => pad(dayOfYear(wall), 3),
    w: () => String(wall.getUTCDay() + 1),
    u: () => String(iso.day),
    U: () => pad(weekOfYear(wall)),
    V: () => pad(iso.week),
    G: () => pad(iso.year, 4),
    b: () => month.slice(0, 3),
    B: () => month,
    z: () =>
      `${minutes < 0 ? "-" : "+"}${pad(Math.floor(Math.abs(minutes) / 60))}${pad(Math.abs(minutes) % 60)}`,
    Z: () => String(minutes),
    "%": () => "%",
  };
  return format.replace(/%(.?)/gs, (_, letter: string) => {
    const part = parts[letter];
    if (!part) throw fail(letter ? 18_536 : 18_535, `Invalid format character '%${letter}' in format string`);
    return part();
  });
}

const READ: Record<string, string> = {
  Y: "\\d{4}",
  G: "\\d{4}",
  m: "\\d\\d",
  d: "\\d\\d",
  H: "\\d\\d",
  M: "\\d\\d",
  S: "\\d\\d",
  L: "\\d{1,3}",
  z: "[+-]\\d\\d:?\\d\\d|Z",
  j: "\\d{1,3}",
};

/** A date written in a pattern of $dateFromString. */
export function readDateAs(text: string, format: string, zone: string): Date {
  const letters: string[] = [];
  const source = format.replace(/%(.)|[\\^$.*+?()[\]{}|]/g, (whole, letter?: string) => {
    if (letter === undefined) return `\\${whole}`;
    if (letter === "%") return "%";
    if (!READ[letter] || letter === "G")
      throw fail(18_536, `Invalid format character '%${letter}' in format string`);
    letters.push(letter);
    return `(${READ[letter]})`;
  });
  const match = new RegExp(`^${source}$`).exec(text);
  if (!match) throw fail(241, `Error parsing date string '${text}' with format '${format}'`);
  const found = Object.fromEntries(letters.map((letter, i) => [letter, match[i + 1] as string]));
  const iso = `${found.Y ?? "1970"}-${found.m ?? "01"}-${found.d ?? "01"}T${found.H ?? "00"}:${found.M ?? "00"}:${found.S ?? "00"}.${found.L ?? "0"}${found.z ?? ""}`;
  const date = readDate(iso, zone);
  return found.j ? new Date(date.getTime() + (Number(found.j) - 1) * DAY) : date;
}
