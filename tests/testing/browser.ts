import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { seedDemo } from "@acquis/server/app/demo/seed-demo.ts";
import type { Role } from "@acquis/shared/accounts/account.schema.ts";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { fixedClock, type Product, startProduct } from "./product.ts";

const CHROMIUM = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
/** Another build may be looked at with CLIENT_DIR, without touching the one that others serve. */
const CLIENT_DIR = process.env.CLIENT_DIR ?? fileURLToPath(new URL("../../client/dist", import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Without a browser the journeys are skipped on a developer's machine, saying so, and fail in CI. */
export const withoutBrowser = !existsSync(CHROMIUM) && !process.env.CI;
if (withoutBrowser) console.warn(`JOURNEYS SKIPPED: no browser at ${CHROMIUM} (set CHROMIUM_PATH)`);

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 800 };

const HOMES: Record<Role, string> = {
  trainee: "/stagiaire",
  trainer: "/formateur",
  providerAdmin: "/organisme",
  employer: "/employeur",
  advisor: "/conseil",
  steward: "/region",
};

export interface Stage {
  product: Product;
  browser: Browser;
  /** A fresh browser profile, as a persona of the demonstration when a role is given. */
  enter(options?: EnterOptions): Promise<Page>;
  close(): Promise<void>;
}

interface EnterOptions {
  role?: Role;
  /** Which persona of that role, from 0. */
  rank?: number;
  size?: { width: number; height: number };
  dark?: boolean;
  locale?: string;
  zoom?: number;
}

/** The built product with the fictional territory, and a real Chromium on the same fixed day. */
export async function openStage(): Promise<Stage> {
  if (!existsSync(`${CLIENT_DIR}/index.html`)) throw new Error("client/dist is missing: npm run build");
  const product = await startProduct({ overrides: { clientDir: CLIENT_DIR } });
  await seedDemo(product.app);
  await product.app.features.candidates.indexer.loadAll();
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-sync",
    ],
  });
  return {
    product,
    browser,
    async enter(options = {}) {
      const context = await browser.newContext({
        viewport: options.size ?? DESK,
        colorScheme: options.dark ? "dark" : "light",
        locale: options.locale ?? "fr-FR",
        timezoneId: "Europe/Paris",
        reducedMotion: "reduce",
        deviceScaleFactor: 1,
      });
      await context.clock.setFixedTime(fixedClock.now());
      if (options.role) await signIn(context, product, options.role, options.rank ?? 0);
      const page = await context.newPage();
      page.on("pageerror", (error) => {
        throw error;
      });
      await page.goto(`${product.url}${options.role ? HOMES[options.role] : "/"}`);
      await page.locator("main h1").first().waitFor();
      return page;
    },
    async close() {
      await browser.close();
      await product.stop();
    },
  };
}

async function signIn(context: BrowserContext, product: Product, role: Role, rank: number): Promise<void> {
  const visitor = product.visitor();
  const personas = (await visitor.api.accounts.demoPersonas()).filter((one) => one.role === role);
  await visitor.api.accounts.demoSignIn({ personaId: personas[rank]?.id ?? "" });
  await context.addCookies(
    [...visitor.cookies].map(([name, value]) => ({
      name,
      value,
      url: name === "acquis_refresh" ? `${product.url}/api/v1/accounts` : product.url,
      httpOnly: true,
    })),
  );
}

export interface Violation {
  rule: string;
  help: string;
  where: string[];
}

/** What axe finds wrong on the page as it is now (WCAG 2.1 A and AA, and good practice). */
export async function violationsOn(page: Page): Promise<Violation[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: { run(): Promise<{ violations: AxeResult[] }> } }).axe;
    interface AxeResult {
      id: string;
      help: string;
      nodes: { target: unknown[] }[];
    }
    const { violations } = await axe.run();
    return violations.map((one) => ({
      rule: one.id,
      help: one.help,
      where: one.nodes.map((node) => node.target.join(" ")),
    }));
  });
}
