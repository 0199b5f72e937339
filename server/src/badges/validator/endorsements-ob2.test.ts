import { beforeAll, describe, expect, it } from "vitest";
import { OB2 } from "./contexts.ts";
import type { JsonObject } from "./json.ts";
import type { Outcome } from "./model.ts";
import { assertion, OB2_HOST, ob2Pages, verify, web } from "./testing/badges.ts";
import { jws, newIssuer, type TestIssuer } from "./testing/issuing.ts";

const REGION = "https://region.example.fr";
const CLASS = `${OB2_HOST}/badges/1`;
const KEY = `${REGION}/key`;
let asso: TestIssuer;
let region: TestIssuer;

beforeAll(async () => {
  asso = await newIssuer(`${OB2_HOST}/issuer`);
  region = await newIssuer(`${REGION}/issuer`);
});

const endorsement = (over: JsonObject = {}): JsonObject => ({
  "@context": OB2,
  id: `${REGION}/endorsements/1`,
  type: "Endorsement",
  issuer: `${REGION}/issuer`,
  issuedOn: "2026-01-01T00:00:00Z",
  claim: { id: CLASS, endorsementComment: "Un bon badge." },
  verification: { type: "hosted" },
  ...over,
});

/** The badge of an association whose class carries `carried`, and what the Région serves. */
function worldWith(carried: JsonObject | string, hosted: Record<string, JsonObject>) {
  const pages = ob2Pages(asso, assertion());
  const owner = `${REGION}/issuer`;
  const key = { id: KEY, type: "CryptographicKey", owner, publicKeyJwk: region.rsa.jwk };
  return web(
    {
      ...pages,
      [CLASS]: { ...pages[CLASS], endorsement: [carried] },
      [owner]: { "@context": OB2, id: owner, type: "Profile", name: "Région", publicKey: KEY },
      [KEY]: key,
    },
    hosted,
  );
}

const page = (json: JsonObject, status = 200) => ({ status, type: "application/json", json });
const at = `${REGION}/endorsements/1`;

describe("endorsements of Open Badges 2.0", () => {
  const signed = (over: JsonObject, by: () => TestIssuer) => () =>
    jws(
      endorsement({ id: "urn:uuid:e", verification: { type: "signed", creator: KEY }, ...over }),
      by().rsa.privateKey,
      { alg: "RS256" },
    );
  const cases: [string, () => Promise<string> | JsonObject | string, Record<string, JsonObject>, Outcome][] =
    [
      ["hosted by its endorser", () => endorsement(), { [at]: page(endorsement()) }, "passed"],
      ["named by its address alone", () => at, { [at]: page(endorsement()) }, "passed"],
      [
        "that says otherwise than its hosted copy",
        () => endorsement({ claim: { id: CLASS, endorsementComment: "Le meilleur." } }),
        { [at]: page(endorsement()) },
        "failed",
      ],
      ["withdrawn", () => endorsement(), { [at]: page({ id: at, revoked: true }, 410) }, "failed"],
      ["that nobody hosts", () => endorsement(), {}, "failed"],
      [
        "hosted by somebody who says to be the endorser",
        () => endorsement({ id: `${OB2_HOST}/endorsements/1` }),
        { [`${OB2_HOST}/endorsements/1`]: page(endorsement({ id: `${OB2_HOST}/endorsements/1` })) },
        "failed",
      ],
      [
        "about another badge",
        () => endorsement({ claim: { id: `${CLASS}0` } }),
        { [at]: page(endorsement({ claim: { id: `${CLASS}0` } })) },
        "failed",
      ],
      [
        "past its last day",
        () => endorsement(),
        { [at]: page(endorsement({ expires: "2026-02-01T00:00:00Z" })) },
        "failed",
      ],
      ["signed by a key of its endorser", signed({}, () => region), {}, "passed"],
      ["signed by another key", signed({}, () => asso), {}, "failed"],
    ];
  it.each(cases)("%s", async (_title, make, hosted, outcome) => {
    const result = await verify(assertion(), worldWith(await make(), hosted));
    expect(result.check("endorsements"), JSON.stringify(result.checks)).toMatchObject({ outcome });
    expect(result.verdict).toBe("valid");
  });
});
