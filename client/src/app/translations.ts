import type { WordsLoader } from "../platform/i18n.ts";

/** Every `<namespace>.<language>.ts` one folder below src: one small script each, loaded when asked for. */
const files = import.meta.glob<Record<string, unknown>>("../*/*.{fr,en}.ts", { import: "default" });

const byName = new Map(
  Object.entries(files).map(([path, load]) => [path.slice(path.lastIndexOf("/") + 1, -".ts".length), load]),
);

/** Finds the words of a namespace in a language. Throws for a namespace that has no file. */
export const loadWords: WordsLoader = async (namespace, locale) => {
  const load = byName.get(`${namespace}.${locale}`);
  if (!load) throw new Error(`no words for ${namespace} in ${locale}`);
  return load();
};
