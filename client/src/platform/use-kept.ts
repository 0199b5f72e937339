import { type Dispatch, type SetStateAction, useEffect, useRef, useState } from "react";
import { keepDraft, readDraft } from "./kept-drafts.ts";
import { useAccount } from "./session.ts";

export interface Kept<T> {
  value: T;
  set: Dispatch<SetStateAction<T>>;
  /** It was started earlier in this tab, and never sent. */
  restored: boolean;
  /** It has gone where it should: nothing is kept of it. */
  forget(): void;
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
  const gone = useRef(false);
  useEffect(() => {
    if (value !== untouched.current && !gone.current) keepDraft(key, value);
  }, [key, value]);
  return {
    value,
    set,
    restored,
    forget() {
      gone.current = true;
      keepDraft(key, null);
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
