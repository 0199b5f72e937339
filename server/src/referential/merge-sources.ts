import { createHash } from "node:crypto";
import type { Level } from "@acquis/shared/platform/primitives.schema.ts";
import type { Competency } from "@acquis/shared/referential/referential.schema.ts";
import type { CompetencyDocument, LinkDocument, OccupationDocument } from "./referential.store.ts";
import type { StarterOccupation } from "./starter/starter.types.ts";

/** What ROME says of an item, its family already by our id. */
export interface RomeCompetency {
  ogr: string;
  label: string;
  kind: "skill" | "transversal" | "knowledge" | "family";
  familyId: string | null;
}

/** What ROME says of an occupation; `links` is null when no file given speaks of this occupation's. */
export interface RomeOccupation {
  code: string;
  label: string;
  definition: string | null;
  parentCode: string | null;
  titles: { label: string; ogr: string }[];
  links: Omit<LinkDocument, "source">[] | null;
}

/** Short fingerprint of what a source says: equal when nothing changed. */
export function fingerprint(said: unknown): string {
  return createHash("sha1").update(JSON.stringify(said)).digest("base64url");
}

const bareCompetency = {
  labelEn: null,
  romeOgr: null,
  romeLabel: null,
  romeKind: null,
  retired: false,
  starterHash: null,
  romeHash: null,
};

const bareOccupation = {
  labelEn: null,
  definition: null,
  parentCode: null,
  inTension: false,
  titles: [],
  links: [],
  romeLabel: null,
  retired: false,
  starterHash: null,
  romeHash: null,
};

/** The starter's words win over ROME's; what ROME said stays. Null when nothing changes. */
export function withStarterCompetency(
  held: CompetencyDocument | undefined,
  starter: Competency,
): CompetencyDocument | null {
  const starterHash = fingerprint(starter);
  if (held?.starterHash === starterHash) return null;
  const { id, ...said } = starter;
  return { ...bareCompetency, ...held, ...said, _id: id, retired: false, starterHash };
}

export function withStarterOccupation(
  held: OccupationDocument | undefined,
  starter: StarterOccupation,
): OccupationDocument | null {
  const starterHash = fingerprint(starter);
  if (held?.starterHash === starterHash) return null;
  const link =
    (core: boolean) =>
    ([competencyId, level]: [string, Level]): LinkDocument => ({
      competencyId,
      level,
      core,
      source: "starter",
    });
  const { code, label, labelEn, definition, titles = [], core, also } = starter;
  return {
    ...bareOccupation,
    ...held,
    _id: code,
    label,
    labelEn,
    definition,
    inTension: true,
    retired: false,
    titles: [
      ...titles.map((title) => ({ label: title, romeOgr: null })),
      ...(held?.titles ?? []).filter((title) => title.romeOgr !== null),
    ],
    links: [
      ...Object.entries(core).map(link(true)),
      ...Object.entries(also).map(link(false)),
      ...(held?.links ?? []).filter((one) => one.source !== "starter"),
    ],
    starterHash,
  };
}

/** What ROME says goes into the item that names it, else into one of its own. Null when nothing changes. */
export function withRomeCompetency(
  id: string,
  held: CompetencyDocument | undefined,
  rome: RomeCompetency,
): CompetencyDocument | null {
  const romeHash = fingerprint(rome);
  if (held && held.romeHash === romeHash && !held.retired) return null;
  const said = { romeOgr: rome.ogr, romeLabel: rome.label, romeKind: rome.kind, romeHash, retired: false };
  if (held && held.starterHash !== null) return { ...held, ...said };
  return {
    ...bareCompetency,
    ...held,
    ...said,
    _id: id,
    label: rome.label,
    kind: rome.kind,
    familyId: rome.familyId,
  };
}

export function withRomeOccupation(
  held: OccupationDocument | undefined,
  rome: RomeOccupation,
): OccupationDocument | null {
  const romeLinks = (held?.links ?? []).filter((one) => one.source === "rome");
  const links: LinkDocument[] =
    rome.links === null ? romeLinks : rome.links.map((one) => ({ ...one, source: "rome" }));
  const ours = held !== undefined && held.starterHash !== null;
  const definition = ours ? null : rome.definition;
  const romeHash = fingerprint([rome.label, definition, rome.parentCode, rome.titles, links]);
  if (held && held.romeHash === romeHash && !held.retired) return null;
  return {
    ...bareOccupation,
    ...held,
    _id: rome.code,
    label: ours ? held.label : rome.label,
    definition: ours ? held.definition : rome.definition,
    parentCode: rome.parentCode,
    romeLabel: rome.label,
    retired: false,
    titles: [
      ...(held?.titles ?? []).filter((title) => title.romeOgr === null),
      ...rome.titles.map(({ label, ogr }) => ({ label, romeOgr: ogr })),
    ],
    links: [...(held?.links ?? []).filter((one) => one.source === "starter"), ...links],
    romeHash,
  };
}
