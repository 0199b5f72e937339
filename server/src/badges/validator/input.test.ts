import { deflateSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { bakePng, unbakePng } from "./bake-png.ts";
import { bakeSvg, unbakeSvg } from "./bake-svg.ts";
import type { JsonObject } from "./json.ts";
import type { Verdict } from "./model.ts";
import {
  assertion,
  badge,
  bakedPng,
  didUrl,
  OB2_HOST,
  ob2Pages,
  pixel,
  SVG,
  verify,
  web,
} from "./testing/badges.ts";
import { newIssuer, sign, signJwt, type TestIssuer } from "./testing/issuing.ts";
import { verifyBadge } from "./verify-badge.ts";

let asso: TestIssuer;
let signed: JsonObject;
let token: string;
let pages: Record<string, JsonObject>;

beforeAll(async () => {
  asso = await newIssuer("did:web:asso.example.fr");
  signed = await sign(badge(asso, { name: "é ]]> <b> & \u{1F3C5}" }), asso);
  token = await signJwt(badge(asso), asso);
  const old = { uid: "1", recipient: {}, badge: `${OB2_HOST}/badges/1`, issuedOn: 1, verify: {} };
  pages = { [didUrl(asso.id)]: asso.document, ...ob2Pages(asso, assertion()), [`${OB2_HOST}/old`]: old };
});

/** A PNG with one more chunk before the end. */
function withChunk(png: Uint8Array, type: string, data: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const end = png.length - 12;
  return Buffer.concat([
    png.subarray(0, end),
    length,
    Buffer.from(type),
    data,
    Buffer.alloc(4),
    png.subarray(end),
  ]);
}
const baked3 = (inside: string, attributes = "") =>
  SVG.replace(
    "<title>",
    `<o:credential xmlns:o="https://purl.imsglobal.org/ob/v3p0"${attributes}>${inside}</o:credential><title>`,
  );

const bothIn = (address: string, file: JsonObject) =>
  SVG.replace(
    "<title>",
    `<o:assertion xmlns:o="http://openbadges.org" verify="${address}"><![CDATA[${JSON.stringify(file)}]]></o:assertion><title>`,
  );

describe("what a file may be", () => {
  const json = () => JSON.stringify(signed);
  const cases: [string, () => Uint8Array | string, Verdict, string][] = [
    ["JSON with a byte order mark", () => `\uFEFF ${json()}\n`, "valid", "format.read"],
    ["JSON in UTF-16", () => Buffer.from(`\uFEFF${json()}`, "utf16le"), "valid", "format.read"],
    [
      "a name given twice",
      () => json().replace('"name":', '"n\\u0061me":"Expert","name":'),
      "notConformant",
      "format.repeatedName",
    ],
    ["a token with spaces around", () => ` ${token}\n`, "valid", "format.read"],
    ["a PNG with JSON", () => bakedPng(signed), "valid", "format.read"],
    ["a PNG with a token", () => bakedPng(token), "valid", "format.read"],
    [
      "a PNG with compressed text",
      () =>
        withChunk(
          pixel(),
          "iTXt",
          Buffer.concat([Buffer.from("openbadgecredential\0\x01\0\0\0"), deflateSync(json())]),
        ),
      "valid",
      "format.read",
    ],
    [
      "a PNG of OB 2.0",
      () => bakePng(pixel(), "openbadges", JSON.stringify(assertion())),
      "valid",
      "format.read",
    ],
    [
      "an old PNG with an address",
      () => withChunk(pixel(), "tEXt", Buffer.from(`openbadges\0${OB2_HOST}/assertions/1`)),
      "valid",
      "format.read",
    ],
    [
      "a PNG with several badges",
      () =>
        withChunk(
          Buffer.from(bakedPng(signed)),
          "iTXt",
          Buffer.from(`openbadgecredential\0\0\0\0\0${token}`),
        ),
      "notConformant",
      "format.severalBaked",
    ],
    [
      "a PNG with a 2.0 and a 3.0 badge",
      () =>
        withChunk(Buffer.from(bakedPng(signed)), "tEXt", Buffer.from(`openbadges\0${OB2_HOST}/assertions/1`)),
      "notConformant",
      "format.severalBaked",
    ],
    ["a PNG without a badge", () => pixel(), "notABadge", "format.nothingBaked"],
    ["an SVG with JSON", () => bakeSvg(SVG, "3.0", json()), "valid", "format.read"],
    ["an SVG with a token", () => bakeSvg(SVG, "3.0", token), "valid", "format.read"],
    [
      "an SVG of OB 2.0 with an address",
      () => bakeSvg(SVG, "2.0", `${OB2_HOST}/assertions/1`),
      "valid",
      "format.read",
    ],
    [
      "an SVG of OB 2.0 with JSON",
      () => bakeSvg(SVG, "2.0", JSON.stringify(assertion())),
      "valid",
      "format.read",
    ],
    [
      "an SVG with another prefix and escaped text",
      () => baked3(json().replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("]]>", "]]&gt;")),
      "valid",
      "format.read",
    ],
    [
      "an SVG with scripts, which are not looked at",
      () =>
        bakeSvg(
          `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]>${SVG.replace("<title>", "<script>throw '</title>'; <openbadges:credential/></script><title>")}`,
          "3.0",
          json(),
        ),
      "valid",
      "format.read",
    ],
    [
      "an SVG whose badge is in a script",
      () => SVG.replace("<title>", `<script>${baked3(json())}</script><title>`),
      "notABadge",
      "format.nothingBaked",
    ],
    [
      "an SVG with several badges",
      () =>
        bakeSvg(SVG, "3.0", token).replace(
          "<title>",
          `<x:credential xmlns:x="https://purl.imsglobal.org/ob/v3p0" verify="${token}"/><title>`,
        ),
      "notConformant",
      "format.severalBaked",
    ],
    [
      "an SVG after a long licence",
      () => `<!-- ${"licence ".repeat(2000)} -->${bakeSvg(SVG, "3.0", json())}`,
      "valid",
      "format.read",
    ],
    [
      "an SVG of OB 2.0 with its address and another badge beside",
      () => bothIn(`${OB2_HOST}/assertions/1`, assertion({ id: `${OB2_HOST}/assertions/2` })),
      "notConformant",
      "format.severalBaked",
    ],
    [
      "an SVG of OB 2.0 that says otherwise than the address beside",
      () => bothIn(`${OB2_HOST}/assertions/1`, assertion({ narrative: "Experte" })),
      "tampered",
      "format.read",
    ],
    [
      "an assertion of Open Badges 1.1",
      () =>
        JSON.stringify({ ...assertion({ verification: undefined }), verify: { type: "hosted", url: "x" } }),
      "notConformant",
      "format.tooOld",
    ],
    [
      "an old PNG whose address answers Open Badges 1.0",
      () => withChunk(pixel(), "tEXt", Buffer.from(`openbadges\0${OB2_HOST}/old`)),
      "notConformant",
      "format.tooOld",
    ],
    ["an SVG without a badge", () => SVG, "notABadge", "format.nothingBaked"],
    ["a web page", () => "<!doctype html><html><body>badge</body></html>", "notABadge", "format.unknown"],
    ["nothing", () => "", "notABadge", "format.unknown"],
    ["a number", () => "42", "notABadge", "format.unknown"],
    ["a badge class", () => JSON.stringify(pages[`${OB2_HOST}/badges/1`]), "notABadge", "format.unknown"],
    [
      "JSON nested without end",
      () => `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`,
      "notABadge",
      "format.unknown",
    ],
  ];
  it.each(cases)("%s", async (_title, make, verdict, format) => {
    const result = await verify(make(), web(pages));
    expect(result.verdict, JSON.stringify(result.checks)).toBe(verdict);
    expect(result.check("format")?.code).toBe(format);
  });
});

describe("an address", () => {
  const at = "https://asso.example.fr/b/1";
  const page = (over: JsonObject) => ({ [at]: { status: 200, ...over } });
  const cases: [string, string, () => Record<string, JsonObject>, Verdict][] = [
    ["JSON", at, () => page({ type: "application/vc+ld+json", json: signed }), "valid"],
    ["a token as plain text", at, () => page({ type: "text/plain", text: token }), "valid"],
    [
      "a baked PNG",
      at,
      () => page({ type: "image/png", base64: Buffer.from(bakedPng(signed)).toString("base64") }),
      "valid",
    ],
    ["an assertion of OB 2.0", `${OB2_HOST}/assertions/1`, () => ({}), "valid"],
    ["a token told as text", at, () => page({ type: "text/plain", json: token }), "valid"],
    [
      "a page recorded with a fragment",
      at,
      () => ({ [`${at}#1`]: { type: "text/plain", text: token } }),
      "valid",
    ],
    [
      "a redirect told in headers",
      at,
      () => ({ [at]: { status: 301, headers: { Location: "/b/2" } }, [`${OB2_HOST}/b/2`]: { text: token } }),
      "valid",
    ],
    ["a web page", at, () => page({ type: "text/html", text: "<html></html>" }), "notABadge"],
    ["gone", at, () => page({ status: 410, type: "text/html" }), "revoked"],
    ["not found", at, () => page({ status: 404, type: "text/html" }), "unreachable"],
    ["nobody there", "https://nowhere.example.fr/1", () => ({}), "unreachable"],
    ["http", "http://asso.example.fr/b/1", () => ({}), "unreachable"],
    [
      "a private address",
      "https://192.168.1.1/b",
      () => ({ "https://192.168.1.1/b": { status: 200, type: "application/json", json: signed } }),
      "unreachable",
    ],
    [
      "a redirect to http",
      at,
      () => page({ status: 302, type: "", location: "http://asso.example.fr/b/2" }),
      "unreachable",
    ],
    [
      "too large",
      at,
      () => page({ type: "application/json", text: " ".repeat(2 * 1024 * 1024 + 1) }),
      "unreachable",
    ],
  ];
  it.each(cases)("%s", async (_title, url, raw, verdict) => {
    const result = await verifyBadge(url, {
      resolve: web(pages, raw()),
      now: new Date("2026-06-01T00:00:00Z"),
    });
    expect(result.verdict, JSON.stringify(result.checks)).toBe(verdict);
  });
});

describe("baking", () => {
  it("gives back what was baked into a PNG, which stays a PNG, and replaces what it carried", () => {
    const twice = bakePng(bakePng(pixel(), "openbadges", "{}"), "openbadgecredential", '{"é":1}');
    expect(unbakePng(twice)).toEqual(['{"é":1}']);
    expect(twice.length).toBe(
      pixel().length + 12 + "openbadgecredential".length + 5 + Buffer.byteLength('{"é":1}'),
    );
  });

  it("gives back what was baked into an SVG, whatever it holds, and replaces what it carried", () => {
    for (const text of ['{"a":"]]> \\u003cscript>"}', token, "https://a.example.fr/?a=1&b=2"]) {
      const twice = bakeSvg(bakeSvg(SVG, "2.0", "x.y.z"), "3.0", text);
      expect(unbakeSvg(twice).map((found) => (found.startsWith("{") ? JSON.parse(found) : found))).toEqual([
        text.startsWith("{") ? JSON.parse(text) : text,
      ]);
    }
    expect(unbakeSvg(bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"/>', "3.0", token))).toEqual([token]);
  });

  it("refuses to bake into what is no image", () => {
    expect(() => bakePng(Buffer.from("GIF89a"), "openbadges", "{}")).toThrow('"png" must be a PNG image.');
    expect(() => bakeSvg("<html></html>", "3.0", "{}")).toThrow('"svg" must be an SVG image.');
  });
});
