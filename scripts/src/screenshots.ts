import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium, type Page } from "playwright-core";
import { signInAs, startRunningProduct } from "./bench/running-product.ts";

const OUT = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 860 };

interface Shot {
  name: string;
  role?: string;
  path: string;
  size: { width: number; height: number };
  before?(page: Page): Promise<void>;
}

const shots: Shot[] = [
  { name: "landing", path: "/", size: DESK },
  { name: "trainee-phone", role: "trainee", path: "/stagiaire", size: PHONE },
  { name: "trainee-offers-phone", role: "trainee", path: "/stagiaire/offres", size: PHONE },
  { name: "trainer-home", role: "trainer", path: "/formateur", size: DESK },
  {
    name: "employer-candidates",
    role: "employer",
    path: "/employeur",
    size: DESK,
    async before(page) {
      await page
        .getByRole("button", { name: /Aide-soignant/ })
        .first()
        .click();
      await page.getByRole("button", { name: /compétences de base/ }).click();
      await page
        .getByRole("link", { name: /^Profil / })
        .first()
        .waitFor();
      await page.waitForLoadState("networkidle");
      await page.evaluate("window.scrollTo(0, 0)");
    },
  },
  { name: "trainee-badges-phone", role: "trainee", path: "/stagiaire/badges", size: PHONE },
  {
    name: "steward-recognition",
    role: "steward",
    path: "/region/badges/reconnaissances",
    size: DESK,
    async before(page) {
      await page.locator("main a[href*='/reconnaissances/']").first().click();
      await page.waitForLoadState("networkidle");
    },
  },
  { name: "steward-observatory", role: "steward", path: "/region", size: DESK },
];

const product = await startRunningProduct();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
try {
  await mkdir(OUT, { recursive: true });
  for (const shot of shots) {
    const context = await browser.newContext({
      viewport: shot.size,
      locale: "fr-FR",
      reducedMotion: "reduce",
      colorScheme: "light",
    });
    if (shot.role) {
      const { cookie } = await signInAs(product.url, shot.role);
      await context.addCookies(
        cookie.split("; ").map((pair) => {
          const [name = "", value = ""] = pair.split("=");
          return { name, value, url: product.url };
        }),
      );
    }
    const page = await context.newPage();
    await page.goto(`${product.url}${shot.path}`);
    await page.waitForLoadState("networkidle");
    await shot.before?.(page);
    await page.waitForTimeout(300);
    await page.screenshot({ path: `${OUT}${shot.name}.png` });
    console.log(`docs/screenshots/${shot.name}.png`);
    await context.close();
  }
} finally {
  await browser.close();
  await product.discard();
}
