import type { Check } from "@acquis/shared/badges/verifier.schema.ts";
import { describe, expect, it } from "vitest";
import { toldOf } from "./checks-list.tsx";
import { isAllWell } from "./checks-section.tsx";

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

it("folds nothing that is not well, even of a valid badge", () => {
  const well = [check("proof", "passed", "intact"), check("recipient", "notApplicable", "notAsked")];
  expect(isAllWell({ verdict: "valid", checks: well })).toBe(true);
  expect(isAllWell({ verdict: "expired", checks: well })).toBe(false);
  const falls = [...well, check("endorsements", "failed", "someFall")];
  expect(isAllWell({ verdict: "valid", checks: falls })).toBe(false);
});
