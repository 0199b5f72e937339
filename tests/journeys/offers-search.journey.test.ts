import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStage, PHONE, type Stage, violationsOn, withoutBrowser } from "../testing/browser.ts";

let stage: Stage;
beforeAll(async () => {
  if (!withoutBrowser) stage = await openStage();
}, 120_000);
afterAll(() => stage?.close());

describe.skipIf(withoutBrowser)("a trainee looks among the offers, on a phone", () => {
  it("finds words with a typo, marked; narrows by a counted choice; changes the order; nothing bars the way", async () => {
    const page = await stage.enter({ role: "trainee", size: PHONE });
    await page.goto(`${stage.product.url}/stagiaire/offres`);
    const cards = page.locator("main li h2");
    await cards.first().waitFor();
    const all = await page.locator("main [role=status]").first().textContent();

    await page.getByRole("searchbox").fill("soudeu");
    await page.locator("main mark").first().waitFor();
    expect(new URL(page.url()).searchParams.get("mots")).toBe("soudeu");
    expect(await page.locator("main [role=status]").first().textContent()).not.toBe(all);
    for (const mark of await page.locator("main mark").allTextContents())
      expect(mark.toLowerCase()).toMatch(/^soud/);

    await page.locator("details summary").first().click();
    const choice = page.locator("fieldset label").first();
    await choice.click();
    await expect.poll(() => new URL(page.url()).search).toContain("contrat=");
    await page.getByLabel("Dans quel ordre").selectOption("date");
    await expect.poll(() => new URL(page.url()).search).toContain("tri=date");
    await page.waitForLoadState("networkidle");
    expect(await violationsOn(page)).toEqual([]);
    const width = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(width).toBe(0);
  }, 90_000);

  it("lets the Région read how true the search is", async () => {
    const page = await stage.enter({ role: "steward", size: PHONE, dark: true });
    await page.goto(`${stage.product.url}/region/etat-de-la-recherche`);
    await page.getByRole("heading", { name: "Personnes" }).waitFor();
    expect(await page.locator("main li h2").allTextContents()).toEqual([
      "Personnes",
      "Offres",
      "Compétences",
      "Métiers",
    ]);
    expect(await violationsOn(page)).toEqual([]);
  }, 90_000);
});
