import { useEffect, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./icon.tsx";
import styles from "./toast.module.css";

interface Message {
  id: number;
  tone: "done" | "problem";
  text: string;
}

const SHOWN_MS = 7_000;
let messages: readonly Message[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function set(next: readonly Message[]): void {
  messages = next;
  for (const listener of listeners) listener();
}

function say(tone: Message["tone"], text: string): void {
  lastId += 1;
  // One « c'est fait » at a time: two would hide what one does next on a phone. Problems stay.
  const kept = messages.filter((message) => message.tone === "problem").slice(-2);
  set([...kept, { id: lastId, tone, text }]);
}

function dismiss(id: number): void {
  set(messages.filter((message) => message.id !== id));
}

/** `toast.done(text)` after something worked; `toast.problem(text)` stays until it is closed. */
export const toast = {
  done: (text: string) => say("done", text),
  problem: (text: string) => say("problem", text),
};

function Toast({ id, tone, text }: Message) {
  const { t } = useTranslation("ui");
  useEffect(() => {
    if (tone === "problem") return;
    const timer = setTimeout(() => dismiss(id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [id, tone]);
  return (
    <div className={styles.toast} data-tone={tone}>
      <Icon name={tone === "done" ? "check" : "alert"} />
      <span>{text}</span>
      <button type="button" onClick={() => dismiss(id)} aria-label={t("close")}>
        <Icon name="close" size={18} />
      </button>
    </div>
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where toasts appear; announced without moving the focus. */
export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => messages);
  return (
    <div className={styles.region} role="status" aria-live="polite">
      {shown.map((message) => (
        <Toast key={message.id} {...message} />
      ))}
    </div>
  );
}
