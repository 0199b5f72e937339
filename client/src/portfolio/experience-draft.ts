import type { ExperienceKind, Portfolio } from "@acquis/shared/portfolio/portfolio.schema.ts";
import type { LevelValue } from "../ui/level-values.ts";
import type { Ticked, TickItem } from "./competency-ticks.tsx";

/** An experience as its form holds it, with what is missing still null. */
export interface ExperienceDraft {
  id: string;
  kind: ExperienceKind;
  title: string;
  organisation: string;
  startsOn: string | null;
  endsOn: string | null;
  still: boolean;
  description: string;
  /** The occupation chosen for its competencies, in this form only. */
  occupation: { code: string; label: string } | null;
  /** Competencies picked one by one, or noted before. */
  picked: readonly TickItem[];
  ticked: Ticked;
}

export function emptyDraft(id: string): ExperienceDraft {
  return {
    id,
    kind: "work",
    title: "",
    organisation: "",
    startsOn: null,
    endsOn: null,
    still: false,
    description: "",
    occupation: null,
    picked: [],
    ticked: new Map(),
  };
}

/** The draft of an experience of the portfolio, or null when it is not there. */
export function draftOf({ experiences, competencies }: Portfolio, id: string): ExperienceDraft | null {
  const experience = experiences.find((one) => one.id === id);
  if (!experience) return null;
  const used = competencies.filter((one) => experience.competencyIds.includes(one.id));
  const levels = used.map(({ id: competencyId, evidence }): [string, LevelValue] => {
    const declared = evidence.find((item) => item.experienceId === id && item.withdrawal === null);
    return [competencyId, declared?.level ?? 1];
  });
  const { competencyIds: _, ...said } = experience;
  return {
    ...said,
    still: experience.endsOn === null,
    occupation: null,
    picked: used,
    ticked: new Map(levels),
  };
}

export type DraftProblem = "nameMissing" | "fromMissing" | "toMissing" | "reversed" | "future";

/** What is still missing or wrong, by field. `thisMonth` is the last month something can start in. */
export function problemsOf(
  draft: ExperienceDraft,
  thisMonth: string,
): { title?: DraftProblem; startsOn?: DraftProblem; endsOn?: DraftProblem } {
  const { title, startsOn, endsOn, still } = draft;
  return {
    ...(title.trim() ? {} : { title: "nameMissing" }),
    ...(startsOn === null ? { startsOn: "fromMissing" } : startsOn > thisMonth ? { startsOn: "future" } : {}),
    ...(still
      ? {}
      : endsOn === null
        ? { endsOn: "toMissing" }
        : startsOn !== null && endsOn < startsOn
          ? { endsOn: "reversed" }
          : {}),
  };
}
