import { describe, expect, it } from "vitest";
import { ask, askLevel, importanceOf, keepTyped } from "./ask.ts";
import { MAX_ESSENTIAL } from "./question.ts";

const one = (competencyId: string) => ({ competencyId, level: 2 as const });
const nothing = { essential: [], useful: [] };

describe("asking a competency", () => {
  it("adds it at the end, so that marks keep the order asked", () => {
    const asked = ask(ask(nothing, one("a"), "essential"), one("b"), "essential");
    expect(asked.essential.map(({ competencyId }) => competencyId)).toEqual(["a", "b"]);
    expect(importanceOf(asked, "b")).toBe("essential");
  });

  it("moves it from one list to the other, never in both", () => {
    const asked = ask(ask(nothing, one("a"), "essential"), one("a"), "useful");
    expect(asked).toEqual({ essential: [], useful: [one("a")] });
    expect(ask(asked, one("a"), null)).toEqual(nothing);
  });

  it("leaves a full list as it is", () => {
    const full = {
      essential: Array.from({ length: MAX_ESSENTIAL }, (_, index) => one(`e${index}`)),
      useful: [one("u")],
    };
    expect(ask(full, one("u"), "essential")).toBe(full);
  });

  it("changes a level in place", () => {
    const asked = { essential: [one("a"), one("b")], useful: [] };
    expect(askLevel(asked, "a", 4).essential).toEqual([{ competencyId: "a", level: 4 }, one("b")]);
  });

  it("another occupation keeps what was typed only", () => {
    const typed = { ...one("t"), label: "Typed" };
    expect(keepTyped({ essential: [one("a"), typed], useful: [one("b")] })).toEqual({
      essential: [typed],
      useful: [],
    });
  });
});
