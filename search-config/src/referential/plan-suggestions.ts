import { wordsOf } from "@acquis/shared/referential/text.rules.ts";
import { encode } from "../candidates/candidate-document.ts";
import { and, EVERYBODY, type Filter, NOBODY, not, oneOf, or } from "../filters/filter-tree.ts";
import { beginningOf, beginsAlike, FIELD, FORM, judgeText, type TypedWord } from "./suggestion.rules.ts";
import { type KeptText, SHORT_PREFIX, sameLabel } from "./suggestion-document.ts";

/** A search of the texts of one kind, the first by rank. */
export interface TextSearch {
  filter: Filter;
  fetch: number;
}
export interface TextAnswer {
  total: number;
  texts: readonly KeptText[];
}

/** Words that answer a word typed, and with how many typos (0 to 2). */
export type AnsweringWords = (typed: TypedWord) => Iterable<{ word: string; edits: number }>;

/** Few enough texts to fetch them all and let the rule order them. */
const FEW = 300;
/** Tiers asked in one round: a first round of them nearly always fills the list. */
const AT_ONCE = 12;

/**
 * Counting sort again: what answers is either little, fetched and ordered by the rule, or much, and then asked tier
 * after tier in the order of `suggestExactly` (edits, field, favoured, form, beginning), each in order of rank, until
 * the list is full. Ends with the texts that answer, in order, one for each label.
 */
export function* planSuggestions(
  typed: readonly TypedWord[],
  answering: AnsweringWords,
  limit: number,
): Generator<TextSearch[], KeptText[], TextAnswer[]> {
  if (typed.length === 0) return [];
  const classes = typed.map((one) => classesOf(one, answering));
  const anything = and(...classes.map((some) => or(...some.map((one) => one.filter))));
  if (anything === NOBODY) return [];
  const [whole] = yield [{ filter: anything, fetch: FEW }];
  if (!whole || whole.total <= FEW) return firstOfEachLabel(inOrder(whole?.texts ?? [], typed), limit);

  const found: KeptText[] = [];
  const labels = new Set<string>();
  let ordered = tiersOf(classes, typed);
  while (ordered.length > 0 && found.length < limit) {
    const round = ordered.slice(0, AT_ONCE);
    ordered = ordered.slice(AT_ONCE);
    const answers = yield round.map((filter) => ({ filter, fetch: limit * 2 }));
    for (const [at, answer] of answers.entries()) {
      let texts = answer.texts;
      const fresh = new Set(texts.map(sameLabel).filter((label) => !labels.has(label)));
      // Many texts of few labels: the whole tier is needed.
      if (texts.length < answer.total && found.length + fresh.size < limit)
        texts = (yield [{ filter: round[at] ?? NOBODY, fetch: answer.total }])[0]?.texts ?? [];
      for (const text of texts)
        if (!labels.has(sameLabel(text))) {
          labels.add(sameLabel(text));
          found.push(text);
        }
      if (found.length >= limit) break;
    }
  }
  return found.slice(0, limit);
}

interface AnswerClass {
  edits: number;
  form: number;
  /** Texts with a word that answers so, whatever else they have. */
  filter: Filter;
}

/** The ways a word typed is answered, best first; those that nothing answers left out. */
function classesOf(typed: TypedWord, answering: AnsweringWords): AnswerClass[] {
  const byEdits: string[][] = [[], [], []];
  for (const { word, edits } of answering(typed)) byEdits[edits]?.push(encode(word));
  const exact = encode(typed.word);
  const longer =
    typed.word.length <= SHORT_PREFIX ? oneOf("prefixes", [exact]) : oneOf("words", byEdits[0] ?? []);
  const family = typed.family === null ? NOBODY : oneOf("families", [encode(typed.family)]);
  return [
    { edits: 0, form: FORM.exact, filter: oneOf("words", [exact]) },
    { edits: 0, form: FORM.prefix, filter: typed.prefix ? longer : NOBODY },
    { edits: 0, form: FORM.family, filter: family },
    { edits: 1, form: FORM.typo, filter: oneOf("words", byEdits[1] ?? []) },
    { edits: 2, form: FORM.typo, filter: oneOf("words", byEdits[2] ?? []) },
  ].filter((one) => one.filter !== NOBODY);
}

/** Filters of the tiers, in the order of the rule; each text is in one. */
function tiersOf(classes: readonly AnswerClass[][], typed: readonly TypedWord[]): Filter[] {
  let sums = new Map<string, { edits: number; form: number; filter: Filter }>([
    ["0,0", { edits: 0, form: 0, filter: EVERYBODY }],
  ]);
  for (const some of classes) {
    const next: typeof sums = new Map();
    for (const sum of sums.values())
      some.forEach((one, at) => {
        // The best answer of the word: this way, and none of the better ones.
        const best = and(one.filter, ...some.slice(0, at).map((better) => not(better.filter)));
        const edits = sum.edits + one.edits;
        const form = sum.form + one.form;
        const key = `${edits},${form}`;
        const filter = or(next.get(key)?.filter ?? NOBODY, and(sum.filter, best));
        next.set(key, { edits, form, filter });
      });
    sums = next;
  }
  const beginning = oneOf("begins", [encode(beginningOf(typed))]);
  const all = [...sums.values()].sort((a, b) => a.edits - b.edits || a.form - b.form);
  return [...new Set(all.map((one) => one.edits))].flatMap((edits) =>
    [FIELD.label, FIELD.title, FIELD.english].flatMap((field) =>
      [1, 0].flatMap((favoured) =>
        all
          .filter((one) => one.edits === edits)
          .flatMap(({ filter }) =>
            [beginning, not(beginning)].map((begins) =>
              and(oneOf("field", [field]), oneOf("favoured", [favoured]), begins, filter),
            ),
          ),
      ),
    ),
  );
}

/** Texts in the order of `suggestExactly`. */
function inOrder(texts: readonly KeptText[], typed: readonly TypedWord[]): KeptText[] {
  const judged = texts.flatMap((text) => {
    const words = wordsOf(text.text);
    const answer = judgeText(words, typed);
    if (!answer) return [];
    const begins = beginsAlike(words[0] ?? "", typed) ? 0 : 1;
    return { text, key: [answer.edits, text.field, text.favoured ? 0 : 1, answer.form, begins, text.rank] };
  });
  judged.sort((a, b) => {
    const at = a.key.findIndex((value, index) => value !== b.key[index]);
    return at < 0 ? 0 : (a.key[at] ?? 0) - (b.key[at] ?? 0);
  });
  return judged.map(({ text }) => text);
}

function firstOfEachLabel(texts: readonly KeptText[], limit: number): KeptText[] {
  const labels = new Set<string>();
  const first = texts.filter((text) => {
    const label = sameLabel(text);
    return !labels.has(label) && labels.add(label);
  });
  return first.slice(0, limit);
}
