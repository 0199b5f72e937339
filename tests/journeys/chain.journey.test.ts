import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStage, PHONE, type Stage, withoutBrowser } from "../testing/browser.ts";
import { settle } from "../testing/people.ts";

let stage: Stage;
beforeAll(async () => {
  if (!withoutBrowser) stage = await openStage();
});
afterAll(() => stage?.close());

describe.skipIf(withoutBrowser)("the chain, across three roles, in a browser", () => {
  it("a trainee asks, a trainer attests, an employer finds the proof; nobody learns a name", async () => {
    const visitor = stage.product.visitor();
    const personas = await visitor.api.accounts.demoPersonas();
    const awa = personas.find((one) => one.name === "Awa Diallo");
    const claire = personas.find((one) => one.name === "Claire Lefèvre");
    if (!awa || !claire) throw new Error("the demonstration lacks its personas");

    // The trainee, on a phone: what is acquired but not proven yet, and a request to Claire.
    await visitor.api.accounts.demoSignIn({ personaId: awa.id });
    const portfolio = await visitor.api.portfolio.readMine();
    const wanted = portfolio.competencies.find((one) => one.mark === "acquired" && !one.requested);
    if (!wanted) throw new Error("Awa has nothing left to prove");
    const phone = await stage.enter({ role: "trainee", size: PHONE });
    await phone.getByRole("link", { name: "Je sais faire" }).first().click();
    await phone.getByRole("link", { name: wanted.label }).first().click();
    await phone.getByRole("link", { name: "Demander une preuve" }).click();
    await phone.getByRole("radio", { name: /Claire Lefèvre/ }).check();
    await phone.getByRole("button", { name: "Envoyer la demande" }).click();
    await phone
      .getByText(/Vous avez demandé à Claire Lefèvre/)
      .first()
      .waitFor();

    // The employer, before: acquired, not proven.
    const search = {
      essential: [{ competencyId: wanted.id, level: wanted.heldLevel ?? 1 }],
      neededBy: "2026-12-31",
    };
    const employer = stage.product.visitor();
    const thomas = personas.find((one) => one.name === "Thomas Duval");
    await employer.api.accounts.demoSignIn({ personaId: thomas?.id ?? "" });
    const kindOf = async () => {
      for (let page = 1; page < 40; page++) {
        const { results, total } = await employer.api.candidates.search({ ...search, page, pageSize: 50 });
        const found = results.find((one) => one.id === awa.id);
        if (found) return { kind: found.essential[0]?.verdict.kind, name: found.name };
        if (page * 50 >= total) break;
      }
      return null;
    };
    expect(await kindOf()).toEqual({ kind: "acquired", name: null });

    // The trainer answers in place, by keyboard alone.
    const desk = await stage.enter({ role: "trainer" });
    const open = desk.getByRole("button", { name: `Attester « ${wanted.label} » pour Awa Diallo` });
    await open.focus();
    await desk.keyboard.press("Enter");
    const levels = desk.getByRole("group", { name: "Niveau observé" });
    await levels.getByRole("radio").nth(2).focus();
    await desk.keyboard.press("Space");
    const submit = desk.getByRole("button", { name: /^Attester : Autonome/ });
    await submit.focus();
    await desk.keyboard.press("Enter");
    await desk
      .getByText(/Attesté\. Awa Diallo le verra/)
      .first()
      .waitFor();
    await settle(stage.product);
    expect((await kindOf())?.kind).toBe("proven");

    // The employer sees it in the page, and no name anywhere.
    const seeker = await stage.enter({ role: "employer" });
    await seeker
      .getByRole("combobox", { name: "Ajouter une autre compétence" })
      .fill(wanted.label.slice(0, 24));
    await seeker
      .getByRole("option", { name: new RegExp(wanted.label.slice(0, 20), "i") })
      .first()
      .click();
    await seeker
      .getByText(/^\d[\d\s ]* personnes?/)
      .first()
      .waitFor();
    const text = (await seeker.locator("main").textContent()) ?? "";
    expect(text).not.toMatch(/Awa|Diallo/);
    await seeker.goto(`${stage.product.url}/employeur/candidats/${awa.id}`);
    await seeker.getByText(wanted.label).first().waitFor();
    expect(await seeker.locator("main").textContent()).not.toMatch(/Awa|Diallo|Claire|Lefèvre/);

    // The trainee reads who proved it, and agrees.
    await phone.goto(`${stage.product.url}/stagiaire/competences/${wanted.id}`);
    await phone
      .getByText(/Claire Lefèvre/)
      .first()
      .waitFor();
    await phone
      .getByRole("button", { name: /d'accord/i })
      .first()
      .click();
    await expect
      .poll(async () => {
        const { competencies } = await visitor.api.portfolio.readMine();
        return competencies.find((one) => one.id === wanted.id)?.evidence.at(-1)?.answer?.answer;
      })
      .toBe("accepted");
  });

  it("somebody new is told what to do first, and does it", async () => {
    const page = await stage.enter({ role: "trainee", rank: 1, size: PHONE });
    await page.getByRole("link", { name: "Choisir un métier" }).click();
    await page
      .getByRole("link", { name: /Soudeur/ })
      .first()
      .click();
    await page.getByRole("checkbox").first().check();
    await page.getByRole("button", { name: "Ajouter 1 compétence" }).click();
    await page.waitForURL(/\/stagiaire\/competences$/);
    await page.getByText("Pas encore prouvée.").first().waitFor();
  });

  it("one click per role signs in, and each role lands on its own home", async () => {
    const homes: [string, RegExp][] = [
      ["Awa Diallo", /\/stagiaire$/],
      ["Claire Lefèvre", /\/formateur$/],
      ["Nadia Benali", /\/organisme$/],
      ["Thomas Duval", /\/employeur$/],
      ["Julien Morel", /\/conseil$/],
      ["Hélène Gautier", /\/region$/],
    ];
    for (const [name, home] of homes) {
      const page = await stage.enter();
      await page.goto(`${stage.product.url}/connexion`);
      await page.getByRole("button", { name: new RegExp(name) }).click();
      await page.waitForURL(home);
      await page.locator("main h1").first().waitFor();
      await page.context().close();
    }
  });

  it("the wrong role is sent to its own home, a visitor to sign in", async () => {
    const trainee = await stage.enter({ role: "trainee" });
    await trainee.goto(`${stage.product.url}/region`);
    await trainee.waitForURL(/\/stagiaire/);
    const visitor = await stage.enter();
    await visitor.goto(`${stage.product.url}/employeur`);
    await visitor.waitForURL(/\/connexion/);
  });
});
