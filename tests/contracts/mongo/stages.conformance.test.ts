import { type Document, Long } from "mongodb";
import { expect, test } from "vitest";
import { agreed, outcome, refused, unlessEmbedded } from "./outcomes.ts";
import { conformance } from "./servers.ts";

/** A pipeline, what it gives, and the documents it starts from when they are not those below. */
type Case = [pipeline: unknown, expected: unknown, docs?: Document[]];

const documents = [
  { _id: 1, k: "a", v: 1, l: [1, 2], o: { x: 1 } },
  { _id: 2, k: "b", v: 2, l: [] },
  { _id: 3, k: "a", v: 3.5 },
  { _id: 4, v: null, l: null },
];

conformance("aggregation stages", (server) => {
  const runs = async (cases: Case[]) => {
    const results: unknown[] = [];
    for (const [pipeline, expected, docs = documents] of cases) {
      const c = server.collection();
      await c.deleteMany({});
      await c.insertMany(docs as never[]);
      results.push([
        pipeline,
        agreed(expected, await outcome(c.aggregate(pipeline as Document[]).toArray())),
      ]);
    }
    expect(results).toEqual(cases.map(([pipeline, expected]) => [pipeline, expected]));
  };

  test("group, count, unwind and project", () =>
    runs([
      [
        [{ $match: { $expr: { $gt: ["$v", 1] } } }, { $project: { v: 1 } }],
        [
          { _id: 2, v: 2 },
          { _id: 3, v: 3.5 },
        ],
      ],
      [
        [{ $group: { _id: "$k", s: { $sum: "$v" }, c: { $count: {} } } }, { $sort: { _id: 1 } }],
        [
          { _id: null, s: 0, c: 1 },
          { _id: "a", s: 4.5, c: 2 },
          { _id: "b", s: 2, c: 1 },
        ],
      ],
      [[{ $group: { _id: null, mo: { $mergeObjects: "$o" } } }], [{ _id: null, mo: { x: 1 } }]],
      [
        [
          { $sort: { _id: 1 } },
          { $group: { _id: null, t: { $topN: { n: 2, sortBy: { v: -1 }, output: "$v" } } } },
        ],
        unlessEmbedded(server, [{ _id: null, t: [3.5, 2] }], 238),
      ],
      ...Object.entries({
        b: [{ $bottom: { sortBy: { v: 1 }, output: "$_id" } }, 3],
        fn: [{ $firstN: { n: 2, input: "$v" } }, [1, 2]],
        mxn: [{ $maxN: { n: 2, input: "$v" } }, [3.5, 2]],
        ln: [{ $lastN: { n: 1, input: "$_id" } }, [4]],
      }).map(
        ([name, [accumulator, value]]): Case => [
          [{ $sort: { _id: 1 } }, { $group: { _id: null, [name]: accumulator } }],
          unlessEmbedded(server, [{ _id: null, [name]: value }], 238),
        ],
      ),
      [
        [{ $group: { _id: { k: "$k", x: "$nope" }, n: { $sum: 1 } } }, { $sort: { n: -1, "_id.k": 1 } }],
        [
          { _id: { k: "a" }, n: 2 },
          { _id: {}, n: 1 },
          { _id: { k: "b" }, n: 1 },
        ],
      ],
      [[{ $group: { _id: "$v", "a.b": { $sum: 1 } } }], refused(40235)],
      [[{ $group: { _id: 1, $x: { $sum: 1 } } }], refused()],
      [[{ $group: { _id: 1, a: {} } }], refused(40234)],
      [[{ $group: 1 }], refused(15947)],
      [[{ $group: { _id: 1, m: { $sum: ["$v", 1] } } }], refused(40237)],
      [
        [{ $group: { _id: "$x", n: { $addToSet: "$k" } } }, { $project: { n: { $size: "$n" } } }],
        [{ _id: null, n: 2 }],
      ],
      [[{ $group: { _id: null, s: { $sum: "$l" } } }], [{ _id: null, s: 0 }]],
      [[{ $sortByCount: "$k" }, { $limit: 1 }], [{ _id: "a", count: 2 }]],
      [[{ $sortByCount: 1 }], refused(40149)],
      [[{ $sortByCount: {} }], unlessEmbedded(server, refused(40147), 40149)],
      [[{ $sortByCount: "k" }], unlessEmbedded(server, refused(40148), 40149)],
      [[{ $count: "" }], refused()],
      [[{ $count: 1 }], refused()],
      [[{ $count: "$a" }], unlessEmbedded(server, refused(40158), 40156)],
      [[{ $count: "a.b" }], unlessEmbedded(server, refused(40160), 40235)],
      [
        [{ $unwind: "$l" }, { $project: { l: 1 } }],
        [
          { _id: 1, l: 1 },
          { _id: 1, l: 2 },
        ],
      ],
      [
        [
          { $unwind: { path: "$l", includeArrayIndex: "i", preserveNullAndEmptyArrays: true } },
          { $project: { l: 1, i: 1 } },
        ],
        [
          { _id: 1, l: 1, i: 0 },
          { _id: 1, l: 2, i: 1 },
          { _id: 2, i: null },
          { _id: 3, i: null },
          { _id: 4, l: null, i: null },
        ],
      ],
      [[{ $unwind: { path: "$l", nope: 1 } }], refused(28811)],
      [[{ $unwind: { path: "$l", includeArrayIndex: "$i" } }], unlessEmbedded(server, refused(28822), 28811)],
      [[{ $unwind: { path: "$l", includeArrayIndex: 1 } }], unlessEmbedded(server, refused(28810), 28811)],
      [
        [{ $unwind: { path: "$l", preserveNullAndEmptyArrays: 1 } }],
        unlessEmbedded(server, refused(28809), 28811),
      ],
      [[{ $unwind: 1 }], unlessEmbedded(server, refused(15981), 28811)],
      [[{ $unwind: "$k" }, { $count: "n" }], [{ n: 3 }]],
      [
        [{ $unwind: { path: "$l", includeArrayIndex: "o.i" } }, { $project: { o: 1 } }, { $limit: 1 }],
        [{ _id: 1, o: { x: 1, i: 0 } }],
      ],
      [[{ $project: { v: 1, _id: 0 } }, { $limit: 1 }], [{ v: 1 }]],
      [[{ $project: { v: "$k", s: { $sum: ["$v", 1] } } }, { $limit: 1 }], [{ _id: 1, v: "a", s: 2 }]],
      [[{ $project: { a: 1, b: 0 } }], refused(31254)],
      [[{ $project: 1 }], refused(15969)],
      [[{ $project: { "a.b": 1, a: 1 } }], refused(31250)],
      [[{ $project: { l: { $slice: ["$l", 1] } } }, { $limit: 1 }], [{ _id: 1, l: [1] }]],
      [[{ $project: { "l.$": 1 } }], refused()],
      [[{ $project: { o: { y: "$v" } } }, { $limit: 1 }], [{ _id: 1, o: { y: 1 } }]],
      [[{ $project: { x: { $cond: [false, 1, "$$REMOVE"] } } }, { $limit: 1 }], [{ _id: 1 }]],
      [[{ $project: { _id: 0 } }, { $limit: 1 }], [{ k: "a", v: 1, l: [1, 2], o: { x: 1 } }]],
      [[{ $project: { _id: 0, x: "$o.x", y: ["$v", "$nope"] } }, { $limit: 1 }], [{ x: 1, y: [1, null] }]],
      [[{ $project: { l: { $elemMatch: { x: 1 } } } }], refused()],
      [
        [{ $addFields: { "o.y": 2, z: { w: "$v" } } }, { $project: { o: 1, z: 1 } }, { $limit: 2 }],
        [
          { _id: 1, o: { x: 1, y: 2 }, z: { w: 1 } },
          { _id: 2, o: { y: 2 }, z: { w: 2 } },
        ],
      ],
      [
        [{ $addFields: { "l.q": 1 } }, { $project: { l: 1 } }, { $limit: 2 }],
        [
          { _id: 1, l: [{ q: 1 }, { q: 1 }] },
          { _id: 2, l: [] },
        ],
      ],
      [[{ $addFields: 1 }], refused()],
      [[{ $addFields: {} }], refused()],
      [[{ $set: { v: "$nope" } }, { $limit: 1 }, { $project: { v: 1 } }], [{ _id: 1 }]],
      [[{ $set: { o: { y: 1 } } }, { $limit: 1 }, { $project: { o: 1 } }], [{ _id: 1, o: { x: 1, y: 1 } }]],
      [[{ $unset: ["k", "o.x"] }, { $limit: 1 }], [{ _id: 1, v: 1, l: [1, 2], o: {} }]],
      [[{ $unset: 1 }], refused(31002)],
    ]));

  test("add fields, replace, sort, sample and bucket, and refuse what they are not given right", () =>
    runs([
      [[{ $unset: [] }], unlessEmbedded(server, refused(31119), 31002)],
      [[{ $set: { a: 1, "a.b": 1 } }], refused()],
      [[{ $replaceRoot: { newRoot: "$o" } }], refused(40228, 8105800)],
      [[{ $limit: 1 }, { $replaceRoot: { newRoot: "$o" } }], [{ x: 1 }]],
      [[{ $replaceWith: { a: "$v" } }, { $limit: 1 }], [{ a: 1 }]],
      [[{ $replaceRoot: {} }], refused(40231)],
      [[{ $replaceRoot: { newRoot: 1 } }], refused(40228, 8105800)],
      [[{ $replaceRoot: 1 }], unlessEmbedded(server, refused(40229), 40231)],
      [[{ $replaceRoot: { x: 1 } }], refused()],
      [
        [{ $sort: { k: 1, v: -1 } }, { $project: { _id: 1 } }],
        [{ _id: 4 }, { _id: 3 }, { _id: 1 }, { _id: 2 }],
      ],
      [[{ $sort: 1 }], unlessEmbedded(server, refused(15973), 15976)],
      [[{ $sort: { a: "x" } }], refused(15974)],
      [[{ $sort: { a: { $meta: "x" } } }], refused(17312, 238, 31138)],
      [[{ $limit: -1 }], refused()],
      [[{ $limit: 1.5 }], refused()],
      [[{ $skip: -1 }], refused(5107200)],
      [[{ $skip: "a" }], refused(5107200)],
      [[{ $limit: Long.fromNumber(2) }, { $count: "n" }], [{ n: 2 }]],
      [[{ $facet: { a: [{ $count: "n" }], b: [{ $match: { v: 99 } }] } }], [{ a: [{ n: 4 }], b: [] }]],
      [[{ $facet: 1 }], refused(40169)],
      [[{ $facet: {} }], refused(40169)],
      [[{ $facet: { a: 1 } }], refused(40170)],
      [[{ $facet: { a: [{ $nope: 1 }] } }], refused(40324)],
      [[{ $bucket: { groupBy: "$v", boundaries: [0, 2, 4] } }], refused()],
      [
        [
          {
            $bucket: {
              groupBy: "$v",
              boundaries: [0, 2, 4],
              default: "x",
              output: { n: { $sum: 1 }, ids: { $push: "$_id" } },
            },
          },
        ],
        [
          { _id: 0, n: 1, ids: [1] },
          { _id: 2, n: 2, ids: [2, 3] },
          { _id: "x", n: 1, ids: [4] },
        ],
      ],
      [[{ $bucket: 1 }], unlessEmbedded(server, refused(40201), 40198)],
      [[{ $bucket: { groupBy: "$v" } }], refused(40198)],
      [[{ $bucket: { groupBy: "$v", boundaries: [1] } }], unlessEmbedded(server, refused(40192), 40194)],
      [[{ $bucket: { groupBy: "$v", boundaries: [2, 1] } }], refused(40194)],
      [[{ $bucket: { groupBy: "$v", boundaries: 1 } }], unlessEmbedded(server, refused(40200), 40198)],
      [[{ $bucket: { groupBy: "v", boundaries: [1, 2] } }], unlessEmbedded(server, refused(40202), 40198)],
      [[{ $bucket: { groupBy: "$v", boundaries: [1, "a"] } }], unlessEmbedded(server, refused(40193), 40194)],
      [[{ $bucket: { groupBy: "$v", boundaries: [1, 5], default: 2 } }], refused(40199)],
      [
        [{ $bucket: { groupBy: "$v", boundaries: [1, 5], nope: 1 } }],
        unlessEmbedded(server, refused(40197), 40198),
      ],
      [
        [{ $bucketAuto: { groupBy: "$v", buckets: 2 } }],
        [
          { _id: { min: 1, max: 3 }, count: 2 },
          { _id: { min: 3, max: 4 }, count: 2 },
        ],
        [{ v: 1 }, { v: 2 }, { v: 3 }, { v: 4 }],
      ],
      [[{ $bucketAuto: { groupBy: "$v", buckets: 0 } }], unlessEmbedded(server, refused(40243), 40246)],
      [[{ $bucketAuto: { groupBy: "$v" } }], refused(40246)],
      [
        [{ $bucketAuto: { groupBy: "$v", buckets: 5 } }],
        [
          { _id: { min: 1, max: 2 }, count: 1 },
          { _id: { min: 2, max: 2 }, count: 1 },
        ],
        [{ v: 1 }, { v: 2 }],
      ],
      [[{ $lookup: 1 }], refused(9)],
      [[{ $unionWith: 1 }], refused(9)],
      [
        [{ $redact: { $cond: [{ $eq: ["$k", "a"] }, "$$KEEP", "$$PRUNE"] } }, { $project: { _id: 1 } }],
        [{ _id: 1 }, { _id: 3 }],
      ],
      [
        [
          { $redact: { $cond: [{ $gt: [{ $ifNull: ["$x", 0] }, 0] }, "$$PRUNE", "$$DESCEND"] } },
          { $limit: 1 },
        ],
        [{ _id: 1, k: "a", v: 1, l: [1, 2] }],
      ],
      [[1], refused(14)],
      [[{}], refused(40323)],
      [[{ $match: {}, $limit: 1 }], refused(40323)],
      [[{ match: {} }], refused(40324)],
      [[{ $match: { a: { $nope: 1 } } }], refused(2)],
      [
        [{ $project: { d: "$$NOW" } }, { $project: { t: { $type: "$d" } } }, { $limit: 1 }],
        [{ _id: 1, t: "date" }],
      ],
      [
        [{ $match: { "o.x": 1 } }, { $project: { r: "$$ROOT.o", c: "$$CURRENT.v" } }],
        [{ _id: 1, r: { x: 1 }, c: 1 }],
      ],
      [[{ $sample: { size: -1 } }], refused(28747)],
      [[{ $sample: { size: "x" } }], unlessEmbedded(server, refused(28746), 28_747)],
      [[{ $sample: 1 }], unlessEmbedded(server, refused(28745), 28_747)],
      [[{ $sample: { size: 10 } }, { $count: "n" }], [{ n: 4 }]],
      [[{ $addFields: { b: { $nope: 1 } } }], refused(168)],
      [[{ $facet: { a: [{ $facet: { b: [] } }] } }], refused(40600)],
    ]));
});
