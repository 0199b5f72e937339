import { beforeAll, expect, it } from "vitest";
import { bakeSvg } from "./bake-svg.ts";
import { OB3, OB3_EXTENSIONS, VC2 } from "./contexts.ts";
import type { Json, JsonObject } from "./json.ts";
import { VERDICTS } from "./model.ts";
import {
  ACHIEVEMENT,
  assertion,
  badge,
  bakedPng,
  didUrl,
  endorsement,
  NOW,
  OB2_HOST,
  ob2Pages,
  SVG,
  subject,
  web,
} from "./testing/badges.ts";
import { jws, newIssuer, sign, signJwt } from "./testing/issuing.ts";
import { verifyBadge } from "./verify-badge.ts";

/** All of issue 5's thousand, or a part of them: `MUTATIONS=1000 MUTATION_SEED=n` to run one again. */
const COUNT = Number(process.env.MUTATIONS ?? 1000);
const SEED = Number(process.env.MUTATION_SEED ?? Math.floor(Math.random() * 2 ** 31));

let files: Buffer[];
let pages: Record<string, JsonObject>;

beforeAll(async () => {
  const asso = await newIssuer("did:web:asso.example.fr");
  const region = await newIssuer("did:web:region.example.fr");
  const recognised = await sign(endorsement(region, `${ACHIEVEMENT.id}`), region);
  const rich = await sign(
    badge(asso, {
      "@context": [VC2, OB3, OB3_EXTENSIONS],
      validUntil: "2027-01-01T00:00:00Z",
      credentialStatus: { id: "https://asso.example.fr/revoked", type: "1EdTechRevocationList" },
      refreshService: { id: "https://asso.example.fr/refresh", type: "1EdTechCredentialRefresh" },
      credentialSubject: subject({ achievement: { ...ACHIEVEMENT, endorsement: [recognised] } }),
    }),
    asso,
  );
  const token = await signJwt(badge(asso), asso);
  const own = { verification: { type: "SignedBadge", creator: `${OB2_HOST}/key` } };
  files = [
    JSON.stringify(rich),
    token,
    JSON.stringify(assertion()),
    await jws(assertion(own), asso.rsa.privateKey, { alg: "RS256" }),
    bakedPng(rich),
    bakedPng(token),
    bakeSvg(SVG, "3.0", JSON.stringify(rich)),
    bakeSvg(SVG, "2.0", `${OB2_HOST}/assertions/1`),
  ].map((file) => Buffer.from(file));
  pages = {
    [didUrl(asso.id)]: asso.document,
    [didUrl(region.id)]: region.document,
    ...ob2Pages(asso, assertion()),
    "https://asso.example.fr/revoked": { revokedCredential: [] },
    "https://asso.example.fr/refresh": rich,
  };
});

/** mulberry32: the same seed gives the same files. */
function randomFrom(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
type Random = ReturnType<typeof randomFrom>;

const ODD: Json[] = [
  null,
  [],
  {},
  "",
  0,
  -1,
  true,
  "12abc",
  "https://10.0.0.1/",
  "did:web:",
  "\u0000",
  [[[]]],
  { id: null },
  { "@id": "x" },
];

/** Replaces, removes or doubles one value somewhere in a JSON document. */
function mutateJson(text: string, random: Random): string {
  const root: Json = JSON.parse(text);
  const holders: (JsonObject | Json[])[] = [];
  const visit = (value: Json | undefined) => {
    if (typeof value !== "object" || value === null) return;
    holders.push(value);
    Object.values(value).forEach(visit);
  };
  visit(root);
  const holder = holders[random(holders.length)];
  const names = Object.keys(holder ?? {});
  const name = names[random(Math.max(1, names.length))];
  if (!holder || name === undefined) return text;
  const odd = ODD[random(ODD.length)] ?? null;
  if (random(4) === 0) Reflect.deleteProperty(holder, name);
  else if (random(3) === 0) Object.assign(holder, { [`${name}x`]: Reflect.get(holder, name) });
  else Object.assign(holder, { [name]: odd });
  return JSON.stringify(root);
}

function mutateBytes(file: Buffer, random: Random): Buffer {
  const bytes = Buffer.from(file);
  for (let times = 1 + random(4); times > 0; times -= 1) bytes[random(bytes.length)] = random(256);
  if (random(5) === 0) return bytes.subarray(0, random(bytes.length));
  if (random(8) === 0) return Buffer.concat([bytes, bytes.subarray(random(bytes.length))]);
  return bytes;
}

it(`gives a verdict on ${COUNT} mutated files, seed ${SEED}`, async () => {
  console.log(`mutated files: MUTATIONS=${COUNT} MUTATION_SEED=${SEED}`);
  const random = randomFrom(SEED);
  const resolve = web(pages);
  const counts = new Map<string, number>();
  for (let turn = 0; turn < COUNT; turn += 1) {
    const file = files[turn % files.length] ?? Buffer.alloc(0);
    const isJson = file[0] === 0x7b && random(3) > 0;
    const mutated = isJson ? Buffer.from(mutateJson(file.toString(), random)) : mutateBytes(file, random);
    const { verdict, checks } = await verifyBadge(mutated, {
      resolve,
      now: NOW,
      region: "did:web:region.example.fr",
    });
    expect(VERDICTS).toContain(verdict);
    const crashed = checks.find(({ code }) => code === "format.unreadable");
    expect(crashed?.detail, `turn ${turn}`).toBeUndefined();
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  }
  expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(COUNT);
}, 120_000);

it("gives the pages of the web the same care as the file", async () => {
  const random = randomFrom(SEED);
  const addresses = Object.keys(pages);
  for (let turn = 0; turn < COUNT / 4; turn += 1) {
    const address = addresses[random(addresses.length)] ?? "";
    const page = JSON.parse(mutateJson(JSON.stringify(pages[address]), random));
    const file = files[turn % 4] ?? Buffer.alloc(0);
    const { verdict, checks } = await verifyBadge(file, {
      resolve: web({ ...pages, [address]: page }),
      now: NOW,
    });
    expect(VERDICTS).toContain(verdict);
    const crashed = checks.find(({ code }) => code === "format.unreadable");
    expect(crashed?.detail, `turn ${turn}: ${address} ${JSON.stringify(page)}`).toBeUndefined();
  }
}, 120_000);
