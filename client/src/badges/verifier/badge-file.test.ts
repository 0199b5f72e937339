import { MAX_BADGE_BYTES } from "@acquis/shared/badges/verifier.schema.ts";
import { describe, expect, it } from "vitest";
import { MOST_BYTES, problemOfFile, problemOfLink } from "./badge-file.ts";

const aFile = (given: Partial<Pick<File, "name" | "type" | "size">> = {}) => ({
  name: "badge.png",
  type: "image/png",
  size: 1_000,
  ...given,
});

describe("a file of a badge", () => {
  it("is as large as the server reads, and no larger", () => {
    expect(MOST_BYTES).toBe(MAX_BADGE_BYTES);
    expect(problemOfFile(aFile({ size: MOST_BYTES }))).toBeNull();
    expect(problemOfFile(aFile({ size: MOST_BYTES + 1 }))).toBe("tooLarge");
    expect(problemOfFile(aFile({ size: 0 }))).toBe("empty");
  });

  it.each([
    ["a.PNG", ""],
    ["a.svg", ""],
    ["a.json", ""],
    ["a.jwt", ""],
    ["a", "application/json"],
    ["a", "application/vc+ld+json"],
  ])("may be %s of type '%s'", (name, type) => {
    expect(problemOfFile(aFile({ name, type }))).toBeNull();
  });

  it.each([
    ["a.pdf", "application/pdf"],
    ["a.jpg", "image/jpeg"],
    ["a", ""],
  ])("is not %s of type '%s'", (name, type) => {
    expect(problemOfFile(aFile({ name, type }))).toBe("wrongType");
  });
});

describe("the address of a badge", () => {
  it("is there, and in https", () => {
    expect(problemOfLink("")).toBe("missing");
    expect(problemOfLink("http://asso.example/1")).toBe("notHttps");
    expect(problemOfLink("asso.example")).toBe("notHttps");
    expect(problemOfLink("https://asso.example/1")).toBeNull();
  });
});
