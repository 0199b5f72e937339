import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStage, PHONE, type Stage, withoutBrowser } from "../testing/browser.ts";
import { settle } from "../testing/people.ts";

const BADGE = "Ponctuel en atelier";

let stage: Stage;
beforeAll(async () => {
  if (!withoutBrowser) stage = await openStage();
});
afterAll(() => stage?.close());

/** What is missing is named before the whole journey runs out of time. */
async function enter(options: Parameters<Stage["enter"]>[0]): Promise<Page> {
  const page = await stage.enter(options);
  page.setDefaultTimeout(10_000);
  return page;
}

const NEEDED_BY = "2026-12-31";

/** Somebody of the demonstration, by the API: what the pages will show is only right if one knows where to look. */
async function as(name: string) {
  const visitor = stage.product.visitor();
  const persona = (await visitor.api.accounts.demoPersonas()).find((one) => one.name === name);
  if (!persona) throw new Error(`the demonstration lacks ${name}`);
  await visitor.api.accounts.demoSignIn({ personaId: persona.id });
  return { id: persona.id, api: visitor.api };
}

/** A meta-badge that nobody has, and a competency that Awa has proven as others have, who come before her. */
async function cast() {
  // The badges of the demonstration are delivered first.
  await settle(stage.product);
  const [awa, thomas] = await Promise.all([as("Awa Diallo"), as("Thomas Duval")]);
  const ask = async (...ids: string[]) => {
    const essential = ids.map((competencyId) => ({ competencyId, level: 2 as const }));
    return (await thomas.api.candidates.search({ essential, neededBy: NEEDED_BY })).results[0];
  };
  const { competencies } = await awa.api.portfolio.readMine();
  for (const metaBadge of await awa.api.badges.framework.list({})) {
    const [wanted] = metaBadge.competencies;
    if (!wanted || ((await ask(wanted.id))?.counts.ready ?? 0) > 0) continue;
    for (const held of competencies.filter((one) => (one.provenLevel ?? 0) >= 2)) {
      const first = await ask(held.id, wanted.id);
      if (first && first.id !== awa.id)
        return { awaId: awa.id, metaBadgeId: metaBadge.id, wanted, question: `${held.id}*2 ${wanted.id}*2` };
    }
  }
  throw new Error("nothing to ask for");
}

/** Who comes first in the employer's list, as its page shows it. */
async function firstInList(page: Page, question: string): Promise<string> {
  await page.goto(`${stage.product.url}/employeur?${new URLSearchParams({ e: question, le: NEEDED_BY })}`);
  const first = page.getByRole("link", { name: /^Profil / }).first();
  await first.waitFor();
  return new URL((await first.getAttribute("href")) ?? "", stage.product.url).pathname;
}

/** What was written is delivered and found in its own time: looked at until it is so. */
async function expectFirst(page: Page, question: string, awaId: string, first: boolean): Promise<void> {
  const look = async () => {
    await settle(stage.product);
    return (await firstInList(page, question)) === `/employeur/candidats/${awaId}`;
  };
  await expect.poll(look, { timeout: 30_000, interval: 500 }).toBe(first);
}

async function sheetOf(page: Page, awaId: string, question: string): Promise<string> {
  const search = new URLSearchParams({ e: question, le: NEEDED_BY });
  await page.goto(`${stage.product.url}/employeur/candidats/${awaId}?${search}`);
  await page.locator("main h1").first().waitFor();
  await page.waitForLoadState("networkidle");
  return (await page.locator("main").textContent()) ?? "";
}

describe.skipIf(withoutBrowser)("a structure's badge, from its description to the employer's list", () => {
  it("is recognised, issued, imported, and lifts the person; revoked, it no longer does", async () => {
    const { awaId, metaBadgeId, wanted, question } = await cast();
    const { url } = stage.product;

    // The employer, before: somebody else comes first.
    const employer = await enter({ role: "employer" });
    await expectFirst(employer, question, awaId, false);

    // The provider describes a badge, and asks the Région to recognise it, one criterion at a time.
    const provider = await enter({ role: "providerAdmin", size: PHONE });
    await provider.goto(`${url}/nos-badges`);
    await provider.getByRole("link", { name: "Décrire un badge" }).click();
    await provider.getByLabel("Nom du badge").fill(BADGE);
    await provider.getByLabel("Description").fill("Donné à qui tient ses horaires et prépare son poste.");
    await provider.getByRole("radio", { name: "Outil" }).check();
    await provider.getByRole("textbox", { name: "Critère 1" }).fill("Arrive à l'heure pendant un mois.");
    await provider.getByRole("button", { name: "Garder le badge" }).click();
    await provider.getByRole("link", { name: "Demander une reconnaissance" }).click();
    await provider.getByRole("combobox", { name: "Méta-badge" }).selectOption(metaBadgeId);
    await provider.getByRole("combobox", { name: "Niveau" }).selectOption("2");
    const next = provider.getByRole("button", { name: "Continuer" });
    await next.click();
    await provider.getByRole("checkbox", { name: /Arrive à l'heure/ }).check();
    const send = provider.getByRole("button", { name: "Envoyer la demande" });
    while (!(await send.isVisible())) await next.click();
    await send.click();
    await provider.getByText("La Région doit répondre.").waitFor();
    const badgePath = new URL(provider.url()).pathname;

    // The steward is told at home, compares, and recognises.
    const steward = await enter({ role: "steward" });
    await steward.getByRole("link", { name: /attend(ent)? votre avis/ }).click();
    await steward.getByRole("link", { name: BADGE }).click();
    await steward.getByText("Arrive à l'heure pendant un mois.").waitFor();
    await steward.getByRole("button", { name: "Reconnaître" }).click();
    await steward.getByRole("dialog").getByRole("button", { name: "Reconnaître" }).click();
    await steward.getByText("Reconnu", { exact: true }).first().waitFor();

    // The trainer gives it to one person of the session.
    const trainer = await enter({ role: "trainer" });
    await trainer.getByRole("link", { name: "Badges", exact: true }).click();
    await trainer.getByRole("link", { name: BADGE }).click();
    await trainer.getByRole("link", { name: "Donner ce badge" }).click();
    await trainer.getByRole("combobox", { name: "Session" }).selectOption({ index: 1 });
    await trainer.getByRole("checkbox", { name: "Awa Diallo" }).check();
    await trainer.getByLabel("Pour Awa Diallo (facultatif)").fill("Jamais en retard à l'EHPAD.");
    await trainer.getByRole("button", { name: "Donner le badge à 1 personne" }).click();
    await expect
      .poll(
        async () => {
          await settle(stage.product);
          return trainer.getByText("C'est fini. 1 badge donné.").isVisible();
        },
        { timeout: 15_000 },
      )
      .toBe(true);

    // The trainee takes the picture away, loses the badge, and puts it back from the file alone.
    const phone = await enter({ role: "trainee", size: PHONE });
    await phone.goto(`${url}/stagiaire/badges`);
    await phone
      .getByRole("link", { name: new RegExp(BADGE) })
      .first()
      .click();
    const [download] = await Promise.all([
      phone.waitForEvent("download"),
      phone.getByRole("button", { name: /^Image/ }).click(),
    ]);
    const file = {
      name: download.suggestedFilename(),
      mimeType: "image/png",
      buffer: await readFile(await download.path()),
    };
    await phone.getByRole("button", { name: "Retirer ce badge" }).click();
    await phone.getByRole("dialog").getByRole("button", { name: "Retirer" }).click();
    await phone.getByText("Le badge est retiré.").waitFor();
    await expectFirst(employer, question, awaId, false);
    await phone.getByRole("link", { name: "Ajouter un badge" }).first().click();
    await phone.locator("input[type=file]").setInputFiles(file);
    await phone.getByRole("button", { name: "Garder ce badge" }).click();
    await phone.getByText(/Il prouve ce que vous savez faire/).waitFor();

    // The employer, after: this person comes first, with the proof, and nobody's name.
    await expectFirst(employer, question, awaId, true);
    const sheet = await sheetOf(employer, awaId, question);
    expect(sheet).toContain(wanted.label);
    expect(sheet).not.toMatch(/Awa|Diallo/);

    // Revoked by who issued it, it lifts nobody; the person reads why.
    await provider.goto(`${url}${badgePath}`);
    await provider.getByRole("button", { name: "Annuler le badge de Awa Diallo" }).click();
    await provider.getByLabel(/Pourquoi/).fill("Donné à la mauvaise personne.");
    await provider.getByRole("button", { name: "Annuler ce badge" }).click();
    await provider.getByText(/Donné à la mauvaise personne/).waitFor();
    await expectFirst(employer, question, awaId, false);
    await phone.reload();
    await phone.getByText("Il ne prouve plus rien : il a été annulé.").waitFor();
  });
});
