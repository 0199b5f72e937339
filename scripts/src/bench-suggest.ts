import { join } from "node:path";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { suggestExactly } from "@acquis/search-config/referential/suggest-exactly.ts";
import type { SuggestItem } from "@acquis/search-config/referential/suggestion.rules.ts";
import { Catalogue } from "@acquis/server/referential/catalogue.ts";
import { createEmbeddedReferentialEngine } from "@acquis/server/referential/embedded-referential-engine.ts";
import { documentsFromFiles } from "@acquis/server/referential/import-rome/documents-from-files.ts";
import { romeDir } from "../../tests/bench/search/rome-world.ts";

const { values } = parseArgs({
  options: {
    words: { type: "string", default: "400" },
    checks: { type: "string", default: "25" },
    json: { type: "boolean", default: false },
  },
});
const dir = romeDir();
if (!dir) {
  console.log(
    "SKIPPED: bench:suggest reads the ROME files; set ROME_DIR to the folder that holds both editions.",
  );
  process.exit(0);
}

const LIMIT = 10;
// Memory means nothing before what is no longer used is gone.
setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");
const { competencies, occupations } = documentsFromFiles([join(dir, "rome-v460"), join(dir, "rome-v347")]);
const items = new Catalogue(competencies, occupations).suggestItems();
collect();
const before = process.memoryUsage();
const engine = createEmbeddedReferentialEngine();
let started = performance.now();
await engine.load(items);
const rebuildSeconds = (performance.now() - started) / 1000;
collect();
const after = process.memoryUsage();
const engineMb = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6;

/** Always the same chance, so that two runs ask the same. */
let seed = 20_261_121;
function chance(below: number): number {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed % below;
}

/** A slip of the finger somewhere after the second letter. */
function slip(text: string): string {
  const at = 2 + chance(Math.max(1, text.length - 3));
  const kind = chance(3);
  if (kind === 0) return text.slice(0, at) + text.slice(at + 1);
  if (kind === 1) return `${text.slice(0, at)}e${text.slice(at)}`;
  return text.slice(0, at) + (text[at + 1] ?? "") + (text[at] ?? "") + text.slice(at + 2);
}

interface Question {
  q: string;
  kind: SuggestItem["kind"];
}

/** Somebody types the beginning of a label or of a title, letter after letter; one in three slips once. */
function typing(): Question[] {
  const item = items[chance(items.length)];
  if (!item) return [];
  const texts = [item.label, ...item.titles];
  const text = (texts[chance(texts.length)] ?? item.label).split(" / ")[0] ?? "";
  const wanted = text.slice(0, 8 + chance(24));
  const typed = wanted.length > 6 && chance(3) === 0 ? slip(wanted) : wanted;
  return Array.from({ length: typed.length }, (_, at) => ({ q: typed.slice(0, at + 1), kind: item.kind }));
}

const questions = Array.from({ length: Number(values.words) }, typing).flat();
// The first questions warm the compiler, as the first minute of a server does.
for (const { q, kind } of questions.slice(0, 300)) await engine.suggest({ q, kind, limit: LIMIT });
const times: number[] = [];
let answered = 0;
for (const { q, kind } of questions) {
  started = performance.now();
  const found = await engine.suggest({ q, kind, limit: LIMIT });
  times.push(performance.now() - started);
  if (found.length > 0) answered++;
}
let differences = 0;
for (let check = 0; check < Number(values.checks); check++) {
  const question = questions[chance(questions.length)];
  if (!question) continue;
  const found = await engine.suggest({ ...question, limit: LIMIT });
  const exact = suggestExactly(items, { ...question, limit: LIMIT });
  if (
    JSON.stringify(found.map((one) => [one.id, one.matched])) !==
    JSON.stringify(exact.map((one) => [one.id, one.matched]))
  )
    differences++;
}

times.sort((a, b) => a - b);
const at = (share: number) => Number((times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(3));
const result = {
  items: items.length,
  queries: questions.length,
  answeredShare: Number((answered / questions.length).toFixed(3)),
  p50Ms: at(0.5),
  p95Ms: at(0.95),
  p99Ms: at(0.99),
  maxMs: at(1),
  rebuildSeconds: Number(rebuildSeconds.toFixed(2)),
  engineMb: Number(engineMb.toFixed(1)),
  checks: Number(values.checks),
  differences,
};
console.log("Suggestions while typing, on the full ROME");
for (const [name, value] of Object.entries(result)) console.log(`  ${name.padEnd(16)}${value}`);
if (values.json) console.log(JSON.stringify(result));
if (differences > 0) process.exitCode = 1;
