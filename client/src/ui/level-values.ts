import type { Level } from "@acquis/shared/platform/primitives.schema.ts";

export type LevelValue = Level;

/** 1 notion, 2 with help, 3 autonomous, 4 teaches it. Written here so that screens need no schema. */
export const LEVEL_VALUES: readonly Level[] = [1, 2, 3, 4];
