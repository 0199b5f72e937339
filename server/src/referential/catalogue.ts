import type { SuggestItem } from "@acquis/search-config/referential/suggestion.rules.ts";
import type {
  CompetencyRef,
  Occupation,
  OccupationSheet,
} from "@acquis/shared/referential/referential.schema.ts";
import { wordsOf } from "@acquis/shared/referential/text.rules.ts";
import type { CompetencyDocument, LinkDocument, OccupationDocument } from "./referential.store.ts";

export interface ReferentialCounts {
  occupations: number;
  parentOccupations: number;
  titles: number;
  competencies: number;
  families: number;
  knowledge: number;
  links: number;
}

/** The referential in memory, as it was when it was read: labels, families, what each occupation asks. */
export class Catalogue {
  readonly #competencies = new Map<string, CompetencyRef>();
  readonly #retired = new Set<string>();
  readonly #occupations = new Map<string, OccupationDocument>();
  readonly #favoured = new Set<string>();
  readonly #romeLabels = new Map<string, string>();
  /** As they are shown, made the first time: every result of a search names a few. */
  readonly #presented = new Map<string, Occupation>();
  #listed: Occupation[] | null = null;
  #tradeWords: Set<string> | null = null;
  readonly held: ReferentialCounts;
  readonly rome: ReferentialCounts;

  constructor(competencies: readonly CompetencyDocument[], occupations: readonly OccupationDocument[]) {
    const byId = new Map(competencies.map((one) => [one._id, one]));
    for (const one of competencies) {
      const { _id: id, label, labelEn, kind, familyId, romeOgr } = one;
      const family = familyId === null ? undefined : byId.get(familyId);
      const familyLabel = family?.label ?? null;
      const familyLabelEn = family?.labelEn ?? null;
      this.#competencies.set(id, {
        id,
        label,
        labelEn,
        kind,
        familyId,
        romeOgr,
        familyLabel,
        familyLabelEn,
      });
      if (one.retired) this.#retired.add(id);
      if (one.starterHash !== null) this.#favoured.add(id);
      if (one.romeLabel !== null && one.romeLabel !== label) this.#romeLabels.set(id, one.romeLabel);
    }
    for (const one of occupations) this.#occupations.set(one._id, one);
    this.held = count(
      competencies.filter((one) => !one.retired).map((one) => one.kind),
      occupations.filter((one) => !one.retired),
      (links) => new Set(links.map((one) => one.competencyId)).size,
      (titles) => titles.length,
    );
    this.rome = count(
      competencies.flatMap((one) => (one.retired || one.romeHash === null ? [] : (one.romeKind ?? []))),
      occupations.filter((one) => !one.retired && one.romeHash !== null),
      (links) => links.filter((one) => one.source === "rome" && !this.#retired.has(one.competencyId)).length,
      (titles) => titles.filter((one) => one.romeOgr !== null).length,
    );
  }

  competency(id: string): CompetencyRef | undefined {
    return this.#competencies.get(id);
  }

  /** An id that may be newly used: known, not retired, and no family. */
  isUsable(id: string): boolean {
    const found = this.#competencies.get(id);
    return found !== undefined && found.kind !== "family" && !this.#retired.has(id);
  }

  competenciesOf(familyIds: readonly string[]): CompetencyRef[] {
    const wanted = new Set(familyIds);
    return [...this.#competencies.values()].filter(
      (one) => one.familyId !== null && wanted.has(one.familyId) && this.isUsable(one.id),
    );
  }

  occupation(code: string): Occupation | undefined {
    const known = this.#presented.get(code);
    if (known) return known;
    const found = this.#occupations.get(code);
    if (!found) return undefined;
    const presented = present(found);
    this.#presented.set(code, presented);
    return presented;
  }

  isUsableOccupation(code: string): boolean {
    return this.#occupations.get(code)?.retired === false;
  }

  /** Whether a folded word is of the label or a title of some occupation. */
  isTradeWord(word: string): boolean {
    this.#tradeWords ??= new Set(
      [...this.#occupations.values()].flatMap((one) => [one.label, ...titlesOf(one)].flatMap(wordsOf)),
    );
    return this.#tradeWords.has(word);
  }

  /** Those in tension first, then by label. */
  allOccupations(): readonly Occupation[] {
    this.#listed ??= [...this.#occupations.values()]
      .filter((one) => !one.retired)
      .map(present)
      .sort(inOrder);
    return this.#listed;
  }

  /** What makes the trade first, know-how before knowledge; a child occupation has its parent's ROME links too. */
  sheet(code: string): OccupationSheet | undefined {
    const found = this.#occupations.get(code);
    if (!found) return undefined;
    const parent = found.parentCode === null ? undefined : this.#occupations.get(found.parentCode);
    const hasOwn = found.links.some((one) => one.source === "rome");
    const ours = found.links.filter((one) => one.source === "starter");
    const theirs = (hasOwn ? found.links : (parent?.links ?? [])).filter((one) => one.source === "rome");
    const seen = new Set<string>();
    const competencies = [...ours, ...theirs].flatMap((link) => {
      const competency = this.#competencies.get(link.competencyId);
      if (!competency || seen.has(competency.id) || !this.isUsable(competency.id)) return [];
      seen.add(competency.id);
      const rank = (link.source === "starter" ? 0 : 2) + (link.core ? 0 : 1);
      const order = rank * 2 + (competency.kind === "knowledge" ? 1 : 0);
      return [{ order, asked: { ...competency, level: link.level, core: link.core } }];
    });
    competencies.sort((one, other) => one.order - other.order);
    return { ...present(found), competencies: competencies.map((one) => one.asked) };
  }

  /** What people find while typing. */
  suggestItems(): SuggestItem[] {
    const items: SuggestItem[] = [];
    for (const one of this.#competencies.values())
      if (this.isUsable(one.id))
        items.push({
          id: one.id,
          kind: "competency",
          label: one.label,
          labelEn: one.labelEn,
          titles: [this.#romeLabels.get(one.id) ?? []].flat(),
          favoured: this.#favoured.has(one.id),
          secondary: one.kind === "knowledge",
          familyId: one.familyId,
          familyLabel: one.familyLabel,
          familyLabelEn: one.familyLabelEn,
        });
    for (const one of this.#occupations.values())
      if (!one.retired)
        items.push({
          id: one._id,
          kind: "occupation",
          label: one.label,
          labelEn: one.labelEn,
          titles: titlesOf(one),
          favoured: one.inTension,
          secondary: false,
          familyId: null,
          familyLabel: null,
          familyLabelEn: null,
        });
    return items;
  }
}

const french = new Intl.Collator("fr");

function inOrder(one: Occupation, other: Occupation): number {
  return Number(other.inTension) - Number(one.inTension) || french.compare(one.label, other.label);
}

function titlesOf(one: OccupationDocument): string[] {
  const titles = new Set(one.titles.map((title) => title.label));
  if (one.romeLabel !== null) titles.add(one.romeLabel);
  titles.delete(one.label);
  return [...titles];
}

function present(one: OccupationDocument): Occupation {
  const { _id: code, label, labelEn, definition, parentCode, inTension } = one;
  return { code, label, labelEn, definition, parentCode, titles: titlesOf(one), inTension };
}

function count(
  kinds: readonly string[],
  occupations: readonly OccupationDocument[],
  links: (of: readonly LinkDocument[]) => number,
  titles: (of: OccupationDocument["titles"]) => number,
): ReferentialCounts {
  const knowledge = kinds.filter((kind) => kind === "knowledge").length;
  return {
    occupations: occupations.length,
    parentOccupations: occupations.filter((one) => one.parentCode === one._id).length,
    titles: occupations.reduce((sum, one) => sum + titles(one.titles), 0),
    competencies: kinds.length - knowledge,
    families: kinds.filter((kind) => kind === "family").length,
    knowledge,
    links: occupations.reduce((sum, one) => sum + links(one.links), 0),
  };
}
