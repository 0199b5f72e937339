import type { CandidateProfile, CandidateQuery } from "@acquis/shared/candidates/candidate-profile.ts";
import { People } from "./people.ts";
import { keyOf, Postings } from "./postings.ts";
import {
  eachPosting,
  FAMILY,
  HELD,
  type Kind,
  type NamedTokens,
  type ProfileTokens,
  profilePartsOf,
  readTokens,
  TokenWriter,
  tokensOf,
  UPCOMING,
  WORD,
} from "./profile-tokens.ts";
import { RecordArena } from "./record-arena.ts";
import { createVocabularies, type Vocabularies } from "./vocabularies.ts";
import { WordLookup } from "./word-lookup.ts";

/** People, who has what, and enough of each profile to judge it again. One person changes at a time, whole. */
export class CandidateIndex {
  readonly names: Vocabularies = createVocabularies();
  readonly people = new People(this.names);
  readonly wordLookup = new WordLookup(this.names.words);
  readonly #records = new RecordArena();
  readonly #writer = new TokenWriter();
  readonly #lists: Record<Kind, (Postings | undefined)[]> = {
    [HELD]: [],
    [UPCOMING]: [],
    [FAMILY]: [],
    [WORD]: [],
  };

  list(kind: Kind, token: number): Postings | undefined {
    return this.#lists[kind][token];
  }

  put(profile: CandidateProfile): void {
    const tokens = tokensOf(profile, this.names);
    const known = this.people.find(profile.id);
    const slot = known < 0 ? this.people.take(profile.id) : known;
    if (known < 0) eachPosting(tokens, (kind, token, low, info) => this.#add(slot, kind, token, low, info));
    else this.#change(slot, readTokens(this.#records.read(slot)), tokens);
    this.people.write(slot, profile);
    this.#writer.write(tokens);
    this.#records.store(slot, this.#writer.bytes, this.#writer.length);
  }

  remove(id: string): void {
    const slot = this.people.find(id);
    if (slot < 0) return;
    eachPosting(readTokens(this.#records.read(slot)), (kind, token, low, info) =>
      this.#delete(slot, kind, token, low, info),
    );
    this.#records.drop(slot);
    this.people.release(id, slot);
  }

  /** What a query names, to read profiles by. */
  namedBy(query: CandidateQuery): NamedTokens {
    const { competencies, families } = this.names;
    return {
      competencies: new Set(
        [...query.essential, ...query.useful].map((asked) => competencies.find(asked.competencyId)),
      ),
      families: new Set(query.essential.map(({ familyId }) => (familyId ? families.find(familyId) : -1))),
    };
  }

  /** What the verdicts of a query need of a person; the rest of the profile is left empty. */
  profileOf(slot: number, named: NamedTokens): CandidateProfile {
    return {
      id: this.people.idOf(slot),
      ...profilePartsOf(readTokens(this.#records.read(slot)), named, this.names),
      place: this.people.placeOf(slot),
      availableFrom: null,
      contracts: [],
      occupations: [],
      words: [],
    };
  }

  /** Touches only the lists where the two differ: an attestation changes one or two of sixty. */
  #change(slot: number, before: ProfileTokens, after: ProfileTokens): void {
    const gone = new Map<string, [Kind, number, number, number]>();
    eachPosting(before, (...posting) => gone.set(posting.join(), posting));
    const added: [Kind, number, number, number][] = [];
    eachPosting(after, (...posting) => {
      if (!gone.delete(posting.join())) added.push(posting);
    });
    for (const posting of gone.values()) this.#delete(slot, ...posting);
    for (const posting of added) this.#add(slot, ...posting);
  }

  #add(slot: number, kind: Kind, token: number, low: number, info: number): void {
    const lists = this.#lists[kind];
    let list = lists[token];
    if (!list) {
      list = new Postings(kind === UPCOMING || kind === FAMILY);
      lists[token] = list;
    }
    list.add(keyOf(slot, low), info);
  }

  #delete(slot: number, kind: Kind, token: number, low: number, info: number): void {
    if (!this.#lists[kind][token]?.delete(keyOf(slot, low), info))
      throw new Error(`The search index lost a posting: ${kind} ${token} of slot ${slot}`);
  }
}
