const PREFIX = "acquis-kept ";

// JSON knows no Map, and what is ticked is one.
const write = (_key: string, value: unknown) => (value instanceof Map ? { map: [...value] } : value);
const read = (_key: string, value: unknown) =>
  typeof value === "object" && value !== null && "map" in value && Array.isArray(value.map)
    ? new Map(value.map)
    : value;

/** Keeps a draft in this tab, or drops it (null). `key` begins with the id of its writer. */
export function keepDraft(key: string, draft: unknown): void {
  try {
    if (draft === null) sessionStorage.removeItem(PREFIX + key);
    else sessionStorage.setItem(PREFIX + key, JSON.stringify(draft, write));
  } catch {
    // A tab that may keep nothing still lets people write.
  }
}

/** A draft as it was kept; null without one. */
export function readDraft<T>(key: string): T | null {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + key) ?? "null", read);
  } catch {
    return null;
  }
}

/** Drops every draft that is not of this person: a tab may be shared. */
export function dropDraftsOfOthers(accountId: string | null): void {
  try {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith(PREFIX) && !key.startsWith(`${PREFIX}${accountId} `)) sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
