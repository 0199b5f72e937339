import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";
import { homes } from "../src/app/homes.ts";

/** Gzipped script that the first page of a role may load, in kB of 1,000 bytes (DESIGN section 7). */
const BUDGET_KB = 180;

export interface ScriptChunk {
  fileName: string;
  code: string;
  imports: string[];
  isEntry: boolean;
  moduleIds: string[];
}

export interface FirstPage {
  name: string;
  /** Absolute paths of the lazily loaded modules it needs beside the entry. */
  modules: string[];
}

/** Files of the chunks that hold `modules`, with all they import statically. Throws for a module in no chunk. */
export function scriptsOf(chunks: readonly ScriptChunk[], modules: readonly string[]): Set<string> {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const files = new Set<string>();
  const add = (chunk: ScriptChunk | undefined) => {
    if (!chunk || files.has(chunk.fileName)) return;
    files.add(chunk.fileName);
    for (const file of chunk.imports) add(byFile.get(file));
  };
  for (const chunk of chunks) if (chunk.isEntry) add(chunk);
  for (const module of modules) {
    const holder = chunks.find((chunk) => chunk.moduleIds.includes(module));
    if (!holder) throw new Error(`first page budget: no chunk holds ${module}`);
    add(holder);
  }
  return files;
}

/** Gzipped kB of script of each first page, the heaviest first. */
export function weigh(chunks: readonly ScriptChunk[], pages: readonly FirstPage[]) {
  const gzipped = new Map(chunks.map((chunk) => [chunk.fileName, gzipSync(chunk.code).length]));
  return pages
    .map(({ name, modules }) => {
      const files = [...scriptsOf(chunks, modules)];
      const bytes = files.reduce((sum, file) => sum + (gzipped.get(file) ?? 0), 0);
      return { name, files: files.length, kB: Math.round(bytes / 100) / 10 };
    })
    .sort((a, b) => b.kB - a.kB);
}

function firstPages(src: string): FirstPage[] {
  return Object.entries(homes).flatMap(([role, home]) =>
    ["fr", "en"].map((language) => ({
      name: `${role} (${language})`,
      modules: [
        home.page,
        ...["app/app", "ui/ui", "platform/platform", home.words].map((words) => `${words}.${language}.ts`),
      ].map((path) => `${src}/${path}`),
    })),
  );
}

/** Fails the build when the first page of a role loads more script than the budget; prints the table. */
export function firstPageBudget(): Plugin {
  const src = fileURLToPath(new URL("../src", import.meta.url));
  return {
    name: "acquis:first-page-budget",
    apply: "build",
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((item) => item.type === "chunk");
      const rows = weigh(chunks, firstPages(src));
      const table = rows.map(
        ({ name, files, kB }) => `  ${name.padEnd(20)} ${kB.toFixed(1).padStart(7)} kB  ${files} files`,
      );
      console.log(`\nfirst page, gzipped script (budget ${BUDGET_KB} kB)\n${table.join("\n")}\n`);
      const heavy = rows.filter(({ kB }) => kB > BUDGET_KB);
      if (heavy.length > 0)
        this.error(
          `first page over ${BUDGET_KB} kB: ${heavy.map(({ name, kB }) => `${name} ${kB} kB`).join(", ")}`,
        );
    },
  };
}
