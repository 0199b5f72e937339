const REFRESH = "/api/v1/accounts/refresh";

type Listener = () => void;
let onSignedOut: Listener = () => {};

/** Calls `listener` when the server no longer knows who asks, and a refresh could not help. */
export function whenSignedOut(listener: Listener): void {
  onSignedOut = listener;
}

let refreshing: Promise<boolean> | null = null;

async function refreshAlone(): Promise<boolean> {
  const response = await fetch(REFRESH, { method: "POST", credentials: "same-origin" });
  if (response.ok || response.status === 401) return response.ok;
  // A server that is being restarted has not ended anybody's session.
  throw new TypeError(`refresh answered ${response.status}`);
}

/**
 * Exchanges the refresh token, once for all requests that wait and for all tabs: the server takes a token
 * used twice for a stolen one. Answers whether somebody is signed in.
 */
export function refreshOnce(): Promise<boolean> {
  refreshing ??= (
    "locks" in navigator ? navigator.locks.request("acquis-refresh", () => refreshAlone()) : refreshAlone()
  ).finally(() => {
    refreshing = null;
  });
  return refreshing;
}

async function codeOf(response: Response): Promise<string | null> {
  try {
    const body: unknown = await response.clone().json();
    return typeof body === "object" && body !== null && "code" in body ? String(body.code) : null;
  } catch {
    return null;
  }
}

/** Fetch with the session: an access token that has expired is refreshed, and the request sent once more. */
export async function fetchSignedIn(request: Request, init: RequestInit = {}): Promise<Response> {
  const send = () => fetch(request.clone(), { ...init, credentials: "same-origin" });
  const response = await send();
  if (response.status !== 401) return response;
  if ((await codeOf(response)) === "wrong_credentials") return response;
  if (await refreshOnce()) return send();
  onSignedOut();
  return response;
}
