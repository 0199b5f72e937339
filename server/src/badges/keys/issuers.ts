import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { Accounts } from "../../accounts/index.ts";
import { insertAggregate } from "../../platform/database/aggregate.ts";
import type { Kernel } from "../../platform/kernel.ts";
import { factId } from "../../portfolio/index.ts";
import { addressesUnder, idOrigin, issuerDid } from "../public/addresses.ts";
import type { IssuerDocument, IssuerModel, StoredKey } from "./issuers.store.ts";
import { makeEd25519, makeRsa } from "./make-keys.ts";
import type { SecretBox } from "./secret-box.ts";

/** The Région signs as one, whichever of its organisations a steward belongs to. */
export const REGION = "region";

/** What one signature needs; secrets leave the box for the worker only. */
export interface SigningKeys {
  did: string;
  ed25519: { id: string; publicKeyMultibase: string; secretKeyMultibase: string };
  rsa: { id: string; privateKeyPem: string };
}

export interface Issuers {
  /** The one that signs for an organisation, made when it first signs. */
  forOrganisation(organisationId: string): Promise<IssuerDocument>;
  region(): Promise<IssuerDocument>;
  read(id: string): Promise<IssuerDocument | null>;
  bySlug(slug: string): Promise<IssuerDocument | null>;
  byDid(did: string): Promise<IssuerDocument | null>;
  signingKeys(issuer: IssuerDocument): SigningKeys;
  all(): Promise<IssuerDocument[]>;
  /** Every origin that ids were ever made under, today's first. */
  origins(): Promise<readonly string[]>;
}

function slugOf(name: string, id: string): string {
  const words = name
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 40);
  const tail = factId("i", id)
    .slice(2, 8)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "x");
  return id === REGION ? REGION : `${words || "organisme"}-${tail}`;
}

export function createIssuers(
  kernel: Kernel,
  issuers: IssuerModel,
  box: SecretBox,
  accounts: Pick<Accounts, "organisation" | "regionName">,
): Issuers {
  const today = idOrigin(kernel.settings.publicUrl);
  const find = (id: string) => issuers.findById(id).lean<IssuerDocument>();

  async function make(id: string, name: string): Promise<IssuerDocument> {
    const slug = slugOf(name, id);
    const did = issuerDid(today, slug);
    const now = kernel.clock.now();
    const rsaId = addressesUnder(today).v2.key(slug, 0);
    const [ed25519, rsa] = await Promise.all([makeEd25519(did, box, now), makeRsa(rsaId, box, now)]);
    await insertAggregate(issuers, {
      _id: id,
      name,
      slug,
      origin: today,
      did,
      ed25519: [ed25519],
      rsa: [rsa],
    });
    // Two at once: the keys of whoever wrote first are the keys.
    const made = await find(id);
    if (!made) throw new Error(`the issuer ${id} was not kept`);
    return made;
  }

  const newest = (keys: readonly StoredKey[]): StoredKey => {
    const key = keys.at(-1);
    if (!key) throw new Error("an issuer has no key");
    return key;
  };

  const region = async () => (await find(REGION)) ?? make(REGION, (await accounts.regionName()) ?? "Région");

  return {
    region,
    async forOrganisation(organisationId) {
      const organisation = await accounts.organisation(organisationId);
      if (!organisation) throw new DomainError("not_found");
      if (organisation.kind === "region") return region();
      return (await find(organisationId)) ?? make(organisationId, organisation.name);
    },
    read: (id) => find(id),
    bySlug: (slug) => issuers.findOne({ slug }).lean<IssuerDocument>(),
    byDid: (did) => issuers.findOne({ did }).lean<IssuerDocument>(),
    signingKeys(issuer) {
      const [ed25519, rsa] = [newest(issuer.ed25519), newest(issuer.rsa)];
      return {
        did: issuer.did,
        ed25519: {
          id: ed25519.id,
          publicKeyMultibase: ed25519.publicKey,
          secretKeyMultibase: box.open(ed25519.secret, ed25519.id),
        },
        rsa: { id: rsa.id, privateKeyPem: box.open(rsa.secret, rsa.id) },
      };
    },
    all: () => issuers.find().sort({ _id: 1 }).lean<IssuerDocument[]>().exec(),
    async origins() {
      const known = await issuers.distinct("origin");
      return [today, ...known.filter((origin) => origin !== today)];
    },
  };
}
