import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { dropDraftsOfOthers, keepDraft, readDraft } from "./kept-drafts.ts";

beforeEach(() => {
  const storage: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => storage[key] ?? null,
    setItem(key: string, value: string) {
      storage[key] = value;
    },
    removeItem: (key: string) => void delete storage[key],
  };
  vi.stubGlobal(
    "sessionStorage",
    new Proxy(methods, {
      ownKeys: () => Object.keys(storage),
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    }),
  );
});
afterEach(() => vi.unstubAllGlobals());

describe("a draft kept in a tab", () => {
  it("comes back as it was, with what was ticked", () => {
    const draft = { title: "Aide-soignante", ticked: new Map([["c-1", 3]]) };
    keepDraft("lina experience", draft);
    expect(readDraft("lina experience")).toEqual(draft);
  });

  it("is gone once sent", () => {
    keepDraft("lina experience", { title: "x" });
    keepDraft("lina experience", null);
    expect(readDraft("lina experience")).toBeNull();
  });

  it("is never shown to the next person of the tab, nor left to them", () => {
    keepDraft("lina experience", { title: "x" });
    keepDraft("tom experience", { title: "y" });
    dropDraftsOfOthers("tom");
    expect([readDraft("lina experience"), readDraft("tom experience")]).toEqual([null, { title: "y" }]);
  });
});
