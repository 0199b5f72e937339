import { fold, wordsOf } from "@acquis/shared/referential/text.rules.ts";
import {
  beginsAlike,
  judgeText,
  orderItems,
  type SuggestItem,
  textsOf,
  typedWords,
} from "./suggestion.rules.ts";

export interface ExactSuggestion {
  id: string;
  label: string;
  matched: string | null;
}

interface Found {
  item: SuggestItem;
  text: string;
  /** Edits, field, favoured, form, beginning: compared in that order, least first. */
  key: number[];
}

function compareKeys(one: readonly number[], other: readonly number[]): number {
  for (let at = 0; at < one.length; at++) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * What every engine must answer, by looking at everything: fewest typos, label before title, favoured first,
 * nearest form, same beginning, then `orderItems`; each item once, each label once.
 */
export function suggestExactly(
  items: readonly SuggestItem[],
  asked: { q: string; kind: SuggestItem["kind"]; limit: number },
): ExactSuggestion[] {
  const typed = typedWords(asked.q);
  if (typed.length === 0) return [];
  const found: Found[] = [];
  for (const item of orderItems(items.filter((one) => one.kind === asked.kind))) {
    let best: Found | null = null;
    for (const { text, field } of textsOf(item)) {
      const words = wordsOf(text);
      const answer = judgeText(words, typed);
      if (!answer) continue;
      const begins = beginsAlike(words[0] ?? "", typed) ? 0 : 1;
      const key = [answer.edits, field, item.favoured ? 0 : 1, answer.form, begins];
      if (!best || compareKeys(key, best.key) < 0) best = { item, text, key };
    }
    if (best) found.push(best);
  }
  // A stable sort: equals stay in the order of items.
  found.sort((a, b) => compareKeys(a.key, b.key));
  const labels = new Set<string>();
  const answer: ExactSuggestion[] = [];
  for (const { item, text } of found) {
    const label = fold(item.label);
    if (labels.has(label)) continue;
    labels.add(label);
    answer.push({ id: item.id, label: item.label, matched: text === item.label ? null : text });
    if (answer.length === asked.limit) break;
  }
  return answer;
}
