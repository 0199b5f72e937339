import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { contractPlugin } from "./build/contract-plugin.ts";
import { firstPageBudget } from "./build/first-page-budget.ts";

const api = process.env.API_URL ?? "http://localhost:3000";

export default defineConfig({
  plugins: [react(), contractPlugin(), firstPageBudget()],
  css: { modules: { localsConvention: "camelCaseOnly" } },
  build: { modulePreload: { polyfill: false }, reportCompressedSize: false },
  server: { port: 5173, proxy: { "/api": api } },
  preview: { port: 4173, proxy: { "/api": api } },
});
