import type { Level } from "@acquis/shared/platform/primitives.schema.ts";
import type { CompetencyKind } from "@acquis/shared/referential/referential.schema.ts";
import { type Connection, type Model, Schema } from "mongoose";

/** Where a fact comes from: the product's own referential, or France Travail's. */
export type Source = "starter" | "rome";

/**
 * An item of the referential. ROME's items have their `code_ogr` as id, except those that a starter item
 * names: they live in it. Nothing is ever deleted, for portfolios name it: what left ROME is `retired`.
 */
export interface CompetencyDocument {
  _id: string;
  label: string;
  labelEn: string | null;
  kind: CompetencyKind;
  familyId: string | null;
  romeOgr: string | null;
  /** ROME's own words and kind, when ROME has the item. */
  romeLabel: string | null;
  romeKind: CompetencyKind | null;
  retired: boolean;
  /** Hash of what each source says; null when it says nothing. */
  starterHash: string | null;
  romeHash: string | null;
}

export interface TitleDocument {
  label: string;
  romeOgr: string | null;
}

export interface LinkDocument {
  competencyId: string;
  level: Level;
  core: boolean;
  source: Source;
}

/** An occupation, by ROME code. Titles and links of both sources live side by side. */
export interface OccupationDocument {
  _id: string;
  label: string;
  labelEn: string | null;
  definition: string | null;
  parentCode: string | null;
  inTension: boolean;
  titles: TitleDocument[];
  links: LinkDocument[];
  romeLabel: string | null;
  retired: boolean;
  starterHash: string | null;
  romeHash: string | null;
}

/** One small document that changes with every change of the rest: other processes watch it. */
export interface VersionDocument {
  _id: string;
  stamp: string;
  /** Fingerprint of the starter referential planted. */
  starter: string | null;
  /** Edition of ROME held, `460`. */
  romeVersion: number | null;
  /** An import began to write, and has not said that it is done. */
  importing?: boolean;
}

export const VERSION_ID = "referential";

export interface ReferentialStore {
  competencies: Model<CompetencyDocument>;
  occupations: Model<OccupationDocument>;
  versions: Model<VersionDocument>;
}

const text = { type: String, required: true } as const;
const textOrNull = { type: String, default: null } as const;
const flag = { type: Boolean, default: false } as const;

const competencySchema = new Schema<CompetencyDocument>(
  {
    _id: text,
    label: text,
    labelEn: textOrNull,
    kind: { type: String, enum: ["skill", "transversal", "knowledge", "family"], required: true },
    familyId: textOrNull,
    romeOgr: textOrNull,
    romeLabel: textOrNull,
    romeKind: textOrNull,
    retired: flag,
    starterHash: textOrNull,
    romeHash: textOrNull,
  },
  { collection: "competencies", versionKey: false },
);

const titleSchema = new Schema<TitleDocument>({ label: text, romeOgr: textOrNull }, { _id: false });
const linkSchema = new Schema<LinkDocument>(
  {
    competencyId: text,
    level: { type: Number, enum: [1, 2, 3, 4], required: true },
    core: flag,
    source: { type: String, enum: ["starter", "rome"], required: true },
  },
  { _id: false },
);

const occupationSchema = new Schema<OccupationDocument>(
  {
    _id: text,
    label: text,
    labelEn: textOrNull,
    definition: textOrNull,
    parentCode: textOrNull,
    inTension: flag,
    titles: [titleSchema],
    links: [linkSchema],
    romeLabel: textOrNull,
    retired: flag,
    starterHash: textOrNull,
    romeHash: textOrNull,
  },
  { collection: "occupations", versionKey: false },
);

const versionSchema = new Schema<VersionDocument>(
  {
    _id: text,
    stamp: text,
    starter: textOrNull,
    romeVersion: { type: Number, default: null },
    importing: Boolean,
  },
  { collection: "referentialversions", versionKey: false },
);

export function createReferentialStore(db: Connection): ReferentialStore {
  return {
    competencies: db.model<CompetencyDocument>("Competency", competencySchema),
    occupations: db.model<OccupationDocument>("Occupation", occupationSchema),
    versions: db.model<VersionDocument>("ReferentialVersion", versionSchema),
  };
}

const BATCH = 5000;

/** Everything held. Read without Mongoose's documents: 35,000 plain objects. */
export async function readEverything(store: ReferentialStore): Promise<{
  competencies: CompetencyDocument[];
  occupations: OccupationDocument[];
  version: VersionDocument | null;
}> {
  // The version first: what changes meanwhile has a later stamp, and is read again.
  const version = await store.versions.findById(VERSION_ID).lean<VersionDocument>();
  const competencies = await store.competencies.find().batchSize(BATCH).lean<CompetencyDocument[]>();
  const occupations = await store.occupations.find().batchSize(BATCH).lean<OccupationDocument[]>();
  return { competencies, occupations, version };
}

/** Tells every process that something changed. */
export async function stampVersion(
  store: ReferentialStore,
  change: Partial<Omit<VersionDocument, "_id">>,
): Promise<void> {
  await store.versions.updateOne({ _id: VERSION_ID }, { $set: change }, { upsert: true });
}
