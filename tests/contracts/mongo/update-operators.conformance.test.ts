import { Decimal128, type Document, Double, Int32, Long } from "mongodb";
import { expect, test } from "vitest";
import { agreed, outcome, refused } from "./outcomes.ts";
import { conformance } from "./servers.ts";

/** What is stored (null: nothing), the update, what is stored then, options and filter of the statement. */
type Case = [doc: Document | null, u: unknown, expected: unknown, options?: Document, q?: Document];

conformance("update operators", (server) => {
  /** What only a real MongoDB does: constants of a statement, decimals beyond their ends. */
  const real = (expected: unknown) => (server.embedded ? refused(238) : expected);
  const updates = async (cases: Case[]) => {
    const results: unknown[] = [];
    for (const [doc, u, expected, options, q = {}] of cases) {
      const c = server.collection();
      await c.deleteMany({});
      if (doc) await c.insertOne({ _id: 1 as never, ...doc });
      const run = async () => {
        const reply = await server.db.command({ update: c.collectionName, updates: [{ q, u, ...options }] });
        if (reply.writeErrors) throw reply.writeErrors[0];
        const found = await c.findOne(
          {},
          { promoteValues: false, promoteLongs: false, projection: { _id: 0 } },
        );
        return found ?? undefined;
      };
      results.push([doc, u, q, agreed(expected, await outcome(run()))]);
    }
    expect(results).toEqual(cases.map(([doc, u, expected, , q = {}]) => [doc, u, q, expected]));
  };

  test("add fields in the order of their paths, whatever the operator", async () => {
    await server.collection().insertOne({ _id: 1 as never, x: 1 });
    await server
      .collection()
      .updateOne({}, { $set: { d: 1, B: 1 }, $rename: { x: "c" }, $inc: { a: 1, "a-": 1 } });
    expect(Object.keys((await server.collection().findOne()) ?? {})).toEqual([
      "_id",
      "B",
      "a",
      "a-",
      "c",
      "d",
    ]);
  });

  test("change values, arrays and numbers, or refuse to", () =>
    updates([
      [{ a: 1 }, { $set: {} }, { a: new Int32(1) }],
      [{ a: 1 }, {}, {}],
      [{ a: 1 }, { $set: { "b.0": 1 } }, { a: new Int32(1), b: { "0": new Int32(1) } }],
      [{ a: [] }, { $set: { "a.2": 1 } }, { a: [null, null, new Int32(1)] }],
      [{ a: null }, { $set: { "a.b": 1 } }, refused(28)],
      [{ a: 1, b: 1 }, { $unset: { a: 1 }, $set: { b: 2 } }, { b: new Int32(2) }],
      [{ a: 1 }, { $set: { "a.": 1 } }, refused(56)],
      [{ a: 1 }, { $set: { ".a": 1 } }, refused(56)],
      [{ a: 1 }, { $set: null }, refused(9)],
      [{ a: 1 }, { $set: 1 }, refused(9)],
      [{ a: 1 }, { $set: { a: { "b.c": 1 } } }, { a: { "b.c": new Int32(1) } }],
      [{ a: 1 }, { $set: { b: 1 }, c: 1 }, refused(9)],
      [{ a: 1 }, { c: 1, $set: { b: 1 } }, refused(52, 9)],
      [
        { b: 1, a: 1 },
        { $set: { a: 2, z: 1, c: 1 } },
        { b: new Int32(1), a: new Int32(2), c: new Int32(1), z: new Int32(1) },
      ],
      [{}, { $set: { "10": 1, "2": 1 } }, { "2": new Int32(1), "10": new Int32(1) }],
      [{ a: 1 }, { $setOnInsert: { a: 2 } }, { a: new Int32(1) }],
      [{ a: 1 }, { $unset: { "a.b": 1 } }, { a: new Int32(1) }],
      [{ a: { b: 1 } }, { $unset: { "a.b": 1 } }, { a: {} }],
      [{ a: 5 }, { $inc: { a: 1.5 } }, { a: new Double(6.5) }],
      [{ a: null }, { $inc: { a: 1 } }, refused(14)],
      [{ a: 1 }, { $inc: { a: null } }, refused(14)],
      [{ a: Decimal128.fromString("1.5") }, { $mul: { a: 2 } }, { a: Decimal128.fromString("3.0") }],
      [{ a: Long.fromNumber(5) }, { $mul: { a: 2 } }, { a: Long.fromNumber(10) }],
      [{}, { $mul: { a: Long.fromNumber(5) } }, { a: Long.fromNumber(0) }],
      [{}, { $mul: { a: Decimal128.fromString("5") } }, { a: Decimal128.fromString("0") }],
      [{ a: 2147483647 }, { $mul: { a: 2 } }, { a: Long.fromNumber(4294967294) }],
      [{ a: [1, 2] }, { $inc: { "a.0": 1 } }, { a: [new Int32(2), new Int32(2)] }],
      [{ a: new Double(1) }, { $inc: { a: 1 } }, { a: new Double(2) }],
      [{ a: 5 }, { $min: { a: "x" } }, { a: new Int32(5) }],
      [{ a: 5 }, { $max: { a: "x" } }, { a: "x" }],
      [{ a: null }, { $min: { a: 1 } }, { a: null }],
      [{ a: 5 }, { $max: { a: new Double(5) } }, { a: new Int32(5) }],
      [{}, { $max: { "a.b": 1 } }, { a: { b: new Int32(1) } }],
      [{ a: 1 }, { $rename: { a: "b" } }, { b: new Int32(1) }],
      [{ a: { x: 1 }, b: 2 }, { $rename: { "a.x": "b" } }, { a: {}, b: new Int32(1) }],
      [{ a: 1 }, { $rename: { a: "a" } }, refused(2)],
      [{ a: [1] }, { $rename: { "a.0": "b" } }, refused(2)],
      [{ a: 1, b: [1] }, { $rename: { a: "b.0" } }, refused(2)],
      [{ a: 1 }, { $rename: { a: "a.b" } }, refused(2, 40)],
      [{ a: 1 }, { $rename: { _id: "b" } }, refused(66)],
      [{ a: 1, b: 2 }, { $rename: { a: "b", b: "c" } }, refused(40)],
      [{ a: 1 }, { $rename: { a: "" } }, refused(56)],
      [{ a: 1, b: 5, c: 6 }, { $rename: { a: "c" } }, { b: new Int32(5), c: new Int32(1) }],
      [{}, { $currentDate: { a: { $type: "x" } } }, refused(2)],
      [{}, { $currentDate: { a: 1 } }, refused(2)],
      [{}, { $currentDate: { a: { $type: true } } }, refused(2)],
      [{}, { $currentDate: { a: { $type: "date", x: 1 } } }, refused(2)],
      [{}, { $currentDate: { a: { x: 1 } } }, refused(2)],
      [{ a: 1 }, { $push: { b: { $each: [] } } }, { a: new Int32(1), b: [] }],
      [{ a: [1] }, { $push: { a: { $each: [2], $position: -1 } } }, { a: [new Int32(2), new Int32(1)] }],
      [{ a: [1] }, { $push: { a: { $each: [2], $position: 100 } } }, { a: [new Int32(1), new Int32(2)] }],
      [{ a: [1, 2, 3] }, { $push: { a: { $each: [], $slice: 0 } } }, { a: [] }],
      [
        { a: [3, 1] },
        { $push: { a: { $each: [2], $sort: -1 } } },
        { a: [new Int32(3), new Int32(2), new Int32(1)] },
      ],
      [{ a: [] }, { $push: { a: { $each: [1], $slice: "x" } } }, refused(2)],
      [{ a: [] }, { $push: { a: { $each: [1], $position: "x" } } }, refused(2)],
      [{ a: [] }, { $push: { a: { $each: [1], $sort: { b: 2 } } } }, refused(2)],
      [
        { a: [{ b: { c: 2 } }, { b: { c: 1 } }] },
        { $push: { a: { $each: [], $sort: { "b.c": 1 } } } },
        { a: [{ b: { c: new Int32(1) } }, { b: { c: new Int32(2) } }] },
      ],
      [{ a: [] }, { $push: { a: { $each: [1], $sort: 2 } } }, refused(2)],
      [{ a: [] }, { $push: { a: { $each: [1], $sort: {} } } }, refused(2)],
      [{ a: [] }, { $push: { a: { $each: [1], $sort: { "": 1 } } } }, refused(2)],
      [{ a: null }, { $push: { a: 1 } }, refused(2)],
      [
        { a: [1] },
        { $addToSet: { a: { $each: [1, new Double(1), 2] } } },
        { a: [new Int32(1), new Int32(2)] },
      ],
      [
        { a: [{ x: 1, y: 1 }] },
        { $addToSet: { a: { y: 1, x: 1 } } },
        {
          a: [
            { x: new Int32(1), y: new Int32(1) },
            { y: new Int32(1), x: new Int32(1) },
          ],
        },
      ],
      [{ a: [1] }, { $addToSet: { a: { $each: [2], $slice: 1 } } }, refused(2)],
      [{}, { $addToSet: { a: [1] } }, { a: [[new Int32(1)]] }],
      [{}, { $addToSet: { a: { $each: [1, 1] } } }, { a: [new Int32(1)] }],
      [{ a: [1, 2] }, { $pop: { a: 0 } }, refused(9)],
      [{ a: [] }, { $pop: { a: 1 } }, { a: [] }],
      [{ a: [1] }, { $pop: { a: "x" } }, refused(9)],
      [{ a: [1, 2] }, { $pop: { a: 1.5 } }, refused(9)],
      [{ a: null }, { $pop: { a: 1 } }, refused(14)],
      [{ a: [1, 2, 3] }, { $pull: { a: { $in: [1, 2] } } }, { a: [new Int32(3)] }],
      [{ a: [{ b: [1, 2] }, { b: [3] }] }, { $pull: { a: { b: 1 } } }, { a: [{ b: [new Int32(3)] }] }],
      [{ a: ["ab", "b"] }, { $pull: { a: /^a/ } }, { a: ["b"] }],
      [{ a: [[1], 1] }, { $pull: { a: [1] } }, { a: [new Int32(1)] }],
      [{ a: [null, 1] }, { $pull: { a: null } }, { a: [new Int32(1)] }],
      [
        {
          a: [
            { x: 1, y: 2 },
            { y: 2, x: 1 },
          ],
        },
        { $pull: { a: { x: 1, y: 2 } } },
        { a: [] },
      ],
      [{ a: [1, [1]] }, { $pull: { a: 1 } }, { a: [[new Int32(1)]] }],
      [
        { a: [{ b: 1 }, 5] },
        { $pull: { a: { b: { $exists: false } } } },
        { a: [{ b: new Int32(1) }, new Int32(5)] },
      ],
      [{ a: [1, 5, 9] }, { $pull: { a: { $gt: 2, $lt: 6 } } }, { a: [new Int32(1), new Int32(9)] }],
      [{ a: [1] }, { $pull: { a: { $nope: 1 } } }, refused(2)],
    ]));

  test("change by position, insert what a filter says, and run pipelines", () =>
    updates([
      [{ a: 1 }, { $pullAll: { a: [1] } }, refused(2)],
      [
        { a: [{ x: 1 }, { x: 1, y: 1 }] },
        { $pullAll: { a: [{ x: 1 }] } },
        { a: [{ x: new Int32(1), y: new Int32(1) }] },
      ],
      [{ a: [1, 2] }, { $pull: { a: { $not: { $eq: 1 } } } }, { a: [new Int32(1)] }],
      [
        { a: [{ b: { c: 1 } }, { b: { c: 2 } }] },
        { $pull: { a: { "b.c": 1 } } },
        { a: [{ b: { c: new Int32(2) } }] },
      ],
      [
        { a: [{ k: 1, v: 1 }, { k: 2 }] },
        { $pull: { a: { $or: [{ k: 1 }, { k: 3 }] } } },
        { a: [{ k: new Int32(2) }] },
      ],
      [{ a: [[1, 2], [3]] }, { $pull: { a: { $size: 1 } } }, { a: [[new Int32(1), new Int32(2)]] }],
      [{ a: 1.5 }, { $bit: { a: { and: 1 } } }, refused(2)],
      [{ a: 1 }, { $bit: { a: { and: 1.5 } } }, refused(2)],
      [{ a: 1 }, { $bit: { a: 1 } }, refused(2)],
      [{}, { $bit: { a: { or: 5 } } }, { a: new Int32(5) }],
      [{ a: Long.fromNumber(1) }, { $bit: { a: { or: 4 } } }, { a: Long.fromNumber(5) }],
      [{ a: 1 }, { $bit: { a: {} } }, refused(2)],
      [{ a: [1, 2] }, { $set: { "a.$": 9 } }, { a: [new Int32(1), new Int32(9)] }, {}, { a: 2 }],
      [{ a: [{ b: [1, 2] }] }, { $set: { "a.$.b.$": 1 } }, refused(2), {}, { "a.b": 2 }],
      [{ a: [1, 2] }, { $unset: { "a.$": 1 } }, { a: [null, new Int32(2)] }, {}, { a: 1 }],
      [{ a: [1, 2] }, { $set: { "a.$[]": 0 } }, { a: [new Int32(0), new Int32(0)] }],
      [{ a: {} }, { $set: { "a.$[]": 0 } }, refused(2)],
      [{ a: 1 }, { $unset: { "b.$[].c": 1 } }, refused(2)],
      [{ a: 1 }, { $unset: { "a.$[]": 1 } }, refused(2)],
      [{ a: 1 }, { $set: { a: 1 }, constructor: { a: 1 } }, refused(9)],
      [
        { a: Decimal128.fromString("9E6144") },
        { $mul: { a: 10 } },
        real({ a: Decimal128.fromString("Infinity") }),
      ],
      [{ a: [] }, { $set: { "a.$[]": 0 } }, { a: [] }],
      [
        { a: [{ b: 1 }, { b: 2 }] },
        { $set: { "a.$[x].b": 9 } },
        { a: [{ b: new Int32(1) }, { b: new Int32(9) }] },
        { arrayFilters: [{ "x.b": { $gt: 1 } }] },
      ],
      [{ a: [1] }, { $set: { "a.$[X]": 9 } }, refused(2), { arrayFilters: [{ X: 1 }] }],
      [
        { a: [1, 2, 3] },
        { $set: { "a.$[x]": 9 } },
        { a: [new Int32(9), new Int32(2), new Int32(9)] },
        { arrayFilters: [{ $or: [{ x: 1 }, { x: 3 }] }] },
      ],
      [{ a: [1] }, { $set: { "a.$[x]": 9 } }, refused(9), { arrayFilters: [{ x: 1, y: 1 }] }],
      [{ a: [1] }, { $set: { "a.$[x]": 9 } }, refused(9), { arrayFilters: [{}] }],
      [{ a: [1] }, { $set: { "a.$[x]": 9 } }, refused(14), { arrayFilters: 1 }],
      [{ a: [1, 2] }, { $push: { "a.$[]": 1 } }, refused(2)],
      [
        { g: [{ a: [1, 2] }, { a: [3] }] },
        { $push: { "g.$[].a": 0 } },
        { g: [{ a: [new Int32(1), new Int32(2), new Int32(0)] }, { a: [new Int32(3), new Int32(0)] }] },
      ],
      [
        { a: [1, 2, 3] },
        { $inc: { "a.$[x]": 1 } },
        { a: [new Int32(1), new Int32(3), new Int32(4)] },
        { arrayFilters: [{ x: { $gte: 2 } }] },
      ],
      [
        { a: [1] },
        { $set: { "a.$[x]": 1, "a.$[y]": 2 } },
        { a: [new Int32(1)] },
        { arrayFilters: [{ x: 5 }, { y: 6 }] },
      ],
      [
        { a: [1] },
        { $set: { "a.$[x]": 1, "a.$[y]": 2 } },
        refused(40),
        { arrayFilters: [{ x: 1 }, { y: 1 }] },
      ],
      [{ a: [1] }, { $set: { "a.$[x]": 1, "a.0": 2 } }, refused(40), { arrayFilters: [{ x: 1 }] }],
      [{ a: [1, 2] }, { $set: { "a.$": 1 } }, refused(2), {}, { b: { $exists: false } }],
      [null, { $set: { "a.$": 1 } }, refused(2), { upsert: true }, { b: 1 }],
      [{ a: [1] }, [{ $set: { b: 1 } }], refused(9), { arrayFilters: [{ x: 1 }] }],
      [{ a: [1] }, { b: 1 }, refused(9), { arrayFilters: [{ x: 1 }] }],
      [{}, { $set: { a: 1 }, $unset: { a: 1 } }, refused(40)],
      [{}, { $set: { "a.b": 1 }, $inc: { a: 1 } }, refused(40)],
      [{}, { $set: { a: 1, "a.b": 1 } }, refused(40)],
      [
        {},
        { $set: { "a.b": 1, "a.c": 1, ab: 1 } },
        { a: { b: new Int32(1), c: new Int32(1) }, ab: new Int32(1) },
      ],
      [{}, { $set: { _id: 1 } }, {}],
      [{}, { $set: { _id: 2 } }, refused(66)],
      [{}, { _id: 2, a: 1 }, refused(66)],
      [{}, { $inc: { _id: 1 } }, refused(66)],
      [
        null,
        { $set: { x: 1 } },
        { a: new Int32(1), b: { c: new Int32(2) }, x: new Int32(1) },
        { upsert: true },
        { a: 1, "b.c": 2 },
      ],
      [null, { $set: { x: 1 } }, { a: new Int32(1), x: new Int32(1) }, { upsert: true }, { a: { $in: [1] } }],
      [null, { $set: { x: 1 } }, { x: new Int32(1) }, { upsert: true }, { a: { $in: [1, 2] } }],
      [null, { $set: { x: 1 } }, { a: new Int32(1), x: new Int32(1) }, { upsert: true }, { $or: [{ a: 1 }] }],
      [null, { $set: { x: 1 } }, { x: new Int32(1) }, { upsert: true }, { $or: [{ a: 1 }, { b: 1 }] }],
      [
        null,
        { $set: { x: 1 } },
        { a: { b: new Int32(1) }, x: new Int32(1) },
        { upsert: true },
        { a: { b: 1 } },
      ],
      [
        null,
        { $set: { x: 1 } },
        { a: new Int32(1), x: new Int32(1) },
        { upsert: true },
        { a: { $all: [1] } },
      ],
      [null, { $set: { x: 1 } }, { x: new Int32(1) }, { upsert: true }, { a: { $elemMatch: { b: 1 } } }],
      [null, { $set: { x: 1 } }, refused(54), { upsert: true }, { a: 1, "a.b": 1 }],
      [null, { $set: { a: 2 } }, { a: new Int32(2) }, { upsert: true }, { a: 1 }],
      [null, { $inc: { a: 2 } }, { a: new Int32(3) }, { upsert: true }, { a: 1 }],
      [
        null,
        [{ $set: { x: { $add: ["$a", 1] } } }],
        { a: new Int32(1), x: new Int32(2) },
        { upsert: true },
        { a: 1 },
      ],
      [null, { z: 1 }, { z: new Int32(1) }, { upsert: true }, { a: 1 }],
      [null, { $setOnInsert: { x: 1 } }, { x: new Int32(1) }, { upsert: true }, {}],
      [null, { $set: { x: 1 } }, { a: null, x: new Int32(1) }, { upsert: true }, { a: null }],
      [
        null,
        { $set: { x: 1 } },
        { x: new Int32(1) },
        { upsert: true },
        { a: { $ne: 1 }, b: { $exists: true } },
      ],
      [
        null,
        { $set: { x: 1 } },
        { a: new Int32(1), x: new Int32(1) },
        { upsert: true },
        { a: { $eq: 1, $gt: 0 } },
      ],
      [null, { $push: { a: 3 } }, { a: [new Int32(1), new Int32(3)] }, { upsert: true }, { a: [1] }],
      [
        null,
        { $set: { x: 1 } },
        { a: { "0": new Int32(1) }, x: new Int32(1) },
        { upsert: true },
        { "a.0": 1 },
      ],
      [
        { a: 1, b: { c: 2 } },
        [{ $set: { "b.d": "$a", e: { $concat: ["x", "y"] } } }, { $unset: "a" }],
        { b: { c: new Int32(2), d: new Int32(1) }, e: "xy" },
      ],
      [{ a: 1 }, [{ $replaceRoot: { newRoot: { z: "$a" } } }], { z: new Int32(1) }],
      [{ a: 1 }, [{ $project: { a: 0 } }], {}],
      [{ a: 1 }, [{ $group: { _id: 1 } }], refused(72)],
      [{ a: 1 }, [{ $set: { _id: 5 } }], refused(66)],
      [{ a: 1 }, [], { a: new Int32(1) }],
      [{ a: 1 }, [{ $nope: 1 }], refused(40324)],
      [
        { a: 1 },
        [{ $set: { x: "$$NOW" } }, { $set: { x: { $type: "$x" } } }],
        { a: new Int32(1), x: "date" },
      ],
      [{ a: 1 }, [{ $set: { a: "$$v" } }], real({ a: new Int32(9) }), { c: { v: 9 } }],
      [
        { a: [1, 2, 3] },
        [{ $set: { a: { $filter: { input: "$a", cond: { $gt: ["$$this", 1] } } } } }],
        { a: [new Int32(2), new Int32(3)] },
      ],
      [{ a: 1 }, [{ $set: { a: "$$REMOVE" } }], {}],
      [{ a: 1 }, [{ $set: { $x: 1 } }], refused()],
      [{ a: 1 }, { $set: { b: 1 } }, { a: new Int32(1), b: new Int32(1) }, { hint: { _id: 1 } }],
      [{ a: 1 }, { $set: { b: 1 } }, refused(2), { hint: "nope" }],
      [{ a: 1 }, { $set: { b: 1 } }, refused(), { multi: "x" }],
      [{ a: 1 }, { $set: { b: 1 } }, refused(40415), { nope: 1 }],
      [{ a: 1 }, { $set: { b: 1 } }, refused(), { multi: true, sort: { a: 1 } }],
    ]));
});
