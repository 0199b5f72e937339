import { defineConfig } from "vitest/config";

// Two cores: one file may seed a database while another draws a page, no more.
const common = { environment: "node", maxWorkers: 2, testTimeout: 20_000, hookTimeout: 60_000 } as const;

export default defineConfig({
  test: {
    ...common,
    reporters: process.env.CI
      ? ["default", ["json", { outputFile: "tests/output/results.json" }]]
      : ["default"],
    projects: [
      {
        test: {
          ...common,
          name: "unit",
          include: [
            "shared/src/**/*.test.ts",
            "search-config/src/**/*.test.ts",
            "server/**/*.test.ts",
            "client/**/*.test.{ts,tsx}",
            "scripts/src/**/*.test.ts",
          ],
        },
      },
      {
        test: {
          ...common,
          name: "product",
          include: ["tests/*.test.ts", "tests/{api,contracts,bench}/**/*.test.ts"],
        },
      },
      {
        test: {
          ...common,
          name: "journeys",
          include: ["tests/journeys/**/*.journey.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
