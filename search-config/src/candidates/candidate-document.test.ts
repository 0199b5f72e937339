import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decode,
  documentId,
  encode,
  placeOfToken,
  placeToken,
  toCandidateDocument,
} from "./candidate-document.ts";

describe("tokens of a document", () => {
  it("stay different where Meilisearch sees no difference: case, accents, compatible forms", () => {
    const facet = (token: string) => token.trim().normalize("NFKD").toLowerCase();
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (one, other) => {
        expect(decode(encode(one))).toBe(one);
        expect(facet(encode(one)) === facet(encode(other))).toBe(one === other);
      }),
    );
    expect(encode("Abc")).not.toBe(encode("abc"));
  });

  it("keep a place whole, and tell who gave none", () => {
    const place = { lat: 49.182_914, lng: -0.370_7, area: "200065597" };
    expect(placeOfToken(placeToken(place))).toEqual(place);
    expect(placeOfToken(placeToken(null))).toBeNull();
  });

  it("make an id of what Meilisearch allows", () => {
    expect(documentId("a.b:c_d-9")).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(documentId("a.b")).not.toBe(documentId("a_2e_b"));
  });
});

describe("document of a person", () => {
  it("says each level reached, each promise for its level and below, and who is alone in a family", () => {
    const document = toCandidateDocument({
      id: "p",
      held: { mig: 3 },
      proven: { mig: 1 },
      upcoming: [{ competencyId: "tig", level: 2, month: "2027-01", from: "CAP" }],
      families: { metal: ["mig"], kitchen: ["cook", "bake"] },
      place: null,
      availableFrom: null,
      contracts: ["permanent"],
      occupations: ["H2913"],
      words: ["soudeur"],
    });
    expect(document).toMatchObject({
      held: ["mig", "mig#2", "mig#3"],
      proven: ["mig"],
      upcoming: ["2027", "2027-h1", "2027-q1", "2027-01"].flatMap((span) => [
        `tig#1@${span}`,
        `tig#2@${span}`,
      ]),
      family: ["metal", "metal=mig", "kitchen"],
      area: null,
      place: "none",
      availableFrom: -1,
    });
  });
});
