import { NOT_FETCHED } from "../platform/problem.ts";

const RELOADED = "acquis-reloaded";
const PAUSE_MS = 30_000;

/** Whether the server answers now. */
async function serverAnswers(): Promise<boolean> {
  return fetch("/", { method: "HEAD", cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Opens the page again when there is a server to give it: without one the browser's own error would replace it. */
export async function reloadIfServed(): Promise<void> {
  if (await serverAnswers()) location.reload();
}

/**
 * A script of a page could not be fetched. With a server that answers, a newer version has taken its place: the
 * page opens again, once. Without one, the page says so and what is on screen stays.
 */
export function followMissingPages(): void {
  window.addEventListener("vite:preloadError", ({ payload }) => {
    // By its message the router would know it, and reload at once.
    payload.message = `${NOT_FETCHED}: ${payload.message}`;
    const last = Number(sessionStorage.getItem(RELOADED) ?? 0);
    if (Date.now() - last < PAUSE_MS) return;
    sessionStorage.setItem(RELOADED, String(Date.now()));
    void reloadIfServed();
  });
}
