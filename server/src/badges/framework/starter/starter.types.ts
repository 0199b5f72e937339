import type { MetaBadgeKind } from "@acquis/shared/badges/framework.schema.ts";
import type { Motif } from "@acquis/shared/badges/motifs.ts";

type Text = readonly [fr: string, en: string];

/** A meta-badge of the start: criteria by level, each something one can see somebody do. */
export interface StarterMetaBadge {
  id: string;
  kind: MetaBadgeKind;
  motif: Motif;
  name: Text;
  summary: Text;
  competencyIds: string[];
  levels: Record<number, Text[]>;
}
