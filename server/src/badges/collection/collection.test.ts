import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { refusal } from "../../training/testing/territory.ts";
import { bakeSvg } from "../validator/bake-svg.ts";
import type { JsonObject } from "../validator/json.ts";
import { ACHIEVEMENT, badge, bakedPng, hashOf, SVG, subject } from "../validator/testing/badges.ts";
import { newIssuer, newKeyIssuer, sign, signJwt } from "../validator/testing/issuing.ts";
import { checkOwnBadge, removeBadge, showBadge } from "./change-badge.ts";
import { formBadge } from "./download-badge.ts";
import { readCollection, readPicture, readShown } from "./read-collection.ts";
import { actor, createWorld, fileOf, type World } from "./testing/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const signed = (over: JsonObject = {}) => sign(badge(world.issuer, over), world.issuer);
const amina = actor("amina");

describe("a badge recognised by the Région", () => {
  it("proves each competency of the meta-badge at the level recognised", async () => {
    world.recognise();
    const { outcome, badge } = await world.import(fileOf(await signed()));
    expect(outcome).toBe("added");
    expect(badge).toMatchObject({
      verdict: "valid",
      source: "imported",
      format: "json",
      recognisedAs: { metaBadgeId: "communiquer", level: 2, how: "recognition" },
      proof: { reason: null, competencies: [{ id: "flat", level: 2 }, { id: "drawing" }] },
      shown: false,
      canShow: true,
    });
    expect(badge.checks.find(({ name }) => name === "recipient")?.outcome).toBe("passed");
    expect(badge.checks.find(({ name }) => name === "recognition")?.code).toBe("recognition.recognised");
    expect(await world.evidence()).toMatchObject([
      { competencyId: "flat", kind: "badge", level: 2, badge: { name: ACHIEVEMENT.name }, withdrawal: null },
      { competencyId: "drawing", kind: "badge", by: { name: "Une association" } },
    ]);
    expect(world.kernel.mails).toEqual([]);
  });

  it.each(["json", "jwt", "png", "svg"] as const)(
    "is read from %s, and leaves without losing a byte",
    async (form) => {
      world.recognise();
      const credential = await signed();
      const bytes = Buffer.from(
        {
          json: JSON.stringify(credential),
          jwt: await signJwt(badge(world.issuer), world.issuer),
          png: bakedPng(credential),
          svg: bakeSvg(SVG, "3.0", JSON.stringify(credential)),
        }[form],
      );
      const { badge: kept } = await world.import(fileOf(new Uint8Array(bytes)));
      expect(kept).toMatchObject({ verdict: "valid", format: form, proof: { reason: null } });
      const [document] = await world.collection.store.badges.find().lean();
      if (!document) throw new Error("no badge");
      const original = await formBadge(world.context, document as never, "original");
      expect(Buffer.from(original?.bytes ?? []).equals(bytes)).toBe(true);
    },
  );

  it("stops proving when the recognition is withdrawn, and its holder is told", async () => {
    world.recognise();
    await world.import(fileOf(await signed()));
    world.withdrawRecognition();
    await world.announce("recognition.withdrawn", {
      achievementId: ACHIEVEMENT.id,
      reason: "Le cadre a changé",
    });
    expect(await world.proofs()).toEqual([
      ["flat", "badgeUnrecognised"],
      ["drawing", "badgeUnrecognised"],
    ]);
    const mail = world.kernel.mails.at(-1)?.text;
    expect(mail).toContain("La Région ne le reconnaît plus.");
    expect(mail).toContain("Motif :\nLe cadre a changé");
    expect((await world.evidence())[0]?.withdrawal?.reason).toBe("Le cadre a changé");
    world.recognise();
    await world.announce("recognition.given", { achievementId: ACHIEVEMENT.id });
    expect((await world.proofs()).slice(2)).toEqual([
      ["flat", null],
      ["drawing", null],
    ]);
  });

  it("begins to prove when it is recognised after the import", async () => {
    const { badge } = await world.import(fileOf(await signed()));
    expect(badge.proof.reason).toBe("notRecognised");
    expect(await world.evidence()).toEqual([]);
    world.recognise();
    await world.announce("recognition.given", { achievementId: ACHIEVEMENT.id });
    expect(await world.proofs()).toEqual([
      ["flat", null],
      ["drawing", null],
    ]);
    expect(world.kernel.mails.map(({ subject }) => subject)).toEqual([
      "Votre badge « Communiquer, niveau 1 » prouve des compétences",
    ]);
  });
});

describe("what proves nothing, and says why", () => {
  it("a badge of somebody else", async () => {
    world.recognise();
    const { badge } = await world.import(fileOf(await signed()), "tom");
    expect(badge).toMatchObject({ verdict: "valid", proof: { reason: "otherRecipient" }, canShow: false });
    expect(await world.evidence("tom")).toEqual([]);
    expect(
      await refusal(showBadge(world.context, actor("tom"), { id: badge.id, shown: true })),
    ).toMatchObject({
      code: "wrong_state",
    });
  });

  it("a badge that names nobody", async () => {
    world.recognise();
    const { badge } = await world.import(
      fileOf(await signed({ credentialSubject: subject({ identifier: undefined }) })),
    );
    expect(badge.proof.reason).toBe("unknownRecipient");
  });

  it("an achievement copied into a badge of one's own making", async () => {
    world.recognise();
    for (const forger of [await newKeyIssuer(), await newIssuer("did:web:forger.example.fr")]) {
      world.pages["https://forger.example.fr/.well-known/did.json"] = forger.document;
      const { badge: kept } = await world.import(
        fileOf(await sign(badge(forger, { id: `urn:uuid:${forger.id}` }), forger)),
      );
      expect(kept).toMatchObject({ verdict: "valid", proof: { reason: "otherIssuer" }, recognisedAs: null });
      expect(kept.checks.find(({ name }) => name === "recognition")?.code).toBe("recognition.otherIssuer");
    }
    expect(await world.evidence()).toEqual([]);
  });

  it("a badge whose content is no longer what was recognised", async () => {
    world.recognise();
    const eased = { ...ACHIEVEMENT, criteria: { narrative: "Est passé une fois." } };
    const { badge: kept } = await world.import(
      fileOf(await signed({ credentialSubject: subject({ achievement: eased }) })),
    );
    expect(kept.proof.reason).toBe("contentChanged");
  });

  it("a key that the issuer does not list", async () => {
    world.recognise();
    const other = await newIssuer(world.issuer.id);
    const { badge: kept } = await world.import(fileOf(await sign(badge(other), other)));
    expect(kept).toMatchObject({ verdict: "validIssuerUnconfirmed", proof: { reason: "notValid" } });
  });

  it("a file changed after it was signed", async () => {
    world.recognise();
    const { badge: kept } = await world.import(fileOf({ ...(await signed()), name: "Chef de tout" }));
    expect(kept).toMatchObject({
      verdict: "tampered",
      proof: { reason: "notValid" },
      canShow: false,
      nextCheckOn: null,
    });
  });
});

describe("the same badge twice", () => {
  it("is one badge: the newer replaces, the older is known", async () => {
    world.recognise();
    const older = await signed();
    const newer = await signed({ validFrom: "2026-02-01T00:00:00Z", validUntil: "2027-01-01T00:00:00Z" });
    expect((await world.import(fileOf(older))).outcome).toBe("added");
    expect((await world.import(fileOf(older))).outcome).toBe("known");
    const { outcome, badge } = await world.import(fileOf(newer));
    expect(outcome).toBe("replaced");
    expect(badge.badge?.expiresOn).toBe("2027-01-01");
    expect((await world.import(fileOf(older))).outcome).toBe("known");
    expect(await readCollection(world.context, amina)).toHaveLength(1);
    expect((await world.proofs()).filter(([, ended]) => ended === null)).toHaveLength(2);
  });

  it("is not replaced by a copy that somebody spoilt", async () => {
    world.recognise();
    await world.import(fileOf(await signed()));
    const spoilt = { ...(await signed({ validFrom: "2026-03-01T00:00:00Z" })), name: "Autre" };
    expect((await world.import(fileOf(spoilt))).outcome).toBe("known");
    expect(await world.proofs()).toEqual([
      ["flat", null],
      ["drawing", null],
    ]);
  });

  it("imported by two people is theirs apart", async () => {
    world.recognise();
    const forTom = subject({
      identifier: [
        ...(subject().identifier as JsonObject[]),
        {
          type: "IdentityObject",
          hashed: true,
          identityHash: hashOf("tom@example.fr", "s"),
          identityType: "emailAddress",
          salt: "s",
        },
      ],
    });
    const shared = await signed({ credentialSubject: forTom });
    await Promise.all([world.import(fileOf(shared)), world.import(fileOf(shared), "tom")]);
    expect(await world.evidence()).toHaveLength(2);
    expect(await world.evidence("tom")).toHaveLength(2);
  });
});

describe("the holder decides", () => {
  it("what others see; hidden, it still proves", async () => {
    world.recognise();
    const { badge: kept } = await world.import(fileOf(bakedPng(await signed())));
    expect(await readShown(world.context, actor("marie", "trainer"), "amina")).toEqual([]);
    expect(await refusal(readPicture(world.context, actor("marie", "trainer"), kept.id))).toMatchObject({
      code: "not_found",
    });
    await showBadge(world.context, amina, { id: kept.id, shown: true });
    const [seen] = await readShown(world.context, actor("marie", "trainer"), "amina");
    expect(seen).toMatchObject({ id: kept.id, verdict: "valid", link: null });
    expect((await readPicture(world.context, actor("marie", "trainer"), kept.id)).type).toBe("image/png");
    expect(await refusal(readShown(world.context, actor("paul", "trainer"), "amina"))).toMatchObject({
      code: "trainee_not_followed",
    });
    expect(await world.evidence()).toHaveLength(2);
  });

  it("to remove it: the proof ends, the files go, and it may come back", async () => {
    world.recognise();
    const file = fileOf(await signed());
    const { badge: kept } = await world.import(file);
    world.kernel.mails.length = 0;
    await removeBadge(world.context, amina, kept.id);
    await removeBadge(world.context, amina, kept.id);
    expect(await world.proofs()).toEqual([
      ["flat", "badgeRemoved"],
      ["drawing", "badgeRemoved"],
    ]);
    expect(world.kernel.mails).toEqual([]);
    expect(await world.collection.store.badges.countDocuments()).toBe(0);
    expect(await world.collection.store.files.countDocuments()).toBe(0);
    expect((await world.import(file)).outcome).toBe("added");
    expect((await world.proofs()).filter(([, ended]) => ended === null)).toHaveLength(2);
  });

  it("and nobody else: to others it does not exist", async () => {
    const { badge: kept } = await world.import(fileOf(await signed()));
    const tom = actor("tom");
    for (const call of [
      checkOwnBadge(world.context, tom, kept.id),
      showBadge(world.context, tom, { id: kept.id, shown: true }),
      readPicture(world.context, tom, kept.id),
    ])
      expect(await refusal(call)).toMatchObject({ code: "not_found" });
    await removeBadge(world.context, tom, kept.id);
    expect(await readCollection(world.context, amina)).toHaveLength(1);
  });
});
