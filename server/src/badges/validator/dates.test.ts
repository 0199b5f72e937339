import { afterEach, describe, expect, it, vi } from "vitest";
import { checkDates } from "./dates.ts";

const at = (text: string) => new Date(text);
const verdictAt = (now: string, from: string, until?: string) => checkDates(from, until, at(now)).code;

describe("a badge is in force", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("from its first instant to its last, both included, whatever zones they are told in", () => {
    const [from, until] = ["2026-06-01T10:00:00+02:00", "2026-06-01T12:00:00Z"];
    expect(
      [
        "2026-06-01T07:59:59Z",
        "2026-06-01T08:00:00Z",
        "2026-06-01T14:00:00+02:00",
        "2026-06-01T12:00:01Z",
      ].map((now) => verdictAt(now, from, until)),
    ).toEqual(["dates.notYetValid", "dates.inForce", "dates.inForce", "dates.expired"]);
  });

  it("by UTC when a date says no zone, wherever it is read", () => {
    vi.stubEnv("TZ", "Pacific/Auckland");
    expect(verdictAt("2026-06-01T11:59:59Z", "2026-06-01T12:00:00")).toBe("dates.notYetValid");
    expect(verdictAt("2026-06-01T12:00:00Z", "2026-06-01 12:00")).toBe("dates.inForce");
  });
});
