import { describe, expect, it } from "vitest";
import { emptyDraft, problemsOf } from "./experience-draft.ts";

const filled = { ...emptyDraft("e-1"), title: "Serveuse", startsOn: "2024-03", endsOn: "2024-09" };

describe("what an experience still lacks", () => {
  it("is nothing once it has a title, a start and an end", () => {
    expect(problemsOf(filled, "2026-11")).toEqual({});
  });

  it("is its title, its start and its end at first", () => {
    expect(problemsOf(emptyDraft("e-1"), "2026-11")).toEqual({
      title: "nameMissing",
      startsOn: "fromMissing",
      endsOn: "toMissing",
    });
  });

  it("is not its end while one still does it", () => {
    expect(problemsOf({ ...filled, endsOn: null, still: true }, "2026-11")).toEqual({});
  });

  it("refuses an end before the start, and a start to come", () => {
    expect(problemsOf({ ...filled, endsOn: "2024-01" }, "2026-11")).toEqual({ endsOn: "reversed" });
    expect(problemsOf({ ...filled, startsOn: "2027-01", still: true }, "2026-11")).toEqual({
      startsOn: "future",
    });
  });
});
