import { z } from "zod";

/** Opaque identifier, made by the server or (for commands that may be sent twice) by the client. */
export const idSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9:._-]{0,79}$/, "id");

/** Calendar day, `2027-01-31`, without zone: the territory has one. A badge of elsewhere may say 9999-12-31. */
export const daySchema = z.iso.date();

/** A day that somebody gives, from 1900 to 2199: a year further off is a slip. */
export const givenDaySchema = daySchema.refine((day) => day >= "1900-01-01" && day <= "2199-12-31", "date");
export type Day = string;

/** Calendar month, `2027-01`. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "month");
export type Month = string;

/** 1 notion, 2 application with help, 3 autonomous, 4 transmits to others (DESIGN section 3). */
export const levelSchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type Level = z.infer<typeof levelSchema>;
export const LEVELS: readonly Level[] = [1, 2, 3, 4];

/** Marks that turn the writing direction of what stands beside them: a name could rewrite the sentence around it. */
const DIRECTION_OVERRIDES = /[\u202A-\u202E\u2066-\u2069]/g;

const typed = () => z.string().overwrite((text) => text.replace(DIRECTION_OVERRIDES, ""));

/** One line of text a person typed: trimmed, something to read, no control character, no half of a character, never interpreted as HTML. */
export const lineSchema = (max: number) =>
  typed()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u, "control_characters")
    .regex(/[\p{L}\p{N}\p{P}\p{S}]/u, "invisible");

/** A paragraph a person typed: line breaks allowed, no other control character, no half of a character. */
export const textSchema = (max: number) =>
  typed()
    .trim()
    .max(max)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u, "control_characters");

/** Words typed into a search box: what no text can hold is a space. */
export const wordsTypedSchema = (max: number) =>
  z
    .string()
    .max(max)
    .overwrite((text) => text.replace(/[\p{Cc}\p{Cs}]+/gu, " ").trim());

/** A French commune: INSEE code, label, centre in degrees, EPCI (area) code. */
export const placeSchema = z.object({
  insee: z.string().regex(/^[0-9AB]{5}$/),
  name: z.string(),
  lat: z.number(),
  lng: z.number(),
  area: z.string(),
});
export type Place = z.infer<typeof placeSchema>;

/** What a form sends of a place: the commune code; the server knows the rest. */
export const communeCodeSchema = z.string().regex(/^[0-9AB]{5}$/, "insee");

export const pageSchema = {
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(50).default(20),
};

/** An answer without content: the command was carried out, or had been already. */
export const doneSchema = z.object({ done: z.literal(true) });
