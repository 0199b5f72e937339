import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { TextInput } from "../ui/fields.tsx";
import { useSettled } from "../ui/pickers/use-settled.ts";
import styles from "./matches.module.css";
import type { MatchesSearch } from "./offer-matches-search.ts";

interface WordsProps {
  search: MatchesSearch;
  /** `replace`: going back does not spell the words letter by letter. */
  onChange: (search: MatchesSearch, replace?: boolean) => void;
}

/** What people look for first: words, handed over when the typing stops. */
export function OfferMatchesWords({ search, onChange }: WordsProps) {
  const { t } = useTranslation("matches");
  const [typed, setTyped] = useState(search.mots ?? "");
  const settled = useSettled(typed, 300);
  // What comes back from the address is what was handed over, unless somebody went back or removed the words.
  const handed = useRef(search.mots ?? "");
  useEffect(() => {
    const words = search.mots ?? "";
    if (words !== handed.current) setTyped(words);
    handed.current = words;
  }, [search.mots]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed is handed over.
  useEffect(() => {
    const words = settled.trim();
    if (settled !== typed || words === (search.mots ?? "")) return;
    handed.current = words;
    onChange({ ...search, mots: words || undefined }, true);
  }, [settled]);
  return (
    <search className={styles.look}>
      <TextInput
        label={t("words.label")}
        description={t("words.hint")}
        type="search"
        enterKeyHint="search"
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </search>
  );
}
