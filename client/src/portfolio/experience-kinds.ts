import type { ExperienceKind } from "@acquis/shared/portfolio/portfolio.schema.ts";
import type { IconName } from "../ui/icon.tsx";

/** The drawing of each kind of experience; its keys are the kinds, in the order of the form. */
export const kindIcons: Record<ExperienceKind, IconName> = {
  work: "offer",
  association: "people",
  personal: "home",
  training: "book",
};

export const KINDS: readonly ExperienceKind[] = ["work", "association", "personal", "training"];
