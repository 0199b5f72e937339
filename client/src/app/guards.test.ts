import { describe, expect, it, vi } from "vitest";

vi.mock("../platform/session.ts", () => ({ sessionQuery: {} }));

const { safeReturn } = await import("./guards.ts");

describe("the address to return to after signing in", () => {
  it("is one of ours", () => {
    expect(safeReturn("/stagiaire/offres?page=2")).toBe("/stagiaire/offres?page=2");
  });

  it.each(["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "", 3, null])(
    "is never %s",
    (address) => {
      expect(safeReturn(address)).toBeUndefined();
    },
  );
});
