import { describe, expect, it } from "vitest";
import { comingOf, inOrder, scarcest } from "./supply-order.ts";
import type { CompetencySupply } from "./use-supply.ts";

const supply = (id: string, acquired: number, demand: number, coming: number[] = []): CompetencySupply => ({
  id,
  label: id,
  labelEn: null,
  kind: "skill",
  familyId: null,
  familyLabel: null,
  familyLabelEn: null,
  romeOgr: null,
  proven: 0,
  acquired,
  demand,
  upcoming: coming.map((count, index) => ({ month: `2027-0${index + 1}`, count })),
});
const ids = (list: CompetencySupply[]) => list.map(({ id }) => id).join(" ");

describe("supply against demand", () => {
  const all = [supply("many", 50, 1), supply("few", 2, 0, [3, 4]), supply("asked", 10, 6)];

  it("orders by demand, by rarity, or as the occupation does", () => {
    expect(ids(inOrder(all, "occupation"))).toBe("many few asked");
    expect(ids(inOrder(all, "demand"))).toBe("asked many few");
    expect(ids(inOrder(all, "rare"))).toBe("few asked many");
  });

  it("counts all that is coming", () => {
    expect(all.map(comingOf)).toEqual([0, 7, 0]);
  });

  it("the tightest is the one most asked for each person who has it; none when nothing is asked", () => {
    expect(scarcest(all)?.id).toBe("asked");
    expect(scarcest([supply("a", 3, 0)])).toBeNull();
  });
});
