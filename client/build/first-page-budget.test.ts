import { describe, expect, it } from "vitest";
import { type ScriptChunk, scriptsOf, weigh } from "./first-page-budget.ts";

function chunk(fileName: string, facts: Partial<ScriptChunk> = {}): ScriptChunk {
  return { fileName, code: fileName, imports: [], isEntry: false, moduleIds: [`/src/${fileName}`], ...facts };
}

const chunks = [
  chunk("entry", { isEntry: true, imports: ["vendor"] }),
  chunk("vendor"),
  chunk("home", { imports: ["kit", "vendor"] }),
  chunk("kit", { imports: ["home"] }),
  chunk("other", { code: "x".repeat(500_000) }),
];

describe("first page budget", () => {
  it("counts the entry, the page, and all they import statically, once each", () => {
    expect([...scriptsOf(chunks, ["/src/home"])].sort()).toEqual(["entry", "home", "kit", "vendor"]);
  });

  it("leaves out what another page loads", () => {
    expect(scriptsOf(chunks, []).has("other")).toBe(false);
  });

  it("refuses a home that is in no chunk, rather than weighing nothing", () => {
    expect(() => scriptsOf(chunks, ["/src/gone"])).toThrow("/src/gone");
  });

  it("puts the heaviest page first", () => {
    const rows = weigh(chunks, [
      { name: "light", modules: [] },
      { name: "heavy", modules: ["/src/other"] },
    ]);
    expect(rows.map(({ name }) => name)).toEqual(["heavy", "light"]);
    expect(rows[0]?.kB).toBeGreaterThan(rows[1]?.kB ?? 0);
  });
});
