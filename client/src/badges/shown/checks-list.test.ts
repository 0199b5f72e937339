import type { Check } from "@acquis/shared/badges/verifier.schema.ts";
import { describe, expect, it } from "vitest";
import { toldOf } from "./checks-list.tsx";

const check = (name: Check["name"], outcome: Check["outcome"], code: string): Check => ({
  name,
  outcome,
  code: `${name}.${code}`,
  detail: "",
});

describe("the checks that are told", () => {
  it("are those with something to say, and the status, recipient and recognition whatever they say", () => {
    const checks = [
      check("format", "passed", "read"),
      check("refresh", "notApplicable", "none"),
      check("status", "notApplicable", "none"),
      check("recipient", "notApplicable", "notReached"),
    ];
    expect(toldOf(checks).map(({ name }) => name)).toEqual(["format", "status"]);
  });

  it("are why it could not be read, and nothing else, of what is no badge", () => {
    const checks = [check("format", "failed", "unknown"), check("recognition", "notApplicable", "none")];
    expect(toldOf(checks).map(({ name }) => name)).toEqual(["format"]);
  });
});
