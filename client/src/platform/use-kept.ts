import { type Dispatch, type SetStateAction, useEffect, useRef, useState } from "react";
import { keepDraft, readDraft } from "./kept-drafts.ts";
import { useAccount } from "./session.ts";

export interface Kept<T> {
  value: T;
  set: Dispatch<SetStateAction<T>>;
  /** It was started earlier in this tab, and never sent. */
  restored: boolean;
  /** It has gone where it should: nothing is kept of it, nor of `last`, which is shown in its place. */
  forget(last?: T): void;
  /** Drops what was started. */
  restart(): void;
}

/** What somebody types in a long form: back, a reload, an ended session or a server away lose nothing of it. */
export function useKept<T>(name: string, initial: () => T): Kept<T> {
  const { id } = useAccount();
  const key = `${id} ${name}`;
  const [started] = useState(() => readDraft<T>(key));
  const [restored, setRestored] = useState(started !== null);
  const [value, set] = useState<T>(() => started ?? initial());
  const untouched = useRef<T | null>(value);
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
    if (value !== untouched.current) keepDraft(key, value);
  }, [key, value]);
  return {
    value,
    set,
    restored,
    // What is shown may have changed since it was sent: it stays.
    forget(last = latest.current) {
      untouched.current = last;
      set(() => last);
      keepDraft(key, null);
      setRestored(false);
    },
    restart() {
      const fresh = initial();
      untouched.current = fresh;
      keepDraft(key, null);
      setRestored(false);
      set(() => fresh);
    },
  };
}
