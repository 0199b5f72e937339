import { lookUpIssuer as ask, type Issuer } from "./key-lookup.ts";
import type { Schemas, VerifyOptions } from "./model.ts";
import { openWeb, type Web } from "./web.ts";

/** What the checks of one verification share. */
export interface Context {
  web: Web;
  now: Date;
  recipient: string | undefined;
  region: string | undefined;
  schemas: Schemas | undefined;
  endorsements: NonNullable<VerifyOptions["endorsements"]>;
  lookUpIssuer(id: string): Promise<Issuer>;
}

export function openContext(options: VerifyOptions): Context {
  const web = openWeb(options.resolve);
  const issuers = new Map<string, Promise<Issuer>>();
  return {
    web,
    now: options.now,
    recipient: options.recipient?.trim() || undefined,
    region: options.region?.trim() || undefined,
    schemas: options.schemas,
    endorsements: options.endorsements ?? [],
    lookUpIssuer(id) {
      const asked = issuers.get(id) ?? ask(id, options.now, web);
      issuers.set(id, asked);
      return asked;
    },
  };
}
