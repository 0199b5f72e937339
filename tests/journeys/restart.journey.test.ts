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
});
