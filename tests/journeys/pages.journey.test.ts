import type { Role } from "@acquis/shared/accounts/account.schema.ts";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESK, openStage, PHONE, type Stage, violationsOn, withoutBrowser } from "../testing/browser.ts";

/** Every page, by role; `link` is followed from the page before, for addresses that hold an id. */
const pages: { role?: Role; rank?: number; paths: (string | { link: RegExp })[] }[] = [
  {
    paths: [
      "/",
      "/connexion",
      "/inscription",
      "/mot-de-passe-oublie",
      "/regle",
      "/accessibilite",
      "/mentions",
      "/demo/mails",
      "/lien/forged",
      "/verifier",
      "/badges",
      { link: /\/badges\/cadre\/[^/?]+$/ },
      "/badges/credentials/forged",
      "/nowhere",
    ],
  },
  {
    role: "trainee",
    paths: [
      "/stagiaire",
      "/stagiaire/competences",
      { link: /\/stagiaire\/competences\/(?!ajouter)[^/]+$/ },
      "/stagiaire/competences/ajouter",
      "/stagiaire/competences/ajouter/metier",
      "/stagiaire/competences/ajouter/partout",
      "/stagiaire/competences/ajouter/recherche",
      "/stagiaire/attestations",
      "/stagiaire/parcours",
      "/stagiaire/parcours/ajouter",
      "/stagiaire/bientot",
      "/stagiaire/recherche",
      "/stagiaire/offres",
      { link: /\/stagiaire\/offres\/[^/?]+$/ },
      "/stagiaire/badges/ajouter",
      "/stagiaire/badges",
      { link: /\/stagiaire\/badges\/(?!ajouter)[^/?]+$/ },
      "/compte",
    ],
  },
  { role: "trainee", rank: 1, paths: ["/stagiaire", "/stagiaire/competences", "/stagiaire/offres"] },
  {
    role: "trainer",
    paths: [
      "/formateur",
      "/formateur/sessions",
      { link: /\/formateur\/sessions\/[^/?]+$/ },
      "/formateur/stagiaires",
      { link: /\/formateur\/stagiaires\/[^/?]+$/ },
      { link: /\/formateur\/stagiaires\/[^/?]+\/badges$/ },
    ],
  },
  {
    role: "providerAdmin",
    paths: [
      "/organisme",
      "/organisme/formations",
      "/organisme/formations/nouvelle",
      "/organisme/sessions/nouvelle",
      "/organisme/equipe",
      "/nos-badges/nouveau",
      "/nos-badges/ailleurs",
      "/nos-badges",
      { link: /\/nos-badges\/(?!nouveau|ailleurs)[^/?]+$/ },
      { link: /\/nos-badges\/[^/?]+\/delivrer$/ },
      { link: /\/nos-badges\/[^/?]+$/ },
      { link: /\/nos-badges\/[^/?]+\/modifier$/ },
      { link: /\/nos-badges\/[^/?]+$/ },
      { link: /\/nos-badges\/[^/?]+\/reconnaissance$/ },
    ],
  },
  { role: "employer", paths: ["/employeur", "/employeur/offres", "/employeur/offres/nouvelle"] },
  { role: "employer", rank: 1, paths: ["/employeur", "/nos-badges"] },
  { role: "advisor", paths: ["/conseil", "/nos-badges"] },
  {
    role: "steward",
    paths: [
      "/region",
      "/region/organisations",
      "/region/referentiel",
      "/region/etat-de-la-recherche",
      "/region/badges/nouveau",
      "/region/badges/reconnaissances",
      { link: /\/region\/badges\/reconnaissances\/[^/?]+$/ },
      "/region/badges",
      { link: /\/region\/badges\/(?!nouveau|reconnaissances)[^/?]+$/ },
      { link: /\/region\/badges\/[^/?]+\/modifier$/ },
      { link: /\/region\/badges\/(?!nouveau|reconnaissances)[^/?]+$/ },
      { link: /\/region\/badges\/[^/?]+\/delivrer$/ },
    ],
  },
];

let stage: Stage;
beforeAll(async () => {
  if (!withoutBrowser) stage = await openStage();
});
afterAll(() => stage?.close());

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.locator("main h1").first().waitFor();
}

/** Nothing sticks out sideways: a page wider than its window cannot be read at 200 % zoom. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** What a finger would miss: less than 44 px high or wide. A link inside a sentence is read, not aimed at. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll("a, button, input, select, textarea, summary")) {
      const style = getComputedStyle(element);
      const own = element.getBoundingClientRect();
      if (own.width <= 1 || own.height <= 1 || style.visibility === "hidden" || style.opacity === "0")
        continue;
      if (element.tagName === "A" && style.display === "inline") continue;
      // A link stretched over its card or row by what is drawn after it is as large as they are.
      if (getComputedStyle(element, "::after").position === "absolute") continue;
      const { width, height } = (element.closest("label") ?? element).getBoundingClientRect();
      if (Math.min(width, height) < 43.5)
        found.push(`${Math.round(width)} x ${Math.round(height)} ${element.tagName} ${element.textContent}`);
    }
    return found;
  });
}

describe.skipIf(withoutBrowser)("every page", () => {
  it.each(
    pages.flatMap(({ role, rank, paths }) =>
      [DESK, PHONE].map((size) => ({
        who: `${role ?? "visitor"}${rank ? ` ${rank}` : ""}`,
        width: size.width,
        size,
        role,
        rank,
        paths,
      })),
    ),
  )(
    "$who at $width px: no violation, nothing cut, nothing too small to touch, no error",
    async ({ role, rank, size, paths }) => {
      const page = await stage.enter({
        size,
        dark: size === PHONE,
        ...(role ? { role } : {}),
        ...(rank ? { rank } : {}),
      });
      const errors: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" && !message.text().includes("Failed to load resource"))
          errors.push(message.text());
      });
      const found: Record<string, unknown> = {};
      for (const path of paths) {
        if (typeof path === "string") await page.goto(`${stage.product.url}${path}`);
        else {
          const hrefs = await page
            .locator("main a")
            .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
          const target = hrefs.find((href) => path.link.test(href));
          expect(target, `a link like ${path.link} on ${page.url()}`).toBeDefined();
          await page.goto(`${stage.product.url}${target}`);
        }
        await settled(page);
        const violations = await violationsOn(page);
        const wide = await overflow(page);
        const small = size === PHONE ? await tooSmall(page) : [];
        if (violations.length > 0 || wide > 0 || small.length > 0)
          found[page.url().replace(stage.product.url, "")] = { violations, wide, small };
      }
      expect({ found, errors }).toEqual({ found: {}, errors: [] });
      await page.context().close();
    },
  );

  it("at 200 % zoom the homes of trainee and employer are read without scrolling sideways", async () => {
    for (const role of ["trainee", "employer"] as const) {
      // 200 % of a 1280 px window leaves 640 CSS pixels.
      const page = await stage.enter({ role, size: { width: 640, height: 400 } });
      await settled(page);
      expect(await overflow(page)).toBe(0);
      await page.context().close();
    }
  });

  it("what does not exist says so, and does not offer to try again", async () => {
    const page = await stage.enter({ role: "employer" });
    for (const path of ["/employeur/offres/nobody", "/employeur/candidats/nobody"]) {
      await page.goto(`${stage.product.url}${path}`);
      await page.getByRole("alert").getByText("Cela n'existe pas").waitFor();
      expect(await page.getByRole("button", { name: "Réessayer" }).count()).toBe(0);
    }
    await page.context().close();
  });

  it("in English, the examples that a search gives find something", async () => {
    const page = await stage.enter({ role: "steward" });
    await page.goto(`${stage.product.url}/region/recherche`);
    await page.getByRole("button", { name: "English" }).click();
    const box = page.getByRole("combobox", { name: "Which occupation?" });
    const [, words = ""] = ((await box.getAttribute("placeholder")) ?? "").split(": ");
    expect(words.split(", ")).toHaveLength(2);
    for (const word of words.split(", ")) {
      await box.fill(word);
      await page
        .getByRole("option", { name: new RegExp(word, "i") })
        .first()
        .waitFor();
    }
    await page.getByRole("button", { name: "Français" }).click();
    await page.getByRole("combobox", { name: "Quel métier ?" }).waitFor();
    await page.context().close();
  });
});
