import { beforeAll, describe, expect, it } from "vitest";
import { ED25519_2020, OB3, OB3_EXTENSIONS, VC1, VC2 } from "./contexts.ts";
import type { JsonObject } from "./json.ts";
import type { Verdict } from "./model.ts";
import { STATUS_LIST_2021 } from "./status-list-2021.ts";
import { badge, didUrl, oldBadge, verify, web } from "./testing/badges.ts";
import { newIssuer, newKeyIssuer, sign, statusList, type TestIssuer } from "./testing/issuing.ts";

const LIST = "https://asso.example.fr/status/1";
let asso: TestIssuer;
let forger: TestIssuer;

beforeAll(async () => {
  asso = await newIssuer("did:web:asso.example.fr");
  forger = await newIssuer("did:web:asso.example.fr");
});

const entry = (over: JsonObject = {}): JsonObject => ({
  id: `${LIST}#7`,
  type: "BitstringStatusListEntry",
  statusPurpose: "revocation",
  statusListIndex: "7",
  statusListCredential: LIST,
  ...over,
});

describe("status", () => {
  const revocations = "https://asso.example.fr/revoked";
  const oneEdTech = {
    "@context": [VC2, OB3, OB3_EXTENSIONS],
    credentialStatus: { id: revocations, type: "1EdTechRevocationList" },
  };
  const { id } = badge({ id: "" });
  type Pages = () => Promise<Record<string, JsonObject>>;
  const list =
    (over: object = {}): Pages =>
    async () => ({ [LIST]: await statusList(LIST, asso, over) });
  const listed =
    (revokedCredential: JsonObject[string]): Pages =>
    async () => ({ [revocations]: { id: revocations, revokedCredential } });
  const bit = (over: JsonObject = {}) => ({ credentialStatus: entry(over) });
  const cases: [string, JsonObject, Pages, Verdict, string][] = [
    ["a bit not set", bit(), list(), "valid", "status.good"],
    ["a bit set", bit(), list({ set: [7] }), "revoked", "status.revoked"],
    [
      "suspended",
      bit({ statusPurpose: "suspension" }),
      list({ set: [7], purpose: "suspension" }),
      "revoked",
      "status.suspended",
    ],
    [
      "two bits an entry, the second set",
      bit({ statusSize: 2 }),
      list({ set: [15] }),
      "revoked",
      "status.revoked",
    ],
    ["two bits an entry, another's set", bit({ statusSize: 2 }), list({ set: [7] }), "valid", "status.good"],
    ["100,000 bits", bit(), list({ length: 100_000 }), "valid", "status.goodWithNotes"],
    ["beyond the list", bit({ statusListIndex: "200000" }), list(), "unreachable", "status.outOfRange"],
    [
      "an index that is no number",
      bit({ statusListIndex: "7abc" }),
      list({ set: [7] }),
      "notConformant",
      "status.badEntry",
    ],
    [
      "a list for another purpose",
      bit(),
      list({ purpose: "suspension" }),
      "unreachable",
      "status.otherPurpose",
    ],
    ["a list out of reach", bit(), async () => ({}), "unreachable", "status.unreachable"],
    [
      "a list past its end",
      bit(),
      list({ validUntil: "2026-02-01T00:00:00Z" }),
      "unreachable",
      "status.listExpired",
    ],
    [
      "a list changed on the way",
      bit(),
      async () => ({
        [LIST]: {
          ...(await statusList(LIST, asso, { set: [7] })),
          credentialSubject: (await statusList(LIST, asso)).credentialSubject ?? null,
        },
      }),
      "unreachable",
      "status.listNotProven",
    ],
    [
      "a list by somebody who says to be the issuer",
      bit(),
      async () => ({ [LIST]: await statusList(LIST, forger) }),
      "unreachable",
      "status.listNotConfirmed",
    ],
    [
      "a list by another issuer",
      bit(),
      async () => ({ [LIST]: await statusList(LIST, await newKeyIssuer()) }),
      "valid",
      "status.goodWithNotes",
    ],
    [
      "a list by another issuer, bit set",
      bit(),
      async () => ({ [LIST]: await statusList(LIST, await newKeyIssuer(), { set: [7] }) }),
      "revoked",
      "status.revoked",
    ],
    [
      "an unknown type",
      {
        "@context": [VC2, OB3, { Odd2030: "https://odd.example.fr/#Odd2030" }],
        credentialStatus: { id: "https://odd.example.fr/1", type: "Odd2030" },
      },
      async () => ({}),
      "unreachable",
      "status.unsupported",
    ],
    ["1EdTech: not listed", oneEdTech, listed([{ id: "urn:uuid:other" }]), "valid", "status.good"],
    [
      "1EdTech: listed",
      oneEdTech,
      listed([{ id: "urn:uuid:other" }, { id: id ?? null, revoked: true }]),
      "revoked",
      "status.revoked",
    ],
    ["1EdTech: a list of one, unwrapped", oneEdTech, listed({ id: id ?? null }), "revoked", "status.revoked"],
    ["1EdTech: a list of one bare id", oneEdTech, listed(id), "revoked", "status.revoked"],
    [
      "1EdTech: listed as not revoked",
      oneEdTech,
      listed([{ id: id ?? null, revoked: false }]),
      "valid",
      "status.good",
    ],
    [
      "1EdTech: an error told as JSON",
      oneEdTech,
      async () => ({ [revocations]: { error: "internal" } }),
      "unreachable",
      "status.noList",
    ],
    [
      "1EdTech: an empty list, its member left out",
      oneEdTech,
      async () => ({ [revocations]: { id: revocations, issuer: asso.id } }),
      "valid",
      "status.good",
    ],
    [
      "revoked and expired",
      { ...bit(), validUntil: "2026-02-01T00:00:00Z" },
      list({ set: [7] }),
      "revoked",
      "status.revoked",
    ],
    [
      "expired, its list out of reach",
      { ...bit(), validUntil: "2026-02-01T00:00:00Z" },
      async () => ({}),
      "expired",
      "status.unreachable",
    ],
  ];
  it.each(cases)("%s", async (_title, over, pages, verdict, code) => {
    const resolve = web({ [didUrl(asso.id)]: asso.document, ...(await pages()) });
    const result = await verify(await sign(badge(asso, over), asso), resolve);
    expect(result.verdict, JSON.stringify(result.checks)).toBe(verdict);
    expect(result.check("status")?.code).toBe(code);
  });
});

describe("StatusList2021, under VCDM 1.1", () => {
  it.each([
    ["a bit not set", [], "valid"],
    ["a bit set", [7], "revoked"],
  ])("%s", async (_title, set, verdict) => {
    const contexts = [VC1, STATUS_LIST_2021, ED25519_2020];
    const { encodedList } = (await statusList(LIST, asso, { set })).credentialSubject as JsonObject;
    const list = {
      "@context": contexts,
      id: LIST,
      type: ["VerifiableCredential", "StatusList2021Credential"],
      issuer: asso.id,
      issuanceDate: "2026-01-01T00:00:00Z",
      credentialSubject: {
        id: `${LIST}#list`,
        type: "StatusList2021",
        statusPurpose: "revocation",
        encodedList: `${encodedList}`.slice(1),
      },
    };
    const old = oldBadge(asso, {
      "@context": [VC1, OB3, STATUS_LIST_2021, ED25519_2020],
      credentialStatus: entry({ type: "StatusList2021Entry" }),
    });
    const resolve = web({
      [didUrl(asso.id)]: asso.document,
      [LIST]: await sign(list, asso, { legacy: true }),
    });
    const result = await verify(await sign(old, asso, { legacy: true }), resolve);
    expect(result.verdict, JSON.stringify(result.checks)).toBe(verdict);
  });
});
