import type { Day } from "@acquis/shared/platform/primitives.schema.ts";

/** Port: what time it is. Rules never read the machine's clock. */
export interface Clock {
  now(): Date;
  /** Calendar day in the territory (Europe/Paris). */
  today(): Day;
}

const parisDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" });

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => parisDay.format(new Date()),
};
