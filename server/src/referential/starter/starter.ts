import type { Competency } from "@acquis/shared/referential/referential.schema.ts";
import { buildingServices } from "./building-services.ts";
import { buildingShell } from "./building-shell.ts";
import { care } from "./care.ts";
import { cleaning } from "./cleaning.ts";
import { common } from "./common.ts";
import { digital } from "./digital.ts";
import { farming } from "./farming.ts";
import { flax } from "./flax.ts";
import { hospitality } from "./hospitality.ts";
import { industry } from "./industry.ts";
import { logistics } from "./logistics.ts";
import { metal } from "./metal.ts";
import { sea } from "./sea.ts";
import { shopOffice } from "./shop-office.ts";
import type { StarterOccupation, StarterSector } from "./starter.types.ts";
import { transversal } from "./transversal.ts";

const sectors: readonly StarterSector[] = [
  transversal,
  common,
  care,
  hospitality,
  cleaning,
  buildingShell,
  buildingServices,
  metal,
  industry,
  logistics,
  shopOffice,
  digital,
  farming,
  flax,
  sea,
];

/** Families and competencies of the starter referential, each family before its own. */
export const starterCompetencies: readonly Competency[] = sectors.flatMap((sector) =>
  sector.families.flatMap((family): Competency[] => [
    {
      id: family.id,
      label: family.label,
      labelEn: family.labelEn,
      kind: "family",
      familyId: null,
      romeOgr: family.romeOgr ?? null,
    },
    ...family.competencies.map(
      ([id, label, labelEn, romeOgr]): Competency => ({
        id,
        label,
        labelEn,
        kind: family.transversal ? "transversal" : "skill",
        familyId: family.id,
        romeOgr: romeOgr ?? null,
      }),
    ),
  ]),
);

/** Occupations in tension in Normandie, with what they ask. */
export const starterOccupations: readonly StarterOccupation[] = sectors.flatMap(
  (sector) => sector.occupations,
);

/** The four families of the meta-badges of the Région. */
export const transversalFamilies: readonly string[] = transversal.families.map((family) => family.id);
