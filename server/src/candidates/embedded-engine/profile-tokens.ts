import type { CandidateProfile } from "@acquis/shared/candidates/candidate-profile.ts";
import { monthFromIndex } from "@acquis/shared/platform/dates.ts";
import type { Level } from "@acquis/shared/platform/primitives.schema.ts";
import { LOW_BITS } from "./postings.ts";
import { monthNumber, type Vocabularies } from "./vocabularies.ts";

/** What of a profile is indexed, in numbers; columns (place, contracts…) are kept elsewhere. */
export interface ProfileTokens {
  /** Pairs: competency, `held << 3 | proven`. */
  held: number[];
  /** By three: competency, `month << 2 | level - 1`, programme it comes from. */
  upcoming: number[];
  /** One after the other: family, how many competencies are acquired there, these in the order of the profile. */
  families: number[];
  words: number[];
}

export function tokensOf(
  profile: CandidateProfile,
  { competencies, families, words, programmes }: Vocabularies,
): ProfileTokens {
  const tokens: ProfileTokens = { held: [], upcoming: [], families: [], words: [] };
  const { held, proven } = profile;
  // Both are looked up by name as little as can be: for 200,000 people this is a second.
  let proofs = 0;
  for (const id of Object.keys(held)) {
    const proof = proven[id] ?? 0;
    if (proof > 0) proofs++;
    tokens.held.push(competencies.add(id), ((held[id] ?? 0) << 3) | proof);
  }
  const provenIds = Object.keys(proven);
  if (provenIds.length > proofs)
    for (const id of provenIds)
      if (held[id] === undefined) tokens.held.push(competencies.add(id), proven[id] ?? 0);
  for (const promise of profile.upcoming)
    tokens.upcoming.push(
      competencies.add(promise.competencyId),
      (monthNumber(promise.month) << 2) | (promise.level - 1),
      programmes.add(promise.from),
    );
  for (const id of Object.keys(profile.families)) {
    const members = profile.families[id] ?? [];
    if (members.length === 0) continue;
    tokens.families.push(families.add(id), members.length);
    for (const member of members) tokens.families.push(competencies.add(member));
  }
  for (const word of profile.words) tokens.words.push(words.add(word));
  return tokens;
}

/** What a query names, in numbers. */
export interface NamedTokens {
  competencies: ReadonlySet<number>;
  families: ReadonlySet<number>;
}

/** The parts of a profile that the verdicts of a query read: a tenth of it, so that pages stay cheap. */
export function profilePartsOf(
  tokens: ProfileTokens,
  named: NamedTokens,
  { competencies, families, programmes }: Vocabularies,
) {
  const held: Record<string, Level> = {};
  const proven: Record<string, Level> = {};
  const upcoming: CandidateProfile["upcoming"] = [];
  const members: Record<string, string[]> = {};
  for (let at = 0; at < tokens.held.length; at += 2) {
    const token = tokens.held[at] as number;
    if (!named.competencies.has(token)) continue;
    const id = competencies.nameOf(token);
    const levels = tokens.held[at + 1] as number;
    if (levels >> 3) held[id] = (levels >> 3) as Level;
    if (levels & 7) proven[id] = (levels & 7) as Level;
  }
  for (let at = 0; at < tokens.upcoming.length; at += 3) {
    const token = tokens.upcoming[at] as number;
    if (!named.competencies.has(token)) continue;
    const promise = tokens.upcoming[at + 1] as number;
    upcoming.push({
      competencyId: competencies.nameOf(token),
      level: ((promise & 3) + 1) as Level,
      month: monthFromIndex(promise >> 2),
      from: programmes.nameOf(tokens.upcoming[at + 2] as number),
    });
  }
  for (let at = 0; at < tokens.families.length; at += 2 + (tokens.families[at + 1] as number)) {
    const family = tokens.families[at] as number;
    if (!named.families.has(family)) continue;
    const acquired = tokens.families.slice(at + 2, at + 2 + (tokens.families[at + 1] as number));
    members[families.nameOf(family)] = acquired.map((id) => competencies.nameOf(id));
  }
  return { held, proven, upcoming, families: members };
}

/** The kinds of tokens people are listed under. */
export const HELD = 0;
export const UPCOMING = 1;
export const FAMILY = 2;
export const WORD = 3;
export type Kind = typeof HELD | typeof UPCOMING | typeof FAMILY | typeof WORD;

/** Family posting of somebody with several competencies there; with one, that competency + 1. */
export const SEVERAL = 0;

/** Every posting of a profile: kind, token, six low bits of the key, number beside it. No posting comes twice. */
export function eachPosting(
  { held, upcoming, families, words }: ProfileTokens,
  visit: (kind: Kind, token: number, low: number, info: number) => void,
): void {
  for (let at = 0; at < held.length; at += 2) visit(HELD, held[at] as number, held[at + 1] as number, 0);
  for (let at = 0; at < upcoming.length; at += 3) {
    let seen = false;
    for (let before = 0; before < at && !seen; before += 3)
      seen = upcoming[before] === upcoming[at] && upcoming[before + 1] === upcoming[at + 1];
    if (!seen) visit(UPCOMING, upcoming[at] as number, 0, upcoming[at + 1] as number);
  }
  for (let at = 0; at < families.length; ) {
    const family = families[at] as number;
    const end = at + 2 + (families[at + 1] as number);
    const first = families[at + 2] as number;
    let info = first + 1;
    for (at += 3; at < end; at++) if (families[at] !== first) info = SEVERAL;
    visit(FAMILY, family, 0, info);
  }
  for (let at = 0; at < words.length; at++)
    if (words.indexOf(words[at] as number) === at) visit(WORD, words[at] as number, 0, 0);
}

/** Writes tokens as variable-length integers, in a buffer that grows as needed and is reused. */
export class TokenWriter {
  bytes = new Uint8Array(4096);
  length = 0;

  write(tokens: ProfileTokens): void {
    this.length = 0;
    this.#number(tokens.held.length >> 1);
    for (let at = 0; at < tokens.held.length; at += 2)
      this.#number((tokens.held[at] as number) * 2 ** LOW_BITS + (tokens.held[at + 1] as number));
    this.#list(tokens.upcoming);
    this.#list(tokens.families);
    this.#list(tokens.words);
  }

  #list(numbers: readonly number[]): void {
    this.#number(numbers.length);
    for (const number of numbers) this.#number(number);
  }

  #number(value: number): void {
    if (this.length + 8 > this.bytes.length) {
      const grown = new Uint8Array(this.bytes.length * 2);
      grown.set(this.bytes);
      this.bytes = grown;
    }
    let left = value;
    // Beyond 31 bits, shifts would lose the top.
    while (left > 0x7fff_ffff) {
      this.bytes[this.length++] = (left % 128) | 128;
      left = Math.floor(left / 128);
    }
    while (left >= 128) {
      this.bytes[this.length++] = (left & 127) | 128;
      left >>= 7;
    }
    this.bytes[this.length++] = left;
  }
}

/** Reads what `TokenWriter` wrote. */
export function readTokens(bytes: Uint8Array): ProfileTokens {
  let at = 0;
  const number = () => {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = bytes[at++];
      if (byte === undefined) throw new RangeError("A record of the search index ends too early");
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  };
  const list = () => {
    const numbers: number[] = [];
    for (let left = number(); left > 0; left--) numbers.push(number());
    return numbers;
  };
  const held: number[] = [];
  for (let left = number(); left > 0; left--) {
    const packed = number();
    held.push(Math.floor(packed / 2 ** LOW_BITS), packed % 2 ** LOW_BITS);
  }
  return { held, upcoming: list(), families: list(), words: list() };
}
