import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pngSize } from "@acquis/server/badges/public/images.ts";
import type { IssuedBadge } from "@acquis/shared/badges/issuing.schema.ts";
import type { LocalBadge } from "@acquis/shared/badges/local-badge.schema.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aLocalBadge, badgeEnvironment, fetchPublic, issueTo, ORIGIN } from "../testing/badges.ts";
import { refusalOf } from "../testing/client.ts";
import { aPerson, type TestPerson } from "../testing/people.ts";
import { type Product, startProduct } from "../testing/product.ts";

const INDEX =
  '<!doctype html><html lang="fr"><head><title>Acquis</title><meta name="description" content="x"></head><body></body></html>';

let product: Product;
let admin: TestPerson;
let badge: LocalBadge;
let issued: IssuedBadge;

beforeAll(async () => {
  const clientDir = await mkdtemp(join(tmpdir(), "acquis-client-"));
  await writeFile(join(clientDir, "index.html"), INDEX);
  product = await startProduct({ environment: badgeEnvironment, overrides: { clientDir } });
  admin = await aPerson(product, "providerAdmin");
  const person = await aPerson(product, "trainee", { firstName: "Zébulon" });
  badge = await aLocalBadge(admin, {
    name: 'Accueil "<script>" & compagnie',
    description: "</title><script>alert(1)</script>",
  });
  issued = await issueTo(admin, badge.id, { email: person.email });
});
afterAll(() => product.stop());

const HTML = { accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" };

describe("one address, JSON for machines and a page for people", () => {
  it("answers the credential unless a page is asked for", async () => {
    const answer = await fetchPublic(product, issued.credentialUrl);
    expect(answer.headers.get("content-type")).toContain("application/vc+ld+json");
    expect(answer.headers.get("vary")).toContain("Accept");
    expect(await answer.json()).toMatchObject({ id: issued.credentialUrl });
    const older = await fetchPublic(product, issued.credentialUrl, { accept: "application/json" });
    expect(older.headers.get("content-type")).toContain("application/json");
  });

  it("answers the client's page with its preview, every text escaped", async () => {
    const answer = await fetchPublic(product, issued.credentialUrl, HTML);
    expect(answer.headers.get("content-type")).toContain("text/html");
    const page = await answer.text();
    expect(page).toContain(
      `<meta property="og:image" content="${ORIGIN}/badges/credentials/${issued.id}/og.png">`,
    );
    expect(page).toContain("Accueil &#34;&#60;script&#62;&#34; &#38; compagnie");
    expect(page).not.toContain("<script>");
    expect(page).not.toContain("Zébulon");
    expect(page.match(/<title>/g)).toHaveLength(1);
  });

  it("lets any site read JSON, and says how long it may keep it", async () => {
    const { context } = product.app.features.badges;
    const issuer = await context.issuers.forOrganisation(admin.organisationId ?? "");
    const answer = await fetchPublic(product, `${ORIGIN}/badges/issuers/${issuer.slug}/did.json`);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(await answer.json()).toMatchObject({ id: issuer.did, assertionMethod: [issuer.ed25519[0]?.id] });
    const list = await fetchPublic(product, `${ORIGIN}/badges/status/${issuer.slug}/0`);
    expect(list.headers.get("cache-control")).toBe("public, max-age=60");
    const asked = await fetch(`${product.url}/badges/credentials/x`, { method: "OPTIONS" });
    expect(asked.headers.get("access-control-allow-origin")).toBe("*");
  });

  it.each([
    "credentials/none",
    "achievements/none",
    "images/m-none.png",
    "v2/classes/none",
    "status/none/0",
    "a/b/c/d/e",
  ])("answers 404 for %s", async (path) => {
    expect((await fetch(`${product.url}/badges/${path}`)).status).toBe(404);
  });
});

describe("pictures", () => {
  it("draws the preview, the image and the QR code", async () => {
    const preview = await fetchPublic(product, `${issued.credentialUrl}/og.png`);
    expect(pngSize(new Uint8Array(await preview.arrayBuffer()))).toEqual({ width: 1200, height: 630 });
    const image = await fetch(`${product.url}${issued.imageUrl}`);
    expect(pngSize(new Uint8Array(await image.arrayBuffer()))).toEqual({ width: 480, height: 480 });
    const qr = await fetchPublic(product, `${issued.credentialUrl}/qr.svg`);
    expect(await qr.text()).toContain("<svg");
  });

  it("shuts SVG in, and writes the name of the badge in it as text", async () => {
    const answer = await fetchPublic(product, `${issued.credentialUrl}.svg`);
    expect(answer.headers.get("content-security-policy")).toContain("sandbox");
    const svg = await answer.text();
    expect(svg).toContain("<title>Accueil &#34;&#60;script&#62;&#34; &#38; compagnie</title>");
  });

  it("takes a square PNG of one's own, which issued badges then carry, and refuses anything else", async () => {
    const png = new Uint8Array(await (await fetch(`${product.url}${badge.image?.url}`)).arrayBuffer());
    const sent = await admin.api.badges.local.sendImage({ id: badge.id, file: new File([png], "mine.png") });
    expect(sent.image).toMatchObject({ motif: null });
    const served = await fetch(`${product.url}${sent.image?.url}`);
    expect(new Uint8Array(await served.arrayBuffer())).toEqual(png);
    expect(sent.contentHash).toBe(badge.contentHash);
    const preview = await fetchPublic(product, `${issued.credentialUrl}/og.png`);
    const wide = new Uint8Array(await preview.arrayBuffer());
    for (const bad of [wide, png.subarray(0, 200), new TextEncoder().encode("<svg/>")])
      expect(
        await refusalOf(admin.api.badges.local.sendImage({ id: badge.id, file: new File([bad], "x.png") })),
      ).toMatchObject({ code: "image_unreadable", field: "file" });
  });
});

it("no structure describes a badge at the address of an attestation", async () => {
  const refused = aLocalBadge(admin, { id: "attestation-BkEQbCtlPKySncxyNICsqJD9" });
  expect(await refusalOf(refused)).toMatchObject({ code: "invalid_input", field: "id" });
});

describe("the page of a badge reads", () => {
  it("what it says, its links, and a verification made now", async () => {
    const { api } = product.visitor();
    const shown = await api.badges.issuing.readPublic({ id: issued.id });
    expect(shown).toMatchObject({ name: issued.name, status: "issued", recognition: null });
    expect(shown.links.linkedIn).toContain(encodeURIComponent(`${ORIGIN}/badges/credentials/${issued.id}`));
    expect(JSON.stringify(shown)).not.toContain("Zébulon");
    const verified = await api.badges.issuing.verifyNow({ id: issued.id });
    expect(verified.verdict).toBe("valid");
    expect(verified.checks.find(({ name }) => name === "recognition")).toMatchObject({
      outcome: "notApplicable",
    });
    expect(await refusalOf(api.badges.issuing.readPublic({ id: "none" }))).toMatchObject({
      code: "not_found",
    });
  });
});
