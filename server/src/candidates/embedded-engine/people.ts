import type { CandidateProfile } from "@acquis/shared/candidates/candidate-profile.ts";
import { UNKNOWN_STEP } from "@acquis/shared/candidates/distance.rules.ts";
import { hash32 } from "@acquis/shared/candidates/rotation.rules.ts";
import { CONTRACT_KINDS } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { MAX_SLOTS } from "./postings.ts";
import { dayNumber, type Vocabularies } from "./vocabularies.ts";

/** Day of somebody available already: before any day asked. */
export const NOW = -0x8000_0000;
/** Occupations kept in the column; the rare people with more keep the others in a map. */
export const OCCUPATIONS = 5;
/** Place of somebody who gave none. */
export const NO_PLACE = 0;

export function contractBits(kinds: readonly string[]): number {
  return kinds.reduce((bits, kind) => bits | (1 << CONTRACT_KINDS.indexOf(kind as never)), 0);
}

/** People by slot, one typed array per fact; places are few (communes), so facts about them are worked out once. */
export class People {
  capacity = 0;
  /** Slots given so far; freed ones included. */
  slots = 0;
  idHash = new Uint32Array(0);
  contracts = new Uint8Array(0);
  availableFrom = new Int32Array(0);
  place = new Uint32Array(0);
  /** `OCCUPATIONS` per slot: number + 1, then zeros. */
  occupations = new Uint16Array(0);
  readonly moreOccupations = new Map<number, number[]>();
  readonly places: { lat: number; lng: number; area: number }[] = [
    { lat: Number.NaN, lng: Number.NaN, area: -1 },
  ];
  /** Numbers of the places at a latitude: few share one. */
  readonly #placesAt = new Map<number, number[]>();
  readonly #slotOf = new Map<string, number>();
  readonly #ids: (string | null)[] = [];
  readonly #free: number[] = [];
  readonly #names: Vocabularies;

  constructor(names: Vocabularies) {
    this.#names = names;
  }

  get count(): number {
    return this.#slotOf.size;
  }

  find(id: string): number {
    return this.#slotOf.get(id) ?? -1;
  }

  idOf(slot: number): string {
    const id = this.#ids[slot];
    if (typeof id !== "string") throw new RangeError(`Nobody at slot ${slot}`);
    return id;
  }

  take(id: string): number {
    const slot = this.#free.pop() ?? this.slots++;
    if (slot >= MAX_SLOTS) throw new RangeError("The search index is full");
    if (slot >= this.capacity) this.#grow();
    this.#slotOf.set(id, slot);
    this.#ids[slot] = id;
    this.idHash[slot] = hash32(id);
    return slot;
  }

  release(id: string, slot: number): void {
    this.#slotOf.delete(id);
    this.#ids[slot] = null;
    this.moreOccupations.delete(slot);
    this.#free.push(slot);
  }

  write(slot: number, profile: CandidateProfile): void {
    this.contracts[slot] = contractBits(profile.contracts);
    this.availableFrom[slot] = profile.availableFrom === null ? NOW : dayNumber(profile.availableFrom);
    this.place[slot] = this.#placeNumber(profile.place);
    const codes: number[] = [];
    for (const occupation of profile.occupations) {
      const code = this.#names.occupations.add(occupation) + 1;
      if (!codes.includes(code)) codes.push(code);
    }
    if (this.#names.occupations.size > 0xffff) throw new RangeError("Too many occupations");
    const base = slot * OCCUPATIONS;
    for (let at = 0; at < OCCUPATIONS; at++) this.occupations[base + at] = codes[at] ?? 0;
    if (codes.length > OCCUPATIONS) this.moreOccupations.set(slot, codes.slice(OCCUPATIONS));
    else this.moreOccupations.delete(slot);
  }

  /** Place of a slot as profiles have it. */
  placeOf(slot: number): CandidateProfile["place"] {
    const place = this.places[this.place[slot] as number];
    if (!place || place.area < 0) return null;
    return { lat: place.lat, lng: place.lng, area: this.#names.areas.nameOf(place.area) };
  }

  #placeNumber(place: CandidateProfile["place"]): number {
    if (!place) return NO_PLACE;
    const area = this.#names.areas.add(place.area);
    let here = this.#placesAt.get(place.lat);
    if (!here) {
      here = [];
      this.#placesAt.set(place.lat, here);
    }
    for (const number of here) {
      const known = this.places[number];
      if (known && known.lng === place.lng && known.area === area) return number;
    }
    const number = this.places.push({ lat: place.lat, lng: place.lng, area }) - 1;
    here.push(number);
    return number;
  }

  #grow(): void {
    this.capacity = Math.max(1024, Math.ceil(this.slots * 1.25));
    const grown = <T extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(made: T, old: T): T => {
      made.set(old);
      return made;
    };
    this.idHash = grown(new Uint32Array(this.capacity), this.idHash);
    this.contracts = grown(new Uint8Array(this.capacity), this.contracts);
    this.availableFrom = grown(new Int32Array(this.capacity), this.availableFrom);
    this.place = grown(new Uint32Array(this.capacity), this.place);
    this.occupations = grown(new Uint16Array(this.capacity * OCCUPATIONS), this.occupations);
  }
}

/** Step kept in a byte-sized bucket range: the far side of the Earth is step 2001, then comes unknown. */
export const STEP_BUCKETS = 2003;
export function stepBucket(step: number): number {
  return step === UNKNOWN_STEP ? STEP_BUCKETS - 1 : step;
}
