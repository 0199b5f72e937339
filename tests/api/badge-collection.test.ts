import { randomUUID } from "node:crypto";
import { bakeSvg } from "@acquis/server/badges/validator/bake-svg.ts";
import type { JsonObject } from "@acquis/server/badges/validator/json.ts";
import type { Resolve } from "@acquis/server/badges/validator/model.ts";
import {
  ACHIEVEMENT,
  badge,
  bakedPng,
  didUrl,
  hashOf,
  SVG,
  subject,
  web,
} from "@acquis/server/badges/validator/testing/badges.ts";
import { newIssuer, sign, type TestIssuer } from "@acquis/server/badges/validator/testing/issuing.ts";
import type { CollectedBadge } from "@acquis/shared/badges/collection.schema.ts";
import { addDays } from "@acquis/shared/platform/dates.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { refusalOf } from "../testing/client.ts";
import { aPerson, settle, type TestPerson } from "../testing/people.ts";
import { type Product, startProduct, TODAY } from "../testing/product.ts";
import { aSchool, type School } from "../testing/school.ts";

let today = TODAY;
const clock = { now: () => new Date(`${today}T10:00:00Z`), today: () => today };
const pages: Record<string, JsonObject> = {};
const raw: Record<string, JsonObject> = {};
const asked: string[] = [];
const outside: Resolve = (url, accept) => {
  asked.push(url);
  return web(pages, raw)(url, accept);
};

let product: Product;
let asso: TestIssuer;
let steward: TestPerson;
let structure: TestPerson;
let trainee: TestPerson;
let employer: TestPerson;
let school: School;
let proven: { id: string; level: 1 | 2 | 3 | 4 };

/** A badge of the association for the trainee, with an achievement of its own each time. */
async function aBadge(over: JsonObject = {}, achievement: JsonObject = ACHIEVEMENT, email = trainee.email) {
  const identifier = [
    {
      type: "IdentityObject",
      hashed: true,
      identityHash: hashOf(email, "sel"),
      identityType: "emailAddress",
      salt: "sel",
    },
  ];
  return sign(
    badge(asso, {
      id: `urn:uuid:${randomUUID()}`,
      credentialSubject: subject({ identifier, achievement }),
      ...over,
    }),
    asso,
  );
}
const file = (content: BlobPart, name = "badge.json") => new File([content], name);
const jsonFile = (credential: JsonObject) => file(JSON.stringify(credential));

/** The association's badge is described from a file of it, and the Région recognises it as "communiquer". */
async function recognised(achievement: JsonObject): Promise<string> {
  const local = await structure.api.badges.local.describeFromFile({
    id: randomUUID(),
    file: jsonFile(await aBadge({}, achievement)),
  });
  const [meta] = (await steward.api.badges.framework.list({})).filter(({ id }) => id === "communiquer");
  const version = meta?.versions.at(-1);
  const [first] = version?.levels ?? [];
  if (!version || !first) throw new Error("the framework lacks its first meta-badge");
  proven = { id: version.competencyIds[0] ?? "", level: first.level };
  const id = randomUUID();
  await structure.api.badges.recognitions.ask({
    id,
    localBadgeId: local.id,
    metaBadgeId: "communiquer",
    level: first.level,
    mapping: [
      { localCriterionId: local.criteria[0]?.id ?? "", metaCriterionId: first.criteria[0]?.id ?? "" },
    ],
    note: "",
  });
  const { localBadge } = await steward.api.badges.recognitions.compare({ id });
  await steward.api.badges.recognitions.decide({
    id,
    decision: "recognise",
    reason: "",
    contentHash: localBadge.contentHash,
  });
  await settle(product);
  return id;
}

const newAchievement = () => ({ ...ACHIEVEMENT, id: `https://asso.example.fr/achievements/${randomUUID()}` });

/** What the employer reads of the trainee for a competency that the meta-badge proves. */
async function verdictSeen() {
  await settle(product);
  const page = await employer.api.candidates.search({
    essential: [{ competencyId: proven.id, level: proven.level }],
    useful: [],
    neededBy: addDays(TODAY, 30),
    insee: null,
    filters: {},
    page: 1,
    pageSize: 50,
  });
  return page.results.find(({ id }) => id === trainee.id)?.essential[0]?.verdict ?? null;
}

/** Days pass: what was due is checked, and people sign in again. */
async function moveTo(day: string): Promise<void> {
  today = day;
  await product.app.features.badges.collection.checkDue();
  for (const person of [trainee, employer]) await person.api.accounts.demoSignIn({ personaId: person.id });
}

async function mine(): Promise<CollectedBadge> {
  const [first] = await trainee.api.badges.collection.list();
  if (!first) throw new Error("no badge in the collection");
  return first;
}

beforeAll(async () => {
  product = await startProduct({ overrides: { clock, outside } });
  asso = await newIssuer("did:web:asso.example.fr");
  pages[didUrl(asso.id)] = asso.document;
  steward = await aPerson(product, "steward");
  structure = await aPerson(product, "advisor");
  employer = await aPerson(product, "employer");
  const [skill] = (await product.visitor().api.referential.readOccupation({ code: "J1501" })).competencies;
  school = await aSchool(product, [[{ competencyId: skill?.id ?? "", level: 1 }]]);
}, 60_000);
afterAll(() => product.stop());
beforeEach(async () => {
  today = TODAY;
  await employer.api.accounts.demoSignIn({ personaId: employer.id });
  trainee = await aPerson(product, "trainee", { firstName: "Awa", lastName: "Diallo" });
});

describe("a badge from elsewhere", () => {
  it("recognised and imported, is proof in the portfolio and the search; withdrawn, it no longer is", async () => {
    const achievement = newAchievement();
    const recognitionId = await recognised(achievement);
    const png = bakedPng(await aBadge({}, achievement));
    const { outcome, badge: kept } = await trainee.api.badges.collection.import({
      file: file(new Uint8Array(png), "badge.png"),
    });
    expect(outcome).toBe("added");
    expect(kept).toMatchObject({
      verdict: "valid",
      format: "png",
      recognisedAs: { metaBadgeId: "communiquer", how: "recognition" },
      proof: { reason: null },
    });
    expect(await verdictSeen()).toEqual({ kind: "proven", level: proven.level });
    const portfolio = await trainee.api.portfolio.readMine();
    const competency = portfolio.competencies.find(({ id }) => id === proven.id);
    expect(competency).toMatchObject({
      mark: "proven",
      evidence: [{ kind: "badge", badge: { id: kept.id, name: ACHIEVEMENT.name }, withdrawal: null }],
    });
    expect((await trainee.api.portfolio.printCv({ locale: "fr" })).size).toBeGreaterThan(1000);

    await steward.api.badges.recognitions.withdraw({ id: recognitionId, reason: "Le cadre a changé" });
    expect(await verdictSeen()).toBeNull();
    const after = (await trainee.api.portfolio.readMine()).competencies.find(({ id }) => id === proven.id);
    expect(after).toMatchObject({
      mark: "missing",
      evidence: [{ withdrawal: { kind: "badgeUnrecognised", reason: "Le cadre a changé" } }],
    });
    expect((await mine()).proof.reason).toBe("notRecognised");
    const mails = product.app.kernel.mailer.kept().filter(({ to }) => to === trainee.email);
    expect(mails.at(-1)?.text ?? mails[0]?.text).toContain("Le cadre a changé");
  }, 60_000);

  it("expired by the clock, is no longer found as proof the same day, the network being down", async () => {
    const achievement = newAchievement();
    await recognised(achievement);
    const until = addDays(TODAY, 3);
    await trainee.api.badges.collection.import({
      file: jsonFile(await aBadge({ validUntil: `${until}T08:00:00Z` }, achievement)),
    });
    expect(await verdictSeen()).toMatchObject({ kind: "proven" });
    const before = asked.length;
    await moveTo(until);
    expect(await verdictSeen()).toBeNull();
    expect(asked.slice(before)).toEqual([]);
    expect(await mine()).toMatchObject({ verdict: "expired", proof: { reason: "expired" } });
  }, 60_000);

  it("is one's own: of somebody else it is said so, and proves nothing", async () => {
    const achievement = newAchievement();
    await recognised(achievement);
    const { badge: kept } = await trainee.api.badges.collection.import({
      file: jsonFile(await aBadge({}, achievement, "somebody@else.example")),
    });
    expect(kept).toMatchObject({ proof: { reason: "otherRecipient" }, canShow: false });
    expect(await verdictSeen()).toBeNull();
    expect(await refusalOf(trainee.api.badges.collection.show({ id: kept.id, shown: true }))).toMatchObject({
      code: "wrong_state",
    });
  }, 60_000);
});

describe("verdicts through the import", () => {
  const cases: [string, () => Promise<File>][] = [
    ["valid", async () => jsonFile(await aBadge())],
    ["valid", async () => file(bakeSvg(SVG, "3.0", JSON.stringify(await aBadge())), "badge.svg")],
    ["expired", async () => jsonFile(await aBadge({ validUntil: "2026-02-01T00:00:00Z" }))],
    ["notYetValid", async () => jsonFile(await aBadge({ validFrom: "2027-02-01T00:00:00Z" }))],
    ["tampered", async () => jsonFile({ ...(await aBadge()), name: "Chef" })],
    ["unsupportedProof", async () => jsonFile({ ...(await aBadge()), proof: undefined })],
    [
      "notConformant",
      async () => jsonFile(await aBadge({ credentialSubject: { type: ["AchievementSubject"] } })),
    ],
    [
      "validIssuerUnconfirmed",
      async () => {
        const other = await newIssuer(asso.id);
        return jsonFile(await sign(badge(other), other));
      },
    ],
  ];
  it.each(cases)("%s is kept and said", async (verdict, make) => {
    const source = await make();
    const seen = await trainee.api.badges.collection.preview({ file: source });
    expect(seen.verdict).toBe(verdict);
    expect(await trainee.api.badges.collection.list()).toEqual([]);
    const { badge: kept } = await trainee.api.badges.collection.import({ file: source });
    expect(kept.verdict).toBe(verdict);
    expect(kept.checks.map(({ name }) => name)).toHaveLength(10);
  });

  it("what is no badge is not kept", async () => {
    for (const source of [file("bonjour"), file("<svg xmlns='http://www.w3.org/2000/svg'/>"), file("{}")])
      expect(await refusalOf(trainee.api.badges.collection.import({ file: source }))).toMatchObject({
        code: "not_a_badge",
        status: 422,
      });
    expect(await trainee.api.badges.collection.list()).toEqual([]);
  });

  it("an address that gives nothing is kept and tried again", async () => {
    const link = `https://asso.example.fr/badges/${randomUUID()}`;
    const { badge: kept } = await trainee.api.badges.collection.import({ link });
    expect(kept).toMatchObject({ verdict: "unreachable", badge: null, nextCheckOn: TODAY });
    pages[link] = await aBadge();
    await moveTo(addDays(TODAY, 1));
    expect(await mine()).toMatchObject({ id: kept.id, verdict: "valid" });
  });
});

describe("bad input", () => {
  it("refuses links that are not https, two sources at once, none, and more than 2 MB", async () => {
    const { import: keep } = trainee.api.badges.collection;
    for (const link of ["http://asso.example.fr/b", "file:///etc/passwd", "ftp://x.example", "javascript:1"])
      expect(await refusalOf(keep({ link }))).toMatchObject({ code: "invalid_input", field: "link" });
    expect(await refusalOf(keep({}))).toMatchObject({ code: "invalid_input" });
    const both = { link: "https://asso.example.fr/b", file: file("x") };
    expect(await refusalOf(keep(both))).toMatchObject({ code: "invalid_input" });
    const heavy = file(new Uint8Array(2 * 1024 * 1024 + 1));
    expect(await refusalOf(keep({ file: heavy }))).toMatchObject({ code: "invalid_input", field: "file" });
    const huge = file(new Uint8Array(6 * 1024 * 1024));
    expect(await refusalOf(keep({ file: huge }))).toMatchObject({ status: 413 });
  });

  it("never asks a private address, nor follows a page there", async () => {
    const link = "https://asso.example.fr/redirects";
    raw[link] = { status: 302, location: "https://169.254.169.254/latest/meta-data" };
    for (const one of ["https://127.0.0.1/b", "https://[::1]/b", "https://10.0.0.8/b", link]) {
      const { badge: kept } = await trainee.api.badges.collection.import({ link: one });
      expect(kept).toMatchObject({ verdict: "unreachable", badge: null });
    }
  });

  it("answers mutated files with a verdict or a code of ours", async () => {
    const good = [
      Buffer.from(JSON.stringify(await aBadge())),
      Buffer.from(bakedPng(await aBadge())),
      Buffer.from(bakeSvg(SVG, "3.0", JSON.stringify(await aBadge()))),
    ];
    const count = Number(process.env.MUTATIONS ?? 60);
    for (let turn = 0; turn < count; turn += 1) {
      const bytes = new Uint8Array(good[turn % good.length] ?? []);
      for (let times = 0; times <= turn % 4; times += 1)
        bytes[(turn * 7919 + times * 104_729) % bytes.length] = (turn * 31 + times) % 256;
      const cut = turn % 7 === 0 ? bytes.subarray(0, (turn * 977) % bytes.length || 1) : bytes;
      const body = new FormData();
      body.set("file", new File([new Uint8Array(cut)], "badge"));
      const response = await fetch(`${product.url}/api/v1/badges/collection`, {
        method: "POST",
        body,
        headers: { cookie: [...trainee.cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
      });
      expect([200, 422], `turn ${turn}`).toContain(response.status);
      const answer = (await response.json()) as { code?: string; badge?: { verdict: string } };
      expect(answer.badge?.verdict ?? answer.code, `turn ${turn}`).toMatch(/^[a-zA-Z_]+$/);
    }
  }, 120_000);
});

describe("who sees what", () => {
  it("a trainer sees the badges shown by who they follow, pictures included, and no others", async () => {
    const svg = bakeSvg(
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      "3.0",
      JSON.stringify(await aBadge()),
    );
    const { badge: kept } = await trainee.api.badges.collection.import({ file: file(svg, "badge.svg") });
    const { trainer } = school;
    const followed = () => trainer.api.badges.collection.readFollowed({ traineeId: trainee.id });
    expect(await refusalOf(followed())).toMatchObject({ code: "trainee_not_followed" });
    await school.enrol(trainee);
    expect(await followed()).toEqual([]);
    await trainee.api.badges.collection.show({ id: kept.id, shown: true });
    expect(await followed()).toMatchObject([{ id: kept.id, shown: true }]);

    const picture = await trainer.raw("GET", kept.image ?? "");
    expect(picture.status).toBe(200);
    expect(picture.headers.get("content-type")).toBe("image/svg+xml");
    expect(picture.headers.get("content-security-policy")).toContain("sandbox");
    expect(picture.headers.get("content-disposition")).toMatch(/^attachment;/);
    expect(picture.headers.get("x-content-type-options")).toBe("nosniff");
    const stranger = await aPerson(product, "trainer");
    expect((await stranger.raw("GET", kept.image ?? "")).status).toBe(404);
  }, 60_000);
});

describe("verifying in public", () => {
  it("answers anybody, and keeps nothing", async () => {
    const { badges } = product.app.features.badges.collection.store;
    const before = await badges.countDocuments();
    const seen = await product.visitor().api.badges.verifier.verify({ file: jsonFile(await aBadge()) });
    expect(seen).toMatchObject({ verdict: "valid", badge: { name: ACHIEVEMENT.name } });
    expect(await badges.countDocuments()).toBe(before);
  });
});

describe("taking away", () => {
  it("gives the file as it came, and everything as zip, CLR and Europass", async () => {
    const credential = await aBadge();
    const png = bakedPng(credential);
    const { badge: kept } = await trainee.api.badges.collection.import({
      file: file(new Uint8Array(png), "badge.png"),
    });
    const { download, export: exported } = trainee.api.badges.collection;
    const original = await download({ id: kept.id, as: "original" });
    expect(Buffer.from(await original.arrayBuffer()).equals(Buffer.from(png))).toBe(true);
    expect(JSON.parse(await (await download({ id: kept.id, as: "json" })).text())).toEqual(credential);
    expect(await refusalOf(download({ id: kept.id, as: "svg" }))).toMatchObject({ code: "wrong_state" });
    expect((await exported({ format: "zip" })).size).toBeGreaterThan(png.length);
    expect(JSON.parse(await (await exported({ format: "clr" })).text())).toMatchObject({
      credentialSubject: { verifiableCredential: [credential] },
    });
    const [skill] = (await product.visitor().api.referential.readOccupation({ code: "J1501" })).competencies;
    await trainee.api.portfolio.declare({ items: [{ competencyId: skill?.id ?? "", level: 2 }] });
    expect(JSON.parse(await (await exported({ format: "elm" })).text())).toMatchObject({
      type: ["VerifiableCredential", "EuropeanDigitalCredential"],
      credentialSubject: { hasClaim: [{ type: "LearningAchievement" }] },
    });
  }, 60_000);
});
