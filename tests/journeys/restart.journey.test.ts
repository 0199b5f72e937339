import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStage, type Stage, withoutBrowser } from "../testing/browser.ts";

describe.skipIf(withoutBrowser)("a form half filled while the server is away", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());

  it("says what happened, keeps what was typed, and sends it when the server is back", async () => {
    const page = await stage.enter({ role: "trainee" });
    await page.goto(`${stage.product.url}/stagiaire/parcours/ajouter`);
    const what = page.getByRole("combobox", { name: /Qu'est-ce que vous faisiez/ });
    await what.fill("Aide en cuisine de collège");
    await page.getByRole("textbox", { name: /Racontez/ }).fill("Plonge et préparation");
    const begun = page.getByRole("group", { name: /Début/ }).getByRole("combobox");
    await begun.first().selectOption({ label: "mars" });
    await begun.last().selectOption({ label: "2024" });
    await page.getByText("Je le fais encore").click();

    await stage.product.leave();
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await page.getByRole("alert").getByText("Pas de réponse").waitFor();
    expect(await what.inputValue()).toBe("Aide en cuisine de collège");

    // A page never opened before cannot come; the one that says so has a way back to the form.
    await page.getByRole("link", { name: "Je cherche" }).click();
    await what.waitFor({ state: "hidden" });
    await page.getByRole("alert").getByText("Pas de réponse").waitFor();
    await page.goBack();
    await page.getByText("Nous avons gardé ce que vous aviez commencé.").waitFor();
    expect(await what.inputValue()).toBe("Aide en cuisine de collège");

    await stage.product.comeBack();
    await page.reload();
    await page.getByText("Nous avons gardé ce que vous aviez commencé.").waitFor();
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await page.getByRole("heading", { name: "Ce que j'ai fait" }).waitFor();
    await page.getByText("Aide en cuisine de collège").waitFor();
    await page.goto(`${stage.product.url}/stagiaire/parcours/ajouter`);
    expect(await what.inputValue()).toBe("");
  }, 60_000);

  it("a group half attested when the session ends is found again after signing in", async () => {
    const page = await stage.enter({ role: "trainer" });
    await page.goto(`${stage.product.url}/formateur/sessions`);
    await page.locator("main li a, main article a").first().click();
    await page.getByRole("link", { name: "Attester un groupe" }).click();
    const competency = page.getByRole("combobox", { name: /^Compétence/ });
    await competency.selectOption({ index: 1 });
    await page.getByText("Transmet", { exact: true }).first().click();
    await page.getByText("Ne cocher personne").click();
    await page.getByRole("checkbox").first().check();
    await page.getByText("Ajouter une note").first().click();
    await page.getByRole("textbox", { name: /^Note/ }).fill("Calme avec chaque personne");
    const chosen = await competency.inputValue();

    await page.context().clearCookies();
    await page.getByRole("button", { name: "Attester 1 personne" }).click();
    await page.waitForURL(/\/connexion/);
    await page.getByRole("button", { name: /Claire Lefèvre/ }).click();
    await page.getByText("Nous avons gardé ce que vous aviez commencé.").waitFor();
    expect(await competency.inputValue()).toBe(chosen);
    expect(await page.getByRole("textbox", { name: /^Note/ }).inputValue()).toBe(
      "Calme avec chaque personne",
    );
    await page.getByRole("button", { name: "Attester 1 personne" }).click();
    await page.getByText("1 personne attestée").waitFor();

    // It went: nothing of it comes back.
    await page.reload();
    await page.getByRole("button", { name: /^Attester \d+ personnes$/ }).waitFor();
    expect(await page.getByText("Nous avons gardé").count()).toBe(0);
  }, 60_000);

  it("a request to a trainer and a place to work survive a reload, and are kept no longer once sent", async () => {
    const page = await stage.enter({ role: "trainee" });
    await page.goto(`${stage.product.url}/stagiaire/recherche`);
    await page.getByText("50 km", { exact: true }).click();
    await page.reload();
    await page.getByText("Nous avons gardé ce que vous aviez commencé.").waitFor();
    const km = page.getByRole("radio", { name: "50 km" });
    expect(await km.isChecked()).toBe(true);
    await page.getByRole("button", { name: "Enregistrer" }).first().click();
    await page.getByText("Nous avons gardé").waitFor({ state: "hidden" });
    await page.reload();
    await km.waitFor();
    expect(await km.isChecked()).toBe(true);
    expect(await page.getByText("Nous avons gardé").count()).toBe(0);

    await page.goto(`${stage.product.url}/stagiaire/competences/c-aider-toilette/demander`);
    const note = page.getByRole("textbox");
    await note.fill("Pendant mon stage à Lisieux");
    await page.reload();
    await page.getByText("Nous avons gardé ce que vous aviez commencé.").waitFor();
    expect(await note.inputValue()).toBe("Pendant mon stage à Lisieux");
    await page.getByText("Recommencer à zéro").click();
    expect(await note.inputValue()).toBe("");
  }, 60_000);

  it("an offer changed in two tabs: the second is told, and may keep its version", async () => {
    const page = await stage.enter({ role: "employer" });
    await page.goto(`${stage.product.url}/employeur/offres`);
    await page.locator("main h3 a").first().click();
    await page.getByRole("link", { name: "Modifier" }).click();
    await page.waitForURL(/modifier/);
    const other = await page.context().newPage();
    await other.goto(page.url());
    for (const [tab, title] of [
      [other, "Titre de l'autre"],
      [page, "Mon titre"],
    ] as const) {
      await tab.getByRole("button", { name: "Continuer" }).click();
      await tab.getByRole("heading", { name: /^Quand, où/ }).waitFor();
      await tab.getByRole("button", { name: "Continuer" }).click();
      await tab.getByRole("textbox").first().fill(title);
      await tab.getByRole("button", { name: "Enregistrer" }).click();
      if (tab === other) await tab.getByRole("heading", { level: 1, name: title }).waitFor();
    }
    await page.getByRole("alert").getByText("Quelqu'un a changé cette offre").waitFor();
    await page.waitForLoadState("networkidle");
    expect(await page.getByRole("textbox").first().inputValue()).toBe("Mon titre");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await page.getByRole("heading", { level: 1, name: "Mon titre" }).waitFor();
  }, 60_000);
});
