import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { tidyFrench } from "../platform/tidy-french.ts";

const src = fileURLToPath(new URL("..", import.meta.url));

/** Every `<folder>/<namespace>` that has words. */
const namespaces = readdirSync(src, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) =>
    readdirSync(`${src}/${name}`)
      .filter((file) => file.endsWith(".fr.ts"))
      .map((file) => `${name}/${file.slice(0, -".fr.ts".length)}`),
  );

async function read(namespace: string, language: string): Promise<Record<string, unknown>> {
  return (await import(`${src}/${namespace}.${language}.ts`)).default;
}

function sentences(words: Record<string, unknown>, path = ""): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === "string"
      ? [[path + key, value]]
      : sentences(value as Record<string, unknown>, `${path}${key}.`),
  );
}

/** `{{name}}` → name, sorted. */
const parameters = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe("words in two languages", () => {
  it("finds the features", () => {
    expect(namespaces).toEqual(expect.arrayContaining(["app/app", "ui/ui", "accounts/accounts"]));
  });

  it.each(namespaces)("%s says the same things in French and English", async (namespace) => {
    const fr = sentences(await read(namespace, "fr"));
    const en = sentences(await read(namespace, "en"));
    expect(en.map(([key]) => key).sort()).toEqual(fr.map(([key]) => key).sort());
    const english = new Map(en);
    for (const [key, text] of fr)
      expect([key, parameters(english.get(key) ?? "")]).toEqual([key, parameters(text)]);
  });

  it.each(namespaces)("%s leaves no sentence empty", async (namespace) => {
    for (const language of ["fr", "en"])
      for (const [key, text] of sentences(await read(namespace, language)))
        expect([key, text.trim() === ""]).toEqual([key, false]);
  });

  it("never breaks a French line before a double mark or inside quotes", () => {
    const { text } = tidyFrench({ text: "Qui ? « Vous » : oui ; à 10 km !" });
    expect(text).toBe("Qui\u202f? «\u00a0Vous\u00a0»\u00a0: oui\u202f; à 10\u00a0km\u202f!");
  });
});
