import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStage, type Stage, withoutBrowser } from "../testing/browser.ts";

const STOPS = 80;

/** The name of what has the focus, and whether it shows. */
function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const labels = "labels" in element ? (element as HTMLInputElement).labels : null;
    const name = element.getAttribute("aria-label") ?? labels?.[0]?.textContent ?? element.textContent ?? "";
    const shown = element.closest("label") ?? element;
    return {
      tag: element.tagName,
      name: name.trim().replace(/\s+/g, " "),
      ring: [element, shown].some((one) => getComputedStyle(one).outlineStyle !== "none"),
    };
  });
}

/** Presses Tab until the name of what has the focus answers; every stop on the way must show its focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let stop = 0; stop < STOPS; stop++) {
    await page.keyboard.press("Tab");
    const now = await focused(page);
    // A page that has just come puts the focus on its title, where no Tab goes.
    const isStop = now.tag !== "BODY" && now.tag !== "H1";
    if (isStop) expect(now, "the focus shows").toMatchObject({ ring: true });
    if (name.test(now.name)) return;
  }
  throw new Error(`${name} is not reached by ${STOPS} presses of Tab`);
}

describe.skipIf(withoutBrowser)("with a keyboard alone", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());

  it("a trainee declares what they can do", async () => {
    const page = await stage.enter({ role: "trainee" });
    await tabTo(page, /^Je sais faire/);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Ce que je sais faire" }).waitFor();
    await tabTo(page, /^Ajouter des compétences/);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Ajouter des compétences" }).waitFor();
    await tabTo(page, /tous les métiers/);
    await page.keyboard.press("Enter");
    const boxes = page.getByRole("checkbox");
    await boxes.first().waitFor();
    while (!(await boxes.first().evaluate((box) => box === document.activeElement)))
      await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await tabTo(page, /^Ajouter 1 compétence/);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Ce que je sais faire" }).waitFor();
  }, 60_000);

  it("an employer asks for an occupation and opens a candidate", async () => {
    const page = await stage.enter({ role: "employer" });
    await tabTo(page, /Aide-soignant/);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /compétences de base/ }).waitFor();
    await tabTo(page, /compétences de base/);
    await page.keyboard.press("Enter");
    await page
      .getByRole("link", { name: /^Profil / })
      .first()
      .waitFor();
    // The button took itself away: the keyboard is at the heading above what it asked for.
    expect((await focused(page)).tag).toBe("H2");
    await tabTo(page, /^Profil /);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Pour votre recherche" }).waitFor();
  }, 60_000);

  it("a steward approves an organisation: the dialog keeps the focus, and gives it back", async () => {
    const page = await stage.enter({ role: "steward" });
    await page.goto(`${stage.product.url}/region/organisations`);
    const waiting = page.getByRole("button", { name: /^Valider : / });
    await waiting.first().waitFor();
    const before = await waiting.count();
    await tabTo(page, /^Valider/);
    const opener = (await focused(page)).name;
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    for (let press = 0; press < 6; press++) {
      await page.keyboard.press("Tab");
      const outside = await page.evaluate(() => document.querySelector("main :focus:not(dialog *)") !== null);
      expect(outside).toBe(false);
    }
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect((await focused(page)).name).toBe(opener);

    await page.keyboard.press("Enter");
    await dialog.waitFor();
    await tabTo(page, /^Valider$/);
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "hidden" });
    await expect.poll(() => waiting.count()).toBe(before - 1);
    await expect.poll(async () => (await focused(page)).tag).toBe("H2");
  }, 60_000);

  it("a provider writes a programme: what takes itself away leaves the keyboard in its place", async () => {
    const page = await stage.enter({ role: "providerAdmin" });
    await page.goto(`${stage.product.url}/organisme/formations/nouvelle`);
    const place = () => focused(page).then(({ name }) => name);
    await tabTo(page, /^Métier préparé/);
    await page.keyboard.type("soudeur");
    await page.locator("[role=option]").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(place).toBe("Proposer les modules");
    await page.keyboard.press("Enter");
    await expect.poll(place).toBe("Changer de métier");
    await tabTo(page, /^Supprimer le module/);
    await page.keyboard.press("Enter");
    await expect.poll(place).toMatch(/^Module 1/);
    // At the end of its way the button does nothing more, and still has the keyboard.
    await tabTo(page, /^Descendre/);
    const moved = await place();
    for (let press = 0; press < 8; press++) await page.keyboard.press("Enter");
    expect(await place()).toBe(moved);
    await tabTo(page, /^Enregistrer la formation/);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Formations" }).waitFor();
  }, 60_000);

  it("a year typed with a figure too many stays a year", async () => {
    const page = await stage.enter({ role: "providerAdmin" });
    await page.goto(`${stage.product.url}/organisme/sessions/nouvelle`);
    await page.getByRole("combobox", { name: /^Formation/ }).selectOption({ index: 1 });
    await page.getByLabel("Premier jour").fill("2026-12-01");
    await page.getByLabel("Dernier jour").focus();
    await page.keyboard.type("060620277");
    expect(await page.getByLabel("Dernier jour").inputValue()).toMatch(/^\d{4}-06-06$/);
  }, 60_000);

  it("a trainer who sends too early is taken to the first thing that is missing", async () => {
    const page = await stage.enter({ role: "trainer" });
    const name = () => focused(page).then((now) => now.name);
    await tabTo(page, /^Décliner/);
    await page.keyboard.press("Enter");
    await tabTo(page, /^Décliner et envoyer/);
    await page.keyboard.press("Enter");
    await expect.poll(name).toMatch(/^Votre raison/);

    await page.goto(`${stage.product.url}/formateur/sessions`);
    await page.locator("main li a").first().click();
    await page.getByText("Attester un groupe").first().waitFor();
    await tabTo(page, /^Attester un groupe/);
    await page.keyboard.press("Enter");
    const what = page.getByRole("combobox", { name: /^Compétence/ });
    await what.waitFor();
    await tabTo(page, /^Attester \d+ personnes/);
    await page.keyboard.press("Enter");
    await expect.poll(name).toMatch(/^Compétence/);
  }, 60_000);

  it("a trainer takes back an attestation: the dialog and its button are gone, the keyboard is not", async () => {
    const page = await stage.enter({ role: "trainer" });
    await page.goto(`${stage.product.url}/formateur/stagiaires`);
    await page.getByRole("link", { name: "Awa Diallo" }).first().click();
    const mine = page.getByRole("button", { name: /Par Claire Lefèvre/ }).first();
    await mine.focus();
    await page.keyboard.press("Enter");
    await tabTo(page, /^Retirer cette attestation/);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await tabTo(page, /^Pourquoi la retirer/);
    await page.keyboard.type("Une autre personne");
    await tabTo(page, /^Retirer l'attestation/);
    await page.keyboard.press("Enter");
    await page.getByText("L'attestation est retirée.").waitFor();
    await expect.poll(() => focused(page).then(({ tag }) => tag)).not.toBe("BODY");
  }, 60_000);
});
