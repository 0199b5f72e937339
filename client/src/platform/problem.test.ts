import { errorStatus } from "@acquis/shared/platform/errors.ts";
import { ORPCError } from "@orpc/client";
import { describe, expect, it } from "vitest";
import en from "./platform.en.ts";
import fr from "./platform.fr.ts";
import { problemOf } from "./problem.ts";

describe("problems", () => {
  it("keep the code of a refusal and the field it is about", () => {
    const error = new ORPCError("date_in_future", { status: 422, data: { field: "observedOn" } });
    expect(problemOf(error)).toMatchObject({ code: "date_in_future", status: 422, field: "observedOn" });
  });

  it("say unreachable when no answer came, and unknown for a code of somebody else", () => {
    expect(problemOf(new TypeError("fetch failed")).code).toBe("unreachable");
    expect(problemOf(new ORPCError("TEAPOT", { status: 418 })).code).toBe("unknown");
  });

  it("keep the id of the log line of an unexpected failure", () => {
    const error = new ORPCError("internal", { status: 500, data: { logId: "abc" } });
    expect(problemOf(error).logId).toBe("abc");
  });

  it("have words in both languages for every code the server may answer", () => {
    for (const words of [fr, en])
      expect(Object.keys(words.errors)).toEqual(expect.arrayContaining(Object.keys(errorStatus)));
  });
});
