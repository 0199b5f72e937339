import { useSyncExternalStore } from "react";

export const SCHEMES = ["auto", "light", "dark"] as const;
export type Scheme = (typeof SCHEMES)[number];

/** Same key as public/color-scheme.js, which applies the choice before the first paint. */
const STORED = "acquis-color-scheme";
const listeners = new Set<() => void>();
const darkRoom = () => matchMedia("(prefers-color-scheme: dark)");

function storedScheme(): Scheme {
  try {
    return SCHEMES.find((scheme) => scheme === localStorage.getItem(STORED)) ?? "auto";
  } catch {
    return "auto";
  }
}

let current: Scheme | null = null;
const read = () => {
  current ??= storedScheme();
  return current;
};

function apply(): void {
  const scheme = read();
  const dark = scheme === "dark" || (scheme === "auto" && darkRoom().matches);
  document.documentElement.dataset.colorScheme = dark ? "dark" : "light";
}

/** Follows the device for as long as the page lives, unless another choice was made. */
export function followColorScheme(): void {
  apply();
  darkRoom().addEventListener("change", apply);
}

/** Light, dark, or as the device says; kept on this device. */
export function chooseScheme(scheme: Scheme): void {
  current = scheme;
  try {
    localStorage.setItem(STORED, scheme);
  } catch {
    // A device that keeps nothing still changes colours for this visit.
  }
  apply();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What was chosen, not what is shown. */
export function useScheme(): Scheme {
  return useSyncExternalStore(subscribe, read);
}
