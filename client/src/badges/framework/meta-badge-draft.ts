import type {
  Bilingual,
  MetaBadge,
  MetaBadgeContent,
  MetaBadgeDraftInput,
  MetaBadgeKind,
  MetaCriterion,
  MetaLevel,
} from "@acquis/shared/badges/framework.schema.ts";
import type { Motif } from "@acquis/shared/badges/motifs.ts";
import { LEVEL_VALUES } from "../../ui/level-values.ts";

/** Written here so that screens need no schema (framework.schema.ts refuses more). */
export const MAX_CRITERIA = 8;
export const MAX_COMPETENCIES = 12;
export const KINDS: readonly MetaBadgeKind[] = ["transversal", "technical", "digital"];

export interface DraftCompetency {
  id: string;
  label: string;
  labelEn?: string | null;
}

/** A meta-badge being written; `id` is null until its name gives it one. */
export interface MetaBadgeDraft {
  id: string | null;
  name: Bilingual;
  summary: Bilingual;
  kind: MetaBadgeKind;
  motif: Motif;
  levels: MetaLevel[];
  competencies: DraftCompetency[];
  revision: number;
}

export const emptyCriterion = (id: string): MetaCriterion => ({ id, text: { fr: "", en: "" } });

export function emptyDraft(newId: () => string): MetaBadgeDraft {
  return {
    id: null,
    name: { fr: "", en: "" },
    summary: { fr: "", en: "" },
    kind: "technical",
    motif: "star",
    levels: [{ level: 2, criteria: [emptyCriterion(newId())] }],
    competencies: [],
    revision: 0,
  };
}

/** What its next version starts from: the draft, else the last version. */
export function contentToWrite(
  metaBadge: Pick<MetaBadge, "draft" | "versions">,
): MetaBadgeContent | undefined {
  return metaBadge.draft ?? metaBadge.versions.at(-1);
}

/** What to write on: labels come from `metaBadge`, a competency it does not name keeps its id. */
export function draftOf(metaBadge: MetaBadge): MetaBadgeDraft | null {
  const content = contentToWrite(metaBadge);
  if (!content) return null;
  const { name, summary, kind, motif, levels, competencyIds } = content;
  const known = new Map(metaBadge.competencies.map((one) => [one.id, one]));
  const competencies = competencyIds.map((id) => known.get(id) ?? { id, label: id });
  return { id: metaBadge.id, name, summary, kind, motif, levels, competencies, revision: metaBadge.revision };
}

const trimmed = ({ fr, en }: Bilingual): Bilingual => ({ fr: fr.trim(), en: en.trim() });

/** An address that says what it is, made once from the French name; `salt` keeps two of one name apart. */
export function addressFrom(name: string, salt: string): string {
  const slug = name
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 40);
  return slug ? `${slug}-${salt}` : `badge-${salt}`;
}

export function inputOf(draft: MetaBadgeDraft, id: string): MetaBadgeDraftInput {
  return {
    id,
    revision: draft.revision,
    content: {
      name: trimmed(draft.name),
      summary: trimmed(draft.summary),
      kind: draft.kind,
      motif: draft.motif,
      levels: draft.levels.map(({ level, criteria }) => ({
        level,
        criteria: criteria.map((one) => ({ id: one.id, text: trimmed(one.text) })),
      })),
      competencyIds: draft.competencies.map((one) => one.id),
    },
  };
}

/** Paths of `content` that stop a draft from being kept. */
export function missingIn(draft: MetaBadgeDraft): Set<string> {
  const missing = new Set<string>();
  const check = (path: string, text: Bilingual) => {
    if (!text.fr.trim()) missing.add(`${path}.fr`);
    if (!text.en.trim()) missing.add(`${path}.en`);
  };
  check("name", draft.name);
  check("summary", draft.summary);
  if (draft.levels.length === 0) missing.add("levels");
  draft.levels.forEach(({ criteria }, at) => {
    criteria.forEach(({ text }, index) => {
      check(`levels.${at}.criteria.${index}.text`, text);
    });
  });
  if (draft.competencies.length === 0) missing.add("competencyIds");
  return missing;
}

/** Adds a level where it belongs, lowest first. */
export function withLevel(levels: readonly MetaLevel[], added: MetaLevel): MetaLevel[] {
  return [...levels, added].sort((a, b) => a.level - b.level);
}

export const levelsLeft = (levels: readonly MetaLevel[]) =>
  LEVEL_VALUES.filter((level) => !levels.some((one) => one.level === level));
