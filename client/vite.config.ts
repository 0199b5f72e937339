import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { chunkGroups } from "./build/chunks.ts";
import { contractPlugin } from "./build/contract-plugin.ts";
import { firstPageBudget } from "./build/first-page-budget.ts";

const api = process.env.API_URL ?? "http://localhost:3000";
/** The API, and what badges name beside their pages: images, files, codes. */
const proxy = { "/api": api, "^/badges/.+\\.(png|svg|json)$": api, "^/badges/v2/": api };

export default defineConfig({
  plugins: [react(), contractPlugin(), firstPageBudget()],
  css: { modules: { localsConvention: "camelCaseOnly" } },
  build: {
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: { groups: chunkGroups } } },
  },
  server: { port: 5173, proxy },
  preview: { port: 4173, proxy },
});
