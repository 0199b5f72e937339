import type { CandidateProfile, CandidateQuery } from "@acquis/shared/candidates/candidate-profile.ts";
import type { Level } from "@acquis/shared/platform/primitives.schema.ts";
import { CAEN, FAMILIES } from "./candidate-universe.ts";

/** The day of every case. */
export const TODAY = "2026-11-21";

type Promised = Omit<CandidateProfile["upcoming"][number], "from"> & { from?: string };

/** Somebody whose families follow what they hold; nothing else unless said. */
export function person(
  id: string,
  more: Partial<Omit<CandidateProfile, "upcoming">> & { families?: never; upcoming?: Promised[] } = {},
): CandidateProfile {
  const held = { ...more.proven, ...more.held };
  const families: Record<string, string[]> = {};
  for (const competency of Object.keys(held).sort()) {
    const family = FAMILIES[competency];
    if (family) families[family] = [...(families[family] ?? []), competency];
  }
  return {
    id,
    proven: {},
    place: CAEN,
    availableFrom: null,
    contracts: ["permanent"],
    occupations: [],
    words: [],
    ...more,
    upcoming: (more.upcoming ?? []).map((one) => ({ from: "CAP", ...one })),
    held,
    families,
  };
}

export const ask = (competencyId: string, level: Level = 1) => ({
  competencyId,
  level,
  familyId: FAMILIES[competencyId] ?? null,
});

export function query(more: Partial<CandidateQuery> = {}): CandidateQuery {
  return {
    essential: [ask("weld-mig")],
    useful: [],
    neededBy: "2027-01",
    place: null,
    today: TODAY,
    ...more,
  };
}

export const north = (km: number) => ({ lat: CAEN.lat + km / 111.2, lng: CAEN.lng, area: CAEN.area });
