import type { Document } from "mongodb";
import { expect, test } from "vitest";
import { agreed, outcome, refused } from "./outcomes.ts";
import { conformance } from "./servers.ts";

conformance("projections", (server) => {
  test("keep, drop, compute and slice", async () => {
    const c = server.collection();
    await c.insertOne({
      _id: 1 as never,
      a: 1,
      l: [1, 2, 3],
      o: { x: 1, y: { z: 2 } },
      items: [
        { k: 1, v: [1, 2] },
        { k: 2, v: [3] },
      ],
    });
    const cases: [projection: Document, expected: unknown, filter?: Document][] = [
      [
        { a: 1, l: { $slice: 1 } },
        { _id: 1, a: 1, l: [1] },
      ],
      [
        { l: { $slice: 1 } },
        {
          _id: 1,
          a: 1,
          l: [1],
          o: { x: 1, y: { z: 2 } },
          items: [
            { k: 1, v: [1, 2] },
            { k: 2, v: [3] },
          ],
        },
      ],
      [
        { _id: 0, l: { $slice: [1, 1] }, a: 1 },
        { a: 1, l: [2] },
      ],
      [
        { "items.v": { $slice: 1 }, _id: 0, a: 0, l: 0, o: 0 },
        {
          items: [
            { k: 1, v: [1] },
            { k: 2, v: [3] },
          ],
        },
      ],
      [{ l: { $slice: [1, 0] } }, refused(28724)],
      [{ l: { $slice: [1] } }, refused(28667)],
      [{ l: { $slice: "x" } }, refused(28667)],
      [{ l: { $slice: 1.9 }, _id: 0, a: 0, o: 0, items: 0 }, { l: [1] }],
      [{ "o.y": 1 }, { _id: 1, o: { y: { z: 2 } } }],
      [
        { "o.y.z": 0, items: 0 },
        { _id: 1, a: 1, l: [1, 2, 3], o: { x: 1, y: {} } },
      ],
      [{ "o.nope": 1 }, { _id: 1, o: {} }],
      [{ "a.b": 1 }, { _id: 1 }],
      [{ nope: 1 }, { _id: 1 }],
      [{ "l.x": 1 }, { _id: 1, l: [] }],
      [{ items: { $elemMatch: { k: 2 } } }, { _id: 1, items: [{ k: 2, v: [3] }] }],
      [
        { l: { $elemMatch: { $gt: 1 } }, a: 1 },
        { _id: 1, a: 1, l: [2] },
      ],
      [{ l: { $elemMatch: { $gt: 10 } } }, { _id: 1 }],
      [{ "items.v": { $elemMatch: { $gt: 1 } } }, refused(31275)],
      [{ l: { $elemMatch: 1 } }, refused(31274)],
      [{ "items.$": 1 }, { _id: 1, items: [{ k: 2, v: [3] }] }, { "items.k": 2 }],
      [{ "l.$": 1 }, refused(51246), { a: 1 }],
      [{ "l.$": 0 }, refused(31395), { l: 1 }],
      [{ "l.$": 1, "items.$": 1 }, refused(31276), { l: 1 }],
      [{ "l.$.x": 1 }, refused(31394), { l: 1 }],
      [{ x: "$a" }, { _id: 1, x: 1 }],
      [
        { x: "str", a: 1 },
        { _id: 1, a: 1, x: "str" },
      ],
      [{ x: ["$a", 1] }, { _id: 1, x: [1, 1] }],
      [{ x: { $literal: 1 } }, { _id: 1, x: 1 }],
      [
        { a: 1, x: { $add: ["$a", 1] } },
        { _id: 1, a: 1, x: 2 },
      ],
      [{ a: 0, x: { $add: [1, 1] } }, refused()],
      [{ a: true }, { _id: 1, a: 1 }],
      [{ a: 2.5 }, { _id: 1, a: 1 }],
      [{ a: "x" }, { _id: 1, a: "x" }],
      [{ a: null }, { _id: 1, a: null }],
      [{ a: { $nope: 1 } }, refused(31325)],
      [
        { _id: 0 },
        {
          a: 1,
          l: [1, 2, 3],
          o: { x: 1, y: { z: 2 } },
          items: [
            { k: 1, v: [1, 2] },
            { k: 2, v: [3] },
          ],
        },
      ],
      [{ o: { x: 1, y: 0 } }, refused(31254)],
      [
        { o: { x: 1 }, "o.y": 1 },
        { _id: 1, o: { x: 1, y: { z: 2 } } },
      ],
      [{ o: 1, "o.x": 1 }, refused(31249)],
      [{ "o.x": 1, o: 1 }, refused(31250)],
      [{ "": 1 }, refused()],
      [{ "a..b": 1 }, refused()],
      [{ ".a": 1 }, refused()],
      [{ "a.": 1 }, refused(40353)],
      [{ o: {} }, refused(51270)],
      [
        {},
        {
          _id: 1,
          a: 1,
          l: [1, 2, 3],
          o: { x: 1, y: { z: 2 } },
          items: [
            { k: 1, v: [1, 2] },
            { k: 2, v: [3] },
          ],
        },
      ],
      [{ _id: 0, "o.w": "$a" }, { o: { w: 1 } }],
      [{ "items.w": "$a", _id: 0 }, { items: [{ w: 1 }, { w: 1 }] }],
    ];
    const results: unknown[] = [];
    for (const [projection, expected, filter = {}] of cases)
      results.push([projection, agreed(expected, await outcome(c.findOne(filter, { projection })))]);
    expect(results).toEqual(cases.map(([projection, expected]) => [projection, expected]));
  });
});
