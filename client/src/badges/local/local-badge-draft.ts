import type {
  LocalBadge,
  LocalBadgeInput,
  LocalCriterion,
} from "@acquis/shared/badges/local-badge.schema.ts";
import type { Motif } from "@acquis/shared/badges/motifs.ts";
import type { Level } from "@acquis/shared/platform/primitives.schema.ts";

/** Written here so that screens need no schema (local-badge.schema.ts refuses more). */
export const MAX_CRITERIA = 12;
export const MAX_ALIGNMENTS = 16;
export const MAX_IMAGE_BYTES = 1024 * 1024;

export interface DraftAlignment {
  metaBadgeId: string;
  level: Level;
  criterionId: string | null;
}

/** A badge being described. */
export interface LocalBadgeDraft {
  id: string;
  name: string;
  description: string;
  criteria: LocalCriterion[];
  alignments: DraftAlignment[];
  /** A drawing of ours; null keeps the image that was sent. */
  motif: Motif | null;
  /** An image of its own, sent once the rest is kept. */
  picture: File | null;
  revision: number;
}

export function emptyBadge(newId: () => string): LocalBadgeDraft {
  return {
    id: newId(),
    name: "",
    description: "",
    criteria: [{ id: newId(), text: "" }],
    alignments: [],
    motif: "star",
    picture: null,
    revision: 0,
  };
}

/** What to change; alignments that lead elsewhere than to our framework are not for this form. */
export function draftOf(badge: LocalBadge): LocalBadgeDraft {
  const { id, name, description, criteria, image, revision } = badge;
  return {
    id,
    name,
    description,
    criteria: criteria.map((one) => ({ ...one })),
    alignments: badge.alignments.flatMap(({ metaBadgeId, level, criterionId }) =>
      metaBadgeId && level ? [{ metaBadgeId, level, criterionId }] : [],
    ),
    motif: image ? image.motif : "star",
    picture: null,
    revision,
  };
}

export function inputOf(draft: LocalBadgeDraft): LocalBadgeInput {
  const { id, name, description, criteria, alignments, motif, picture, revision } = draft;
  return {
    id,
    revision,
    name: name.trim(),
    description: description.trim(),
    criteria: criteria.map((one) => ({ id: one.id, text: one.text.trim() })),
    alignments,
    // The image that is about to be sent takes the place of any drawing.
    image: motif && !picture ? { kind: "motif", motif } : { kind: "kept" },
  };
}

/** Paths that stop a badge from being kept. */
export function missingIn(draft: LocalBadgeDraft): Set<string> {
  const missing = new Set<string>();
  if (!draft.name.trim()) missing.add("name");
  if (!draft.description.trim()) missing.add("description");
  draft.criteria.forEach(({ text }, index) => {
    if (!text.trim()) missing.add(`criteria.${index}.text`);
  });
  return missing;
}

/** Why a file cannot be the image of a badge; null when it can. */
export function pictureProblem(file: Pick<File, "type" | "size">): "notPng" | "tooHeavy" | null {
  if (file.type !== "image/png") return "notPng";
  return file.size > MAX_IMAGE_BYTES ? "tooHeavy" : null;
}
