import type { CandidateProfile } from "@acquis/shared/candidates/candidate-profile.ts";
import { hash32, turnGroup } from "@acquis/shared/candidates/rotation.rules.ts";
import { dayIndex } from "@acquis/shared/platform/dates.ts";
import type { Day, Level } from "@acquis/shared/platform/primitives.schema.ts";
import { spansOf } from "./month-spans.ts";

/** Raise it when documents are made otherwise: those of another version are found by it, and rebuilt. */
export const CANDIDATE_VERSION = 3;

/** A person as Meilisearch keeps them: tokens to filter by, and the profile the pure rule judges. */
export interface CandidateDocument {
  id: string;
  version: number;
  /** `code` and `code#2` to `code#level`: having a token is holding the level or more. */
  held: string[];
  proven: string[];
  /** `code#level@span`, for the level promised and those below, and each span of months it lies in. */
  upcoming: string[];
  /** `family`, and `family=code` when this is all that is acquired there. */
  family: string[];
  words: string[];
  contracts: string[];
  occupations: string[];
  area: string | null;
  /** `lat,lng,area`, or `none`: places are communes, so few that a distance is a list of them. */
  place: string;
  /** Days since 1970; -1 for somebody available already. */
  availableFrom: number;
  /** Group of the daily rotation. */
  turn: number;
  /** What the pure rule judges, in JSON and in one piece: a string is given back faster than a tree. */
  profile: string;
}

/**
 * Meilisearch compares facets without case and in compatibility form, and cuts long ones: tokens are written in
 * small ASCII letters, everything else by its code, so that different names stay different.
 */
export function encode(name: string): string {
  return name.replace(/[^a-z0-9:._+-]/g, (letter) => `^${letter.charCodeAt(0).toString(16)};`);
}

/** Inverse of `encode`. */
export function decode(token: string): string {
  return token.replace(/\^([0-9a-f]+);/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

export function documentId(id: string): string {
  return id.replace(/[^A-Za-z0-9-]/g, (letter) => `_${letter.charCodeAt(0).toString(16)}_`);
}

export function levelToken(competencyId: string, level: Level): string {
  return level === 1 ? encode(competencyId) : `${encode(competencyId)}#${level}`;
}

/** `span` is a month, or a longer one of `month-spans`. */
export function promiseToken(competencyId: string, level: Level, span: string): string {
  return `${encode(competencyId)}#${level}@${span}`;
}

export function familyToken(familyId: string): string {
  return encode(familyId);
}

/** Has nothing in the family but this. */
export function soleToken(familyId: string, competencyId: string): string {
  return `${encode(familyId)}=${encode(competencyId)}`;
}

export const NO_PLACE = "none";

export function placeToken(place: CandidateProfile["place"]): string {
  return place ? `${place.lat},${place.lng},${encode(place.area)}` : NO_PLACE;
}

/** Inverse of `placeToken`. */
export function placeOfToken(token: string): CandidateProfile["place"] {
  const [lat, lng, area] = token.split(",");
  if (lat === undefined || lng === undefined || area === undefined) return null;
  return { lat: Number(lat), lng: Number(lng), area: decode(area) };
}

/** Day as it is compared; somebody available already comes before any day. */
export function dayNumber(day: Day | null): number {
  return day === null ? -1 : dayIndex(day);
}

const levelsUpTo = (level: number): Level[] => ([1, 2, 3, 4] as const).filter((one) => one <= level);

export function toCandidateDocument(profile: CandidateProfile): CandidateDocument {
  const held: string[] = [];
  const proven: string[] = [];
  for (const id of new Set([...Object.keys(profile.held), ...Object.keys(profile.proven)])) {
    const level = Math.max(profile.held[id] ?? 0, profile.proven[id] ?? 0);
    for (const one of levelsUpTo(level)) held.push(levelToken(id, one));
    for (const one of levelsUpTo(profile.proven[id] ?? 0)) proven.push(levelToken(id, one));
  }
  const upcoming = new Set<string>();
  for (const { competencyId, level, month } of profile.upcoming)
    for (const span of spansOf(month))
      for (const one of levelsUpTo(level)) upcoming.add(promiseToken(competencyId, one, span));
  const family: string[] = [];
  for (const [id, members] of Object.entries(profile.families)) {
    const [first] = members;
    if (first === undefined) continue;
    family.push(familyToken(id));
    if (members.every((member) => member === first)) family.push(soleToken(id, first));
  }
  return {
    id: documentId(profile.id),
    version: CANDIDATE_VERSION,
    held,
    proven,
    upcoming: [...upcoming],
    family,
    words: [...new Set(profile.words)].map(encode),
    contracts: [...new Set(profile.contracts)].map(encode),
    occupations: [...new Set(profile.occupations)].map(encode),
    area: profile.place ? encode(profile.place.area) : null,
    place: placeToken(profile.place),
    availableFrom: dayNumber(profile.availableFrom),
    turn: turnGroup(hash32(profile.id)),
    profile: JSON.stringify({
      ...profile,
      availableFrom: null,
      contracts: [],
      occupations: [],
      words: [],
    } satisfies CandidateProfile),
  };
}

/** What a document knows of a person beyond its tokens: enough for verdicts, distance and turn. */
export function profileOf(document: Pick<CandidateDocument, "profile">): CandidateProfile {
  return JSON.parse(document.profile);
}
