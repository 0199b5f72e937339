import { type Connection, type Model, Schema } from "mongoose";
import type { Aggregate } from "../../platform/database/aggregate.ts";

/** A key pair; `secret` is sealed (secret-box.ts) and never leaves the server. */
export interface StoredKey {
  /** The verification method (Ed25519), or the address of the key (RSA). */
  id: string;
  /** `z6Mk…` for Ed25519, PEM for RSA. */
  publicKey: string;
  secret: string;
  createdAt: Date;
}

/** One organisation that signs. Everything others may have noted (slug, origin, DID) is frozen when it is made. */
export interface IssuerDocument extends Aggregate {
  /** The organisation, or `region` for the Région whoever its stewards work for. */
  name: string;
  slug: string;
  origin: string;
  did: string;
  /** Oldest first: the last one signs, the others still verify. */
  ed25519: StoredKey[];
  rsa: StoredKey[];
}
export type IssuerModel = Model<IssuerDocument>;

export function createIssuerModel(db: Connection): IssuerModel {
  const schema = new Schema<IssuerDocument>(
    {
      _id: String,
      name: { type: String, required: true },
      slug: { type: String, required: true },
      origin: { type: String, required: true },
      did: { type: String, required: true },
      ed25519: [Object],
      rsa: [Object],
      revision: { type: Number, required: true },
      pendingEvents: { type: [Object], default: [] },
      deliverAt: Date,
    },
    { versionKey: false, minimize: false },
  );
  schema.index({ slug: 1 }, { unique: true });
  schema.index({ did: 1 });
  return db.model<IssuerDocument>("badgeIssuer", schema, "badgeIssuers");
}
