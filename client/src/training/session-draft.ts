import type { Day } from "@acquis/shared/platform/primitives.schema.ts";
import type { Programme, SessionInput, SessionSheet } from "@acquis/shared/training/training.schema.ts";
import { spreadEnds } from "./session-progress.ts";

/** A session being written. `ends` holds the day of each module; `touched` once somebody chose one. */
export interface SessionDraft {
  id: string;
  programmeId: string | null;
  startsOn: Day | null;
  endsOn: Day | null;
  place: { insee: string; name: string } | null;
  trainerIds: string[];
  ends: Record<string, Day | null>;
  touched: boolean;
  revision: number;
}

export function newDraft(id: string, programmeId: string | null): SessionDraft {
  return {
    id,
    programmeId,
    startsOn: null,
    endsOn: null,
    place: null,
    trainerIds: [],
    ends: {},
    touched: false,
    revision: 0,
  };
}

export function draftOfSession(sheet: SessionSheet): SessionDraft {
  return {
    id: sheet.id,
    programmeId: sheet.programmeId,
    startsOn: sheet.startsOn,
    endsOn: sheet.endsOn,
    place: { insee: sheet.place.insee, name: sheet.place.name },
    trainerIds: sheet.trainers.map(({ id }) => id),
    ends: Object.fromEntries(sheet.modules.map(({ id, endsOn }) => [id, endsOn])),
    touched: true,
    revision: sheet.revision,
  };
}

/** Spreads the ends of the modules over the session, as long as nobody chose one. */
export function withSpread(draft: SessionDraft, modules: Programme["modules"]): SessionDraft {
  const { startsOn, endsOn, touched } = draft;
  if (touched || !startsOn || !endsOn || endsOn < startsOn) return draft;
  const days = spreadEnds(startsOn, endsOn, modules.length);
  return { ...draft, ends: Object.fromEntries(modules.map(({ id }, index) => [id, days[index] ?? endsOn])) };
}

/** Changes the last day; modules that ended with the session still do. */
export function withEnd(draft: SessionDraft, endsOn: Day | null): SessionDraft {
  const follows = (day: Day | null) => (day !== null && day === draft.endsOn ? endsOn : day);
  return {
    ...draft,
    endsOn,
    ends: Object.fromEntries(Object.entries(draft.ends).map(([id, day]) => [id, follows(day)])),
  };
}

export type SessionFault = "programme" | "day" | "reversed" | "place" | "outside";

/** What keeps a draft from being sent: field → what is wrong with it. */
export function faultsIn(draft: SessionDraft, modules: Programme["modules"]): Record<string, SessionFault> {
  const { startsOn, endsOn } = draft;
  const faults: Record<string, SessionFault> = {};
  if (!draft.programmeId) faults.programmeId = "programme";
  if (!startsOn) faults.startsOn = "day";
  if (!endsOn) faults.endsOn = "day";
  else if (startsOn && endsOn < startsOn) faults.endsOn = "reversed";
  if (!draft.place) faults.insee = "place";
  for (const { id } of modules) {
    const day = draft.ends[id];
    if (day && startsOn && endsOn && (day < startsOn || day > endsOn)) faults[`end ${id}`] = "outside";
  }
  return faults;
}

/** What is sent, or null while something is missing. A module without a day ends with the session. */
export function inputOfSession(draft: SessionDraft, modules: Programme["modules"]): SessionInput | null {
  const { id, programmeId, startsOn, endsOn, place, trainerIds, revision } = draft;
  if (!programmeId || !startsOn || !endsOn || !place) return null;
  return {
    id,
    programmeId,
    startsOn,
    endsOn,
    insee: place.insee,
    trainerIds,
    revision,
    moduleEnds: modules.flatMap((module) => {
      const day = draft.ends[module.id];
      return day ? [{ moduleId: module.id, endsOn: day }] : [];
    }),
  };
}
