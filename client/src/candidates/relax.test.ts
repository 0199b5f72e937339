import { describe, expect, it } from "vitest";
import { questionFrom } from "./question.ts";
import { relaxationsOf } from "./relax.ts";

const LAST = "2028-11-30";
const kinds = (search: Parameters<typeof questionFrom>[0]) =>
  relaxationsOf(questionFrom(search, "2026-11-21"), LAST).map(({ kind }) => kind);

describe("ways to ask for less", () => {
  it("proposes each filter only when it is there", () => {
    expect(kinds({ e: "a*1" })).toEqual(["later"]);
    expect(kinds({ e: "a*1", km: 10 })).toEqual(["distance", "later"]);
    expect(kinds({ e: "a*1", texte: "x" })).toEqual(["all", "later"]);
    expect(kinds({ e: "a*1", km: 10, texte: "x" })).toEqual(["all", "distance", "filters", "later"]);
  });

  it("never leaves a search without an essential competency, nor a level under 1", () => {
    expect(kinds({ e: "a*2" })).toEqual(["later", "level"]);
    const [, useful] = relaxationsOf(questionFrom({ e: "a*1 b*1" }, "2026-11-21"), LAST);
    expect(useful?.change).toEqual({
      essential: [{ competencyId: "a", level: 1 }],
      useful: [{ competencyId: "b", level: 1 }],
    });
  });

  it("does not wait past the horizon", () => {
    expect(kinds({ e: "a*1", le: "2028-11-01" })).toEqual([]);
  });
});
