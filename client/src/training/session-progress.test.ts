import type { SessionSheet } from "@acquis/shared/training/training.schema.ts";
import { describe, expect, it } from "vitest";
import { byEnd, glanceAt, phaseOf, spreadEnds, standingIn } from "./session-progress.ts";

const NOW = "2026-11-14";
const none = { passedModuleIds: [], skippedModuleIds: [] };

function aSheet(): SessionSheet {
  const module = (id: string, endsOn: string) => ({ id, name: id, endsOn, teaches: [] });
  const person = (id: string, over: Partial<SessionSheet["enrolments"][number]> = {}) => ({
    id,
    sessionId: "s",
    traineeId: id,
    firstName: id,
    lastName: "",
    openedOn: "2026-09-01",
    closedOn: null,
    end: null,
    ...none,
    revision: 1,
    proven: 0,
    taught: 0,
    ...over,
  });
  return {
    id: "s",
    programmeId: "p",
    programmeName: "Soudure",
    providerId: "o",
    providerName: "",
    startsOn: "2026-09-01",
    endsOn: "2027-06-30",
    place: { insee: "14118", name: "Caen", lat: 0, lng: 0, area: "" },
    trainers: [],
    enrolled: 2,
    revision: 1,
    modules: [module("later", "2027-06-30"), module("soon", "2026-12-01"), module("over", "2026-10-01")],
    enrolments: [
      person("a", { passedModuleIds: ["over"] }),
      person("b"),
      person("gone", { closedOn: "2026-10-05", end: "left" }),
    ],
  };
}

describe("a session on a day", () => {
  it("is under way from its first day to its last", () => {
    const session = { startsOn: "2026-11-14", endsOn: "2026-11-14" };
    expect(phaseOf(session, NOW)).toBe("underWay");
    expect(phaseOf(session, "2026-11-15")).toBe("over");
    expect(phaseOf(session, "2026-11-13")).toBe("toCome");
  });

  it("asks to pass the modules that are over, for those still there who have neither passed nor skipped them", () => {
    const { present, toPass, endingSoon } = glanceAt(aSheet(), NOW);
    expect(present).toBe(2);
    expect(toPass.map(({ id, waiting }) => [id, waiting])).toEqual([["over", 1]]);
    expect(endingSoon.map(({ id }) => id)).toEqual(["soon"]);
  });
});

describe("somebody in a module", () => {
  const module = { id: "m", endsOn: NOW };

  it("has passed it whatever the date, and may be exempted from it", () => {
    expect(standingIn(module, { ...none, passedModuleIds: ["m"] }, "2030-01-01")).toBe("passed");
    expect(standingIn(module, { ...none, skippedModuleIds: ["m"] }, "2030-01-01")).toBe("skipped");
  });

  it("is late only after its last day", () => {
    expect(standingIn(module, none, NOW)).toBe("coming");
    expect(standingIn(module, none, "2026-11-15")).toBe("overdue");
  });

  it("sees the modules in the order they end", () => {
    expect(byEnd(aSheet().modules).map(({ id }) => id)).toEqual(["over", "soon", "later"]);
  });
});

describe("the ends proposed", () => {
  it("spread over the session, the last one on its last day", () => {
    expect(spreadEnds("2027-01-01", "2027-01-31", 3)).toEqual(["2027-01-11", "2027-01-21", "2027-01-31"]);
    expect(spreadEnds("2027-01-01", "2027-01-01", 2)).toEqual(["2027-01-01", "2027-01-01"]);
  });
});
