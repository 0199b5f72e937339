import { describe, expect, it } from "vitest";
import type { CandidateProfile, CandidateQuery } from "./candidate-profile.ts";
import {
  availabilityOf,
  judge,
  monthsAhead,
  passesFilters,
  promiseFor,
  rankCandidates,
  rankOne,
} from "./ranking.rules.ts";

const profile = (more: Partial<CandidateProfile> = {}): CandidateProfile => ({
  id: "p",
  held: {},
  proven: {},
  upcoming: [],
  families: {},
  place: null,
  availableFrom: null,
  contracts: ["permanent"],
  occupations: [],
  words: [],
  ...more,
});
const query = (more: Partial<CandidateQuery> = {}): CandidateQuery => ({
  essential: [{ competencyId: "weld", level: 2, familyId: "metal" }],
  useful: [],
  neededBy: "2027-01",
  place: null,
  today: "2026-11-21",
  ...more,
});
const verdict = (more: Partial<CandidateProfile>) => judge(profile(more), query()).essential[0];

describe("verdict on a competency", () => {
  it("is proven when proof reaches the level asked, even if more is held", () => {
    expect(verdict({ held: { weld: 4 }, proven: { weld: 2 } })).toEqual({ kind: "proven", level: 2 });
  });

  it("is acquired when what is held reaches the level and proof does not", () => {
    expect(verdict({ held: { weld: 3 }, proven: { weld: 1 } })).toEqual({ kind: "acquired", level: 3 });
  });

  it("is upcoming when it is held too low but promised in time at the level", () => {
    const upcoming = [{ competencyId: "weld", level: 2 as const, month: "2027-01", from: "CAP" }];
    expect(verdict({ held: { weld: 1 }, upcoming })).toEqual({
      kind: "upcoming",
      level: 2,
      month: "2027-01",
    });
  });

  it("is close by the first other competency acquired in the family, never by itself", () => {
    expect(verdict({ held: { weld: 1, cut: 1 }, families: { metal: ["cut", "weld"] } })).toEqual({
      kind: "close",
      competencyId: "cut",
    });
    expect(verdict({ held: { weld: 1 }, families: { metal: ["weld"] } })).toEqual({ kind: "missing" });
  });

  it("is missing otherwise", () => {
    expect(verdict({ held: { cook: 4 }, families: { kitchen: ["cook"] } })).toEqual({ kind: "missing" });
  });

  it("is never close for a useful competency", () => {
    const judged = judge(
      profile({ families: { metal: ["cut"] } }),
      query({ useful: [{ competencyId: "weld", level: 1, familyId: "metal" } as never] }),
    );
    expect(judged.useful).toEqual([{ kind: "missing" }]);
  });
});

describe("promise", () => {
  const asked = { competencyId: "weld", level: 2 as const };
  const promised = (...promises: [string, 1 | 2 | 3 | 4][]) =>
    profile({
      upcoming: promises.map(([month, level]) => ({ competencyId: "weld", level, month, from: "CAP" })),
    });

  it("is the first that reaches the level, the higher of one month", () => {
    const person = promised(["2027-01", 4], ["2026-12", 2], ["2026-12", 3], ["2026-11", 1]);
    expect(promiseFor(person, asked, "2026-11", "2027-06")).toEqual({ level: 3, month: "2026-12" });
  });

  it("is void before the month of the question and after the month needed", () => {
    expect(promiseFor(promised(["2026-10", 4], ["2027-02", 4]), asked, "2026-11", "2027-01")).toBeNull();
    expect(promiseFor(promised(["2026-11", 4]), asked, "2026-11", "2026-11")).not.toBeNull();
  });
});

describe("order of candidates", () => {
  const two = query({
    essential: [
      { competencyId: "weld", level: 1, familyId: "metal" },
      { competencyId: "cook", level: 1, familyId: "kitchen" },
    ],
    useful: [{ competencyId: "drive", level: 1 }],
    place: { lat: 49, lng: 0 },
  });
  const at = (lat: number) => ({ lat, lng: 0, area: "a" });

  it("is ready, proven, close, useful, then distance", () => {
    const people = [
      profile({ id: "far", held: { weld: 1 }, place: at(50) }),
      profile({ id: "near", held: { weld: 1 }, place: at(49) }),
      profile({ id: "useful", held: { weld: 1, drive: 1 }, place: at(50) }),
      profile({ id: "close", held: { weld: 1, bake: 1 }, families: { kitchen: ["bake"] } }),
      profile({ id: "proven", held: { weld: 1 }, proven: { weld: 1 } }),
      profile({ id: "both", held: { weld: 1, cook: 1 } }),
    ];
    expect(rankCandidates(people, two).map((one) => one.id)).toEqual([
      "both",
      "proven",
      "close",
      "useful",
      "near",
      "far",
    ]);
  });

  it("ends with the turn of the day and then the id, so that it is total", () => {
    const equals = ["a", "b", "c"].map((id) => profile({ id, held: { weld: 1 } }));
    const ranked = rankCandidates(equals, two);
    expect(ranked.map((one) => one.turn)).toEqual([...ranked.map((one) => one.turn)].sort((x, y) => x - y));
  });

  it("leaves out who has nothing ready and nothing close, whatever is useful", () => {
    expect(rankOne(profile({ held: { drive: 4 } }), two)).toBeNull();
  });
});

describe("filters", () => {
  const passes = (person: Partial<CandidateProfile>, wanted: Partial<CandidateQuery>) =>
    passesFilters(profile(person), query(wanted));

  it("lets everybody pass when none is set or a list is empty", () => {
    expect(passes({}, { contracts: [], occupations: [], areas: [], text: "" })).toBe(true);
  });

  it("takes a distance only with a place of work", () => {
    expect(passes({}, { maxDistanceKm: 10 })).toBe(true);
    expect(passes({}, { maxDistanceKm: 10, place: { lat: 49, lng: 0 } })).toBe(false);
  });

  it("takes a missing day as available", () => {
    expect(passes({ availableFrom: "2027-01-02" }, { availableBy: "2027-01-01" })).toBe(false);
    expect(passes({}, { availableBy: "2027-01-01" })).toBe(true);
  });

  it("asks that every filter passes", () => {
    expect(passes({ occupations: ["F1602"] }, { occupations: ["F1602"], contracts: ["seasonal"] })).toBe(
      false,
    );
  });
});

describe("availability", () => {
  it("is now until the day, then within 31 and 92 days, then later", () => {
    const today = "2026-11-21";
    expect(availabilityOf(null, today)).toBe("now");
    expect(
      ["2026-11-21", "2026-11-22", "2026-12-22", "2026-12-23", "2027-02-21", "2027-02-22"].map((day) =>
        availabilityOf(day, today),
      ),
    ).toEqual(["now", "month1", "month1", "month3", "month3", "later"]);
  });
});

describe("months ahead", () => {
  it("counts from the month of the question, never below none", () => {
    expect(monthsAhead(query())).toBe(2);
    expect(monthsAhead(query({ neededBy: "2026-01" }))).toBe(0);
  });
});
