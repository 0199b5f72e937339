import { crc32, deflateSync } from "node:zlib";
import type { JsonObject } from "../validator/json.ts";

/** W3C VC 1.1 then the application profile of European Digital Credentials (ELM 3): the order Europass asks. */
export const ELM_CONTEXT = [
  "https://www.w3.org/2018/credentials/v1",
  "http://data.europa.eu/snb/model/context/edc-ap",
];
export const ELM_SCHEMA = "http://data.europa.eu/snb/model/ap/edc-generic-full";

const AUTHORITY = "http://publications.europa.eu/resource/authority";

/** A concept of one of the Commission's vocabularies, or of ROME. */
export function concept(id: string, scheme: string, prefLabel: Record<string, string>): JsonObject {
  return { id, type: "Concept", inScheme: { id: scheme, type: "ConceptScheme" }, prefLabel };
}

const SNB = "http://data.europa.eu/snb";
export const GENERIC = concept(`${SNB}/credential/e34929035b`, `${SNB}/credential/25831c2`, {
  en: "Generic",
  fr: "Générique",
});
export const FRENCH = concept(`${AUTHORITY}/language/FRA`, `${AUTHORITY}/language`, {
  en: "French",
  fr: "français",
});
const FRANCE = concept(`${AUTHORITY}/country/FRA`, `${AUTHORITY}/country`, { en: "France", fr: "France" });
const PNG = concept(`${AUTHORITY}/file-type/PNG`, `${AUTHORITY}/file-type`, { en: "PNG" });
const BASE64 = concept(`${SNB}/encoding/6146cde7dd`, `${SNB}/encoding/25831c2`, { en: "base64" });

/** The skill of ROME (France Travail) behind a competency of ours; ELM asks a concept in a scheme, ESCO or other. */
export function romeSkill(ogr: string, label: string): JsonObject {
  const rome = "https://www.francetravail.org/opendata/repertoire-operationnel-des-meti.html";
  return { ...concept(`${rome}#ogr-${ogr}`, rome, { fr: label }), notation: ogr };
}

/** Organisations lie somewhere (ELM asks a country): those of the portfolio are in France. */
export function organisation(id: string, name: string): JsonObject {
  return {
    id,
    type: "Organisation",
    legalName: { fr: name },
    location: {
      id: "urn:epass:location:fr",
      type: "Location",
      address: { id: "urn:epass:address:fr", type: "Address", countryCode: FRANCE },
    },
  };
}

/**
 * Who issues has one legal identifier in the profile. Ours is its DID until a seal brings the eIDAS one: Europass
 * reads it then from the certificate.
 */
export const issuerOf = (id: string, name: string, identifier: string): JsonObject => ({
  ...organisation(id, name),
  eIDASIdentifier: {
    id: "urn:epass:legalIdentifier:issuer",
    type: "LegalIdentifier",
    notation: identifier,
    spatial: FRANCE,
  },
});

export const note = (id: string, literal: Record<string, string>): JsonObject => ({
  id,
  type: "Note",
  noteLiteral: literal,
});

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A blank page of the proportions of A4, in grey, one bit a pixel. */
function blankPage(): string {
  const [width, height] = [210, 297];
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const row = Buffer.alloc(1 + Math.ceil(width / 8), 0xff);
  row[0] = 0;
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]).toString("base64");
}

/** How viewers present it. ELM asks a picture of the page; ours says nothing that the claims do not. */
export function displayOf(title: string, description: string): JsonObject {
  const image = {
    id: "urn:epass:mediaObject:1",
    type: "MediaObject",
    content: blankPage(),
    contentEncoding: BASE64,
    contentType: PNG,
  };
  return {
    id: "urn:epass:displayParameter:1",
    type: "DisplayParameter",
    title: { fr: title },
    description: { fr: description },
    language: FRENCH,
    primaryLanguage: FRENCH,
    individualDisplay: {
      id: "urn:epass:individualDisplay:1",
      type: "IndividualDisplay",
      language: FRENCH,
      displayDetail: { id: "urn:epass:displayDetail:1", type: "DisplayDetail", page: 1, image },
    },
  };
}
