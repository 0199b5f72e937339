/// <reference path="../validator/libraries.d.ts" />
import { createCredential, createList } from "@digitalbazaar/vc-bitstring-status-list";
import type { Clock } from "../../platform/clock.ts";
import { instant, profileOf } from "../issuing/credential.ts";
import type { Signer } from "../issuing/signer.ts";
import { LIST_BITS, type StatusEntries } from "../issuing/status-entries.ts";
import type { IssuerDocument } from "../keys/issuers.store.ts";
import type { Issuers } from "../keys/issuers.ts";
import type { JsonObject } from "../validator/json.ts";
import { addressesUnder } from "./addresses.ts";

/** How long others may keep a list before asking again. */
export const LIST_SECONDS = 60;

/** A list made just now must be in force for whoever began to verify before, or whose clock is late. */
const CLOCKS_DIFFER_MS = 5 * 60_000;

export interface StatusLists {
  read(issuer: IssuerDocument, list: number): Promise<JsonObject | null>;
}

/** Bitstring lists, signed again as soon as an entry changes; the signed one is kept until then. */
export function createStatusLists(
  entries: StatusEntries,
  issuers: Issuers,
  signer: Signer,
  clock: Clock,
): StatusLists {
  const signed = new Map<string, { of: string; list: Promise<JsonObject> }>();

  async function sign(issuer: IssuerDocument, number: number, revoked: number[]): Promise<JsonObject> {
    const list = await createList({ length: LIST_BITS });
    for (const index of revoked) list.setStatus(index, true);
    const id = addressesUnder(issuer.origin).status(issuer.slug, number);
    const unsigned = (await createCredential({ id, list, statusPurpose: "revocation" })) as JsonObject;
    const now = instant(new Date(clock.now().getTime() - CLOCKS_DIFFER_MS));
    const credential = { ...unsigned, issuer: profileOf(issuer).id, validFrom: now };
    const keys = issuers.signingKeys(issuer);
    return (await signer.sign({ credential, assertion: null, keys, date: now })).credential;
  }

  return {
    async read(issuer, number) {
      if (!(await entries.exists(issuer.slug, number))) return null;
      const revoked = (await entries.revokedIn(issuer.slug, number)).sort((a, b) => a - b);
      const name = `${issuer.slug}.${number}`;
      const of = `${issuer.ed25519.at(-1)?.id} ${revoked.join(" ")}`;
      const known = signed.get(name);
      if (known?.of === of) return known.list;
      const list = sign(issuer, number, revoked);
      signed.set(name, { of, list });
      // A list that could not be signed is tried again by the next who asks.
      list.catch(() => signed.delete(name));
      return list;
    },
  };
}
