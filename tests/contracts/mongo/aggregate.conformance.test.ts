import { Decimal128, Double, Int32, Long } from "mongodb";
import { expect, test } from "vitest";
import { conformance, failure, numbered } from "./servers.ts";

conformance("aggregate", (server) => {
  const run = (pipeline: object[], options: object = {}) =>
    server.collection().aggregate(pipeline, options).toArray();
  const sales = [
    { item: "a", qty: 2, price: 10, tags: ["x", "y"] },
    { item: "b", qty: 1, price: 20, tags: [] },
    { item: "a", qty: 5, price: 5 },
    { item: null, qty: 3, price: 1, tags: ["x"] },
    { qty: 4, price: 2, tags: null },
  ];

  test("$match, $sort, $skip, $limit, $count", async () => {
    await numbered(server.collection(), sales);
    expect(
      (await run([{ $match: { qty: { $gt: 1 } } }, { $sort: { qty: -1 } }, { $skip: 1 }, { $limit: 2 }])).map(
        ({ qty }) => qty,
      ),
    ).toEqual([4, 3]);
    expect(await run([{ $match: { item: "a" } }, { $count: "n" }])).toEqual([{ n: 2 }]);
    expect(await run([{ $match: { item: "zzz" } }, { $count: "n" }])).toEqual([]);
    expect(
      (await run([{ $project: { qty: 1 } }, { $match: { qty: { $lt: 3 } } }, { $sort: { qty: 1 } }])).map(
        ({ qty }) => qty,
      ),
    ).toEqual([1, 2]);
    expect(await run([{ $limit: 1 }, { $skip: 1 }])).toEqual([]);
  });

  test("$group puts null and missing together, and accumulates", async () => {
    await numbered(server.collection(), sales);
    const groups = await run([
      {
        $group: {
          _id: "$item",
          n: { $sum: 1 },
          total: { $sum: { $multiply: ["$qty", "$price"] } },
          avg: { $avg: "$qty" },
          min: { $min: "$qty" },
          max: { $max: "$price" },
          all: { $push: "$qty" },
        },
      },
      { $sort: { _id: 1 } },
    ]);
    expect(groups).toEqual([
      { _id: null, n: 2, total: 11, avg: 3.5, min: 3, max: 2, all: [3, 4] },
      { _id: "a", n: 2, total: 45, avg: 3.5, min: 2, max: 10, all: [2, 5] },
      { _id: "b", n: 1, total: 20, avg: 1, min: 1, max: 20, all: [1] },
    ]);
    expect(
      await run([
        {
          $group: {
            _id: null,
            qty: { $sum: "$qty" },
            none: { $sum: "$nothing" },
            noAvg: { $avg: "$nothing" },
          },
        },
      ]),
    ).toEqual([{ _id: null, qty: 15, none: 0, noAvg: null }]);
    expect(await run([{ $match: { qty: 99 } }, { $group: { _id: null, n: { $sum: 1 } } }])).toEqual([]);
    const first = await run([
      { $sort: { qty: 1 } },
      {
        $group: {
          _id: "$item",
          first: { $first: "$qty" },
          last: { $last: "$qty" },
          set: { $addToSet: "$item" },
        },
      },
      { $sort: { _id: 1 } },
    ]);
    expect(first.map(({ first: f, last }) => [f, last])).toEqual([
      [3, 4],
      [2, 5],
      [1, 1],
    ]);
  });

  test("$group by a document, and by numbers of any type", async () => {
    await numbered(server.collection(), [
      { a: new Int32(1) },
      { a: new Double(1) },
      { a: Long.fromNumber(1) },
      { a: "1" },
    ]);
    expect(
      (await run([{ $group: { _id: "$a", n: { $sum: 1 } } }, { $sort: { n: 1 } }])).map(({ n }) => n),
    ).toEqual([1, 3]);
    expect(await run([{ $match: { a: "1" } }, { $group: { _id: { k: "$a", m: "$none" } } }])).toEqual([
      { _id: { k: "1" } },
    ]);
  });

  test("$unwind drops null, missing and empty unless told to keep them", async () => {
    await numbered(server.collection(), sales);
    const shape = async (spec: unknown) =>
      (await run([{ $sort: { _id: 1 } }, { $unwind: spec as string }, { $project: { tags: 1 } }])).map(
        (doc) => Object.values(doc),
      );
    expect(await shape("$tags")).toEqual([
      [0, "x"],
      [0, "y"],
      [3, "x"],
    ]);
    expect(await shape({ path: "$tags", preserveNullAndEmptyArrays: true })).toEqual([
      [0, "x"],
      [0, "y"],
      [1],
      [2],
      [3, "x"],
      [4, null],
    ]);
    const indexed = await run([
      { $match: { _id: 0 } },
      { $unwind: { path: "$tags", includeArrayIndex: "at" } },
      { $project: { at: 1, _id: 0 } },
    ]);
    expect(indexed.map(({ at }) => Number(at))).toEqual([0, 1]);
    await server.collection().deleteMany({});
    await numbered(server.collection(), [{ tags: "" }]);
    expect(await shape("$tags")).toEqual([[0, ""]]);
  });

  test("$lookup by fields, by pipeline, and both", async () => {
    const c = server.collection();
    const other = server.db.collection(`${c.collectionName}_other`);
    await numbered(c, [{ k: 1 }, { k: [1, 2] }, {}, { k: 9 }]);
    await other.insertMany([
      { _id: 10 as never, f: 1 },
      { _id: 20 as never, f: 2 },
      { _id: 30 as never, f: null },
      { _id: 40 as never, f: [2, 3] },
    ]);
    const lookup = async (more: object) =>
      (
        await run([{ $sort: { _id: 1 } }, { $lookup: { from: other.collectionName, as: "found", ...more } }])
      ).map(({ found }) => found.map(({ _id }: { _id: number }) => _id).sort());
    expect(await lookup({ localField: "k", foreignField: "f" })).toEqual([[10], [10, 20, 40], [30], []]);
    expect(
      await lookup({ let: { mine: "$k" }, pipeline: [{ $match: { $expr: { $eq: ["$f", "$$mine"] } } }] }),
    ).toEqual([[10], [], [], []]);
    expect(await lookup({ localField: "k", foreignField: "f", pipeline: [{ $match: { f: 2 } }] })).toEqual([
      [],
      [20, 40],
      [],
      [],
    ]);
    expect(
      await run([
        { $lookup: { from: "nothing_there", localField: "k", foreignField: "f", as: "x" } },
        { $match: { x: { $ne: [] } } },
      ]),
    ).toEqual([]);
  });

  test("$project, $addFields, $unset, $replaceRoot compute with expressions", async () => {
    await numbered(server.collection(), [{ a: 1, b: { c: 2, d: 3 }, list: [1, 2, 3] }]);
    const one = async (...pipeline: object[]) => (await run(pipeline))[0];
    expect(await one({ $project: { "b.c": 1, sum: { $add: ["$a", "$b.d"] } } })).toEqual({
      _id: 0,
      b: { c: 2 },
      sum: 4,
    });
    expect(JSON.stringify(await one({ $project: { list: 1, a: 1 } }))).toBe('{"_id":0,"a":1,"list":[1,2,3]}');
    expect(await one({ $project: { b: 0, list: 0 } })).toEqual({ _id: 0, a: 1 });
    expect(
      await one({ $addFields: { "b.e": "$a", f: { $size: "$list" } } }, { $unset: ["list", "b.c"] }),
    ).toEqual({ _id: 0, a: 1, b: { d: 3, e: 1 }, f: 3 });
    expect(await one({ $replaceRoot: { newRoot: "$b" } })).toEqual({ c: 2, d: 3 });
    expect(
      await one({
        $project: {
          _id: 0,
          x: { $map: { input: "$list", as: "n", in: { $multiply: ["$$n", 2] } } },
          y: { $filter: { input: "$list", cond: { $gte: ["$$this", 2] } } },
        },
      }),
    ).toEqual({ x: [2, 4, 6], y: [2, 3] });
    expect(
      await one({
        $project: {
          _id: 0,
          r: { $reduce: { input: "$list", initialValue: 0, in: { $add: ["$$value", "$$this"] } } },
          s: { $slice: ["$list", 1, 1] },
          e: { $arrayElemAt: ["$list", -1] },
        },
      }),
    ).toEqual({ r: 6, s: [2], e: 3 });
    expect(
      await one({
        $project: {
          _id: 0,
          c: { $cond: [{ $eq: ["$a", 1] }, "yes", "no"] },
          n: { $ifNull: ["$none", "default"] },
          // biome-ignore lint/suspicious/noThenProperty: the name $switch gives it
          s: { $switch: { branches: [{ case: { $gt: ["$a", 5] }, then: "big" }], default: "small" } },
        },
      }),
    ).toEqual({ c: "yes", n: "default", s: "small" });
    expect(
      await one({
        $project: {
          _id: 0,
          s: { $concat: ["a", { $toString: "$a" }] },
          u: { $toUpper: "abc" },
          lit: { $literal: "$a" },
        },
      }),
    ).toEqual({ s: "a1", u: "ABC", lit: "$a" });
    expect(
      await one({
        $project: {
          _id: 0,
          gone: "$none",
          d: { $dateToString: { date: new Date("2026-02-03T04:05:06Z"), format: "%Y-%m-%d" } },
        },
      }),
    ).toEqual({ d: "2026-02-03" });
    expect(
      await one({
        $project: {
          _id: 0,
          m: { $max: "$list" },
          i: { $in: [2, "$list"] },
          u: { $setUnion: ["$list", [9]] },
        },
      }),
    ).toMatchObject({ m: 3, i: true });
    expect(
      await one({
        $project: { _id: 0, k: { $objectToArray: "$b" }, merged: { $mergeObjects: ["$b", { c: 9 }] } },
      }),
    ).toEqual({
      k: [
        { k: "c", v: 2 },
        { k: "d", v: 3 },
      ],
      merged: { c: 9, d: 3 },
    });
  });

  test("numbers keep their types through a pipeline", async () => {
    const c = server.collection();
    await c.insertOne({
      _id: 1 as never,
      i: new Int32(2),
      d: new Double(2),
      l: Long.fromNumber(2),
      m: Decimal128.fromString("2.0"),
    });
    const [doc] = await c
      .aggregate(
        [
          {
            $project: {
              i: 1,
              d: 1,
              l: 1,
              m: 1,
              id: { $add: ["$i", "$d"] },
              il: { $add: ["$i", "$l"] },
              ii: { $multiply: ["$i", "$i"] },
              q: { $divide: ["$i", "$i"] },
            },
          },
        ],
        { promoteValues: false, promoteLongs: false },
      )
      .toArray();
    const types = Object.fromEntries(Object.entries(doc ?? {}).map(([key, value]) => [key, value._bsontype]));
    expect(types).toEqual({
      _id: "Int32",
      i: "Int32",
      d: "Double",
      l: "Long",
      m: "Decimal128",
      id: "Double",
      il: "Long",
      ii: "Int32",
      q: "Double",
    });
    const [group] = await c
      .aggregate([{ $group: { _id: null, i: { $sum: "$i" }, d: { $sum: "$d" }, avg: { $avg: "$i" } } }], {
        promoteValues: false,
      })
      .toArray();
    expect([group?.i._bsontype, group?.d._bsontype, group?.avg._bsontype]).toEqual([
      "Int32",
      "Double",
      "Double",
    ]);
  });

  test("compares in expressions by BSON's order", async () => {
    await numbered(server.collection(), [{ a: "x", b: 5, d: new Double(5) }]);
    expect(
      await run([
        {
          $project: {
            _id: 0,
            gt: { $gt: ["$a", "$b"] },
            eq: { $eq: ["$b", "$d"] },
            missing: { $lt: ["$none", null] },
            cmp: { $cmp: ["$b", "$a"] },
          },
        },
      ]),
    ).toEqual([{ gt: true, eq: true, missing: true, cmp: -1 }]);
  });

  test("$facet, $bucket, $sortByCount, $sample, $unionWith", async () => {
    const c = server.collection();
    await numbered(c, sales);
    const [facet] = await run([
      {
        $facet: {
          a: [{ $match: { item: "a" } }, { $count: "n" }],
          b: [{ $sort: { qty: -1 } }, { $limit: 1 }, { $project: { qty: 1, _id: 0 } }],
        },
      },
    ]);
    expect(facet).toEqual({ a: [{ n: 2 }], b: [{ qty: 5 }] });
    expect(
      await run([{ $bucket: { groupBy: "$qty", boundaries: [0, 3, 6], output: { n: { $sum: 1 } } } }]),
    ).toEqual([
      { _id: 0, n: 2 },
      { _id: 3, n: 3 },
    ]);
    expect((await run([{ $sortByCount: "$item" }]))[0]).toMatchObject({ count: 2 });
    expect(await run([{ $sample: { size: 2 } }])).toHaveLength(2);
    expect(await run([{ $unionWith: c.collectionName }, { $count: "n" }])).toEqual([{ n: 10 }]);
  });

  test("$bucket has a place for the others, $lookup sees null, $sum keeps Longs", async () => {
    const c = server.collection();
    await numbered(c, [{ n: 1 }, { n: 50 }, { n: "x" }, { n: Long.fromNumber(2) }]);
    expect(await run([{ $bucket: { groupBy: "$n", boundaries: [0, 10], default: "other" } }])).toEqual([
      { _id: 0, count: 2 },
      { _id: "other", count: 2 },
    ]);
    expect((await failure(run([{ $bucket: { groupBy: "$n", boundaries: [0, 10] } }]))).code).toBeGreaterThan(
      0,
    );
    const [sum] = await c
      .aggregate([{ $group: { _id: null, n: { $sum: "$n" } } }], { promoteLongs: false })
      .toArray();
    expect(sum?.n).toEqual(Long.fromNumber(53));
    expect(await run([{ $match: { n: "x" } }, { $sortByCount: "$n" }])).toEqual([{ _id: "x", count: 1 }]);
  });

  test("opens a cursor and reads it by batches", async () => {
    const c = server.collection();
    await numbered(
      c,
      Array.from({ length: 500 }, (_, n) => ({ n })),
    );
    expect(
      (
        await c
          .aggregate([{ $match: { n: { $gte: 10 } } }, { $addFields: { m: "$n" } }], { batchSize: 7 })
          .toArray()
      ).length,
    ).toBe(490);
  });

  test("uses `let` variables, and a hint", async () => {
    const c = server.collection();
    await numbered(c, [{ a: 1 }, { a: 2 }]);
    expect(
      await c
        .aggregate([{ $match: { $expr: { $eq: ["$a", "$$wanted"] } } }], { let: { wanted: 2 } })
        .toArray(),
    ).toEqual([{ _id: 1, a: 2 }]);
    expect((await failure(c.aggregate([{ $match: { a: 1 } }], { hint: "nope" }).toArray())).code).toBe(2);
  });

  test("computes `let` once, before the pipeline", async () => {
    const c = server.collection();
    await numbered(c, [{ a: 1 }]);
    const pipeline = [{ $project: { _id: 0, z: "$$v", literal: "$$w" } }];
    const variables = { v: { $add: [1, 2] }, w: { $literal: "$a" } };
    expect(await c.aggregate(pipeline, { let: variables }).toArray()).toEqual([{ z: 3, literal: "$a" }]);
  });
});
