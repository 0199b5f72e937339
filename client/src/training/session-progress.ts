import { dayIndex } from "@acquis/shared/platform/dates.ts";
import type { Day } from "@acquis/shared/platform/primitives.schema.ts";
import type { SessionSheet, SessionSummary } from "@acquis/shared/training/training.schema.ts";

export type Phase = "underWay" | "toCome" | "over";
export type SessionModule = SessionSheet["modules"][number];
export type Attendee = SessionSheet["enrolments"][number];

/** Where a session stands on a day. */
export function phaseOf({ startsOn, endsOn }: Pick<SessionSummary, "startsOn" | "endsOn">, now: Day): Phase {
  if (endsOn < now) return "over";
  return startsOn > now ? "toCome" : "underWay";
}

/** Where somebody stands in a module: passed, skipped, coming, or over without being passed. */
export type ModuleStanding = "passed" | "skipped" | "coming" | "overdue";

export function standingIn(
  module: Pick<SessionModule, "id" | "endsOn">,
  enrolment: Pick<Attendee, "passedModuleIds" | "skippedModuleIds">,
  now: Day,
): ModuleStanding {
  if (enrolment.passedModuleIds.includes(module.id)) return "passed";
  if (enrolment.skippedModuleIds.includes(module.id)) return "skipped";
  // As for promises: what is expected this month still counts as coming until the day itself.
  return module.endsOn < now ? "overdue" : "coming";
}

/** Modules in the order they end, those of a same day in the order of the programme. */
export function byEnd<T extends { endsOn: Day }>(modules: readonly T[]): T[] {
  return [...modules].sort((a, b) => (a.endsOn < b.endsOn ? -1 : a.endsOn > b.endsOn ? 1 : 0));
}

/** The first of two days. */
export function earlier(a: Day, b: Day): Day {
  return a.localeCompare(b) <= 0 ? a : b;
}

/** The last of two days. */
export function later(a: Day, b: Day): Day {
  return a.localeCompare(b) >= 0 ? a : b;
}

export function daysUntil(day: Day, now: Day): number {
  return dayIndex(day) - dayIndex(now);
}

export interface ModuleGlance {
  id: string;
  name: string;
  endsOn: Day;
  /** People present who have neither passed nor skipped it. */
  waiting: number;
}

/** What a trainer should look at in a session: modules over that wait to be passed, and those that end within `days`. */
export function glanceAt(sheet: SessionSheet, now: Day, days = 45) {
  const present = sheet.enrolments.filter(({ closedOn }) => closedOn === null);
  const modules = byEnd(sheet.modules).map(
    (module): ModuleGlance => ({
      id: module.id,
      name: module.name,
      endsOn: module.endsOn,
      waiting: present.filter((one) => ["coming", "overdue"].includes(standingIn(module, one, now))).length,
    }),
  );
  return {
    present: present.length,
    toPass: modules.filter(({ endsOn, waiting }) => endsOn < now && waiting > 0),
    endingSoon: modules.filter(({ endsOn }) => endsOn >= now && daysUntil(endsOn, now) <= days),
  };
}

/** Days spread evenly over a session, one per module: a first proposal for their ends. */
export function spreadEnds(startsOn: Day, endsOn: Day, count: number): Day[] {
  const length = Math.max(0, daysUntil(endsOn, startsOn));
  return Array.from({ length: count }, (_, index) =>
    new Date((dayIndex(startsOn) + Math.round((length * (index + 1)) / count)) * 86_400_000)
      .toISOString()
      .slice(0, 10),
  );
}
