import type { CandidateProfile } from "@acquis/shared/candidates/candidate-profile.ts";
import type { Level } from "@acquis/shared/platform/primitives.schema.ts";
import { describe, expect, it } from "vitest";
import { answerByRule } from "../answer-by-rule.ts";
import { createEmbeddedCandidateEngine } from "./embedded-engine.ts";

const TODAY = "2026-11-21";

/** People enough for buckets to overflow what is sorted outright: six skills of two families, forty places. */
function crowd(count: number): CandidateProfile[] {
  return Array.from({ length: count }, (_, number) => {
    const held: Record<string, Level> = {};
    const proven: Record<string, Level> = {};
    const families: Record<string, string[]> = {};
    for (let skill = 0; skill < 6; skill++) {
      const draw = (number * 7 + skill * 13) % 11;
      if (draw < 5) held[`s${skill}`] = ((draw % 4) + 1) as Level;
      if (draw < 2) proven[`s${skill}`] = 1;
      if (draw < 5) families[`f${skill % 2}`] = [...(families[`f${skill % 2}`] ?? []), `s${skill}`];
    }
    return {
      id: `person-${number}`,
      held,
      proven,
      upcoming:
        number % 3 ? [] : [{ competencyId: `s${number % 6}`, level: 2, month: "2027-01", from: "CAP" }],
      families,
      place: { lat: 49 + (number % 40) / 50, lng: 0, area: `a${number % 7}` },
      availableFrom: null,
      contracts: ["permanent"],
      occupations: [`O${number % 30}`],
      words: [],
    };
  });
}

const asked = (skill: number, level: Level = 1) => ({
  competencyId: `s${skill}`,
  level,
  familyId: `f${skill % 2}`,
});

describe("embedded candidate engine", () => {
  it("orders thousands of equals as the rule does, on any page", async () => {
    const people = crowd(6_000);
    const engine = createEmbeddedCandidateEngine();
    await engine.put(people);
    const world = new Map(people.map((one) => [one.id, one]));
    for (const place of [null, { lat: 49.2, lng: 0 }])
      for (const essential of [[asked(0)], [asked(1, 2), asked(2), asked(3)]])
        for (const page of [1, 7, 40, 250]) {
          const query = { essential, useful: [asked(5)], neededBy: "2027-02", place, today: TODAY };
          expect(await engine.search(query, page, 20, { facets: true })).toEqual(
            answerByRule(world, query, page, 20),
          );
        }
  });

  it("lets other work in while many people are written", async () => {
    const engine = createEmbeddedCandidateEngine();
    const people = crowd(20_000);
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await engine.put(people);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
    expect(await engine.size()).toBe(20_000);
  });

  it("keeps the last word on a person when writes are asked at once", async () => {
    const engine = createEmbeddedCandidateEngine();
    const [person] = crowd(1) as [CandidateProfile];
    const writes = [...crowd(3_000).map((one) => ({ ...one, id: `other-${one.id}` })), person];
    await Promise.all([
      engine.put(writes),
      engine.put([{ ...person, held: { s9: 4 } }]),
      engine.remove(["other-person-1"]),
    ]);
    expect(await engine.count([{ standing: "held", competencyId: "s9" }])).toEqual([1]);
    expect(await engine.size()).toBe(3_000);
  });

  it("refuses more than six essential or eight useful competencies", async () => {
    const essential = Array.from({ length: 7 }, (_, skill) => asked(skill));
    const query = { essential, useful: [], neededBy: "2027-02", place: null, today: TODAY };
    await expect(createEmbeddedCandidateEngine().search(query, 1, 20)).rejects.toThrow(RangeError);
  });

  it("stops before it starts when the request was abandoned", async () => {
    const query = { essential: [asked(0)], useful: [], neededBy: "2027-02", place: null, today: TODAY };
    await expect(
      createEmbeddedCandidateEngine().search(query, 1, 20, { signal: AbortSignal.abort() }),
    ).rejects.toThrow();
  });
});
