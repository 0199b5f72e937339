import { Binary, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from "mongodb";
import { expect, test } from "vitest";
import { agreed, outcome, refused } from "./outcomes.ts";
import { conformance, failure, numbered } from "./servers.ts";

conformance("find", (server) => {
  test("null matches null and missing, not an empty array", async () => {
    const ids = await numbered(server.collection(), [
      { a: null },
      {},
      { a: [] },
      { a: [null] },
      { a: 0 },
      { a: { b: 1 } },
    ]);
    expect(await ids({ a: null })).toEqual([0, 1, 3]);
    expect(await ids({ a: { $ne: null } })).toEqual([2, 4, 5]);
    expect(await ids({ a: { $exists: false } })).toEqual([1]);
    expect(await ids({ a: { $in: [null, 0] } })).toEqual([0, 1, 3, 4]);
    expect(await ids({ a: { $gte: null } })).toEqual([0, 1, 3]);
  });

  test("null below an array matches elements that lack the field", async () => {
    const ids = await numbered(server.collection(), [
      { a: [{ b: 1 }, {}] },
      { a: [{ b: 1 }] },
      { a: 5 },
      {},
      { a: [] },
    ]);
    expect(await ids({ "a.b": null })).toEqual([0, 2, 3]);
    expect(await ids({ "a.b": { $exists: true } })).toEqual([0, 1]);
  });

  test("equality looks inside arrays, and at the array as a whole", async () => {
    const ids = await numbered(server.collection(), [
      { a: [1, 2] },
      { a: [[1, 2], 3] },
      { a: [2, 1] },
      { a: 1 },
      { a: [1, 2, 3] },
    ]);
    expect(await ids({ a: 1 })).toEqual([0, 2, 3, 4]);
    expect(await ids({ a: [1, 2] })).toEqual([0, 1]);
    expect(await ids({ "a.1": 1 })).toEqual([2]);
    expect(await ids({ a: { $ne: 1 } })).toEqual([1]);
    expect(await ids({ a: { $size: 2 } })).toEqual([0, 1, 2]);
    expect(await ids({ a: { $all: [1, 3] } })).toEqual([4]);
  });

  test("an embedded document is equal with the same fields in the same order", async () => {
    const ids = await numbered(server.collection(), [
      { a: { x: 1, y: 2 } },
      { a: { y: 2, x: 1 } },
      { a: { x: 1 } },
    ]);
    expect(await ids({ a: { x: 1, y: 2 } })).toEqual([0]);
    expect(await ids({ "a.x": 1 })).toEqual([0, 1, 2]);
    expect(await ids({ a: { $eq: { x: 1 } } })).toEqual([2]);
  });

  test("numbers are equal by value whatever their type, and exactly", async () => {
    const ids = await numbered(server.collection(), [
      { n: new Int32(5) },
      { n: new Double(5) },
      { n: Long.fromNumber(5) },
      { n: Decimal128.fromString("5.00") },
      { n: Long.fromString("9007199254740993") },
      { n: 9007199254740992 },
      { n: Decimal128.fromString("0.1") },
      { n: 0.1 },
    ]);
    expect(await ids({ n: 5 })).toEqual([0, 1, 2, 3]);
    expect(await ids({ n: Long.fromString("9007199254740993") })).toEqual([4]);
    expect(await ids({ n: { $gt: 9007199254740992 } })).toEqual([4]);
    expect(await ids({ n: Decimal128.fromString("0.1") })).toEqual([6]);
    expect(await ids({ n: { $gt: Decimal128.fromString("0.1"), $lt: 1 } })).toEqual([7]);
  });

  test("a range compares within one type, and NaN only with itself", async () => {
    const ids = await numbered(server.collection(), [
      { a: 1 },
      { a: "1" },
      { a: new Date(1) },
      { a: Number.NaN },
      { a: [0, 7] },
      { a: true },
    ]);
    expect(await ids({ a: { $gt: 0 } })).toEqual([0, 4]);
    expect(await ids({ a: { $lt: 5 } })).toEqual([0, 4]);
    expect(await ids({ a: { $gte: Number.NaN } })).toEqual([3]);
    expect(await ids({ a: { $gte: "" } })).toEqual([1]);
    expect(await ids({ a: { $gte: new Date(0) } })).toEqual([2]);
    expect(await ids({ a: { $gt: 1, $lt: 5 } })).toEqual([4]);
    expect(await ids({ a: { $gt: new MinKey() } })).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test("$elemMatch asks one element for everything", async () => {
    const ids = await numbered(server.collection(), [
      {
        a: [
          { x: 1, y: 2 },
          { x: 2, y: 1 },
        ],
      },
      { a: [{ x: 1, y: 1 }] },
      { a: [3, 8] },
      { a: [5] },
      { a: { x: 1, y: 1 } },
    ]);
    expect(await ids({ "a.x": 1, "a.y": 1 })).toEqual([0, 1, 4]);
    expect(await ids({ a: { $elemMatch: { x: 1, y: 1 } } })).toEqual([1]);
    expect(await ids({ a: { $gt: 4, $lt: 7 } })).toEqual([2, 3].filter((id) => id === 2 || id === 3));
    expect(await ids({ a: { $elemMatch: { $gt: 4, $lt: 7 } } })).toEqual([3]);
    expect(await ids({ a: { $all: [{ $elemMatch: { x: 1 } }, { $elemMatch: { x: 2 } }] } })).toEqual([0]);
  });

  test("logic: $and, $or, $nor, $not", async () => {
    const ids = await numbered(server.collection(), [{ a: 1, b: 1 }, { a: 2 }, { b: 2 }, {}]);
    expect(await ids({ $or: [{ a: 1 }, { b: 2 }] })).toEqual([0, 2]);
    expect(await ids({ $nor: [{ a: 1 }, { b: 2 }] })).toEqual([1, 3]);
    expect(await ids({ $and: [{ a: { $exists: true } }, { b: { $exists: false } }] })).toEqual([1]);
    expect(await ids({ a: { $not: { $gte: 2 } } })).toEqual([0, 2, 3]);
    expect(await ids({ a: { $nin: [1] } })).toEqual([1, 2, 3]);
  });

  test("regular expressions, as literal, as $regex with $options, in $in and $not", async () => {
    const ids = await numbered(server.collection(), [
      { s: "Abc" },
      { s: "abc" },
      { s: ["x", "abd"] },
      { s: 1 },
      {},
    ]);
    expect(await ids({ s: /^ab/ })).toEqual([1, 2]);
    expect(await ids({ s: { $regex: "^ab", $options: "i" } })).toEqual([0, 1, 2]);
    expect(await ids({ s: { $in: [/^A/, 1] } })).toEqual([0, 3]);
    expect(await ids({ s: { $not: /^ab/ } })).toEqual([0, 3, 4]);
    expect(await ids({ s: { $regex: /B/, $options: "i" } })).toEqual([0, 1, 2]);
  });

  test("$type, $mod, bits and $expr", async () => {
    const ids = await numbered(server.collection(), [
      { a: new Int32(10), b: 3 },
      { a: new Double(10), b: 20 },
      { a: Long.fromNumber(7), b: 7 },
      { a: "x" },
      { a: [1] },
    ]);
    expect(await ids({ a: { $type: "int" } })).toEqual([0, 4]);
    expect(await ids({ a: { $type: ["double", "long"] } })).toEqual([1, 2]);
    expect(await ids({ a: { $type: "number" } })).toEqual([0, 1, 2, 4]);
    expect(await ids({ a: { $type: 4 } })).toEqual([4]);
    expect(await ids({ a: { $mod: [5, 0] } })).toEqual([0, 1]);
    const bits = async (filter: object) => agreed(refused(238), await outcome(ids(filter)));
    expect(await bits({ a: { $bitsAllSet: 2 } })).toEqual(server.embedded ? refused(238) : [0, 1, 2]);
    expect(await bits({ a: { $bitsAllClear: [0] } })).toEqual(server.embedded ? refused(238) : [0, 1]);
    expect(await ids({ $expr: { $gt: ["$a", "$b"] } })).toEqual([0, 3, 4]);
  });

  test("sorts by BSON type then value, missing as null, arrays by their least or greatest element", async () => {
    const values = [
      new MaxKey(),
      "b",
      2,
      { x: 1 },
      [],
      null,
      true,
      new Date(5),
      new ObjectId("0".repeat(24)),
      new Binary(Buffer.from("a")),
      new Timestamp({ t: 1, i: 1 }),
      /a/,
      new MinKey(),
      "B",
      -1,
      false,
    ];
    await numbered(server.collection(), [...values.map((a) => ({ a })), {}]);
    const up = await server.collection().find().sort({ a: 1, _id: 1 }).toArray();
    expect(up.map(({ _id }) => Number(_id))).toEqual([
      12, 4, 5, 16, 14, 2, 13, 1, 3, 9, 8, 15, 6, 7, 10, 11, 0,
    ]);
    const down = await server.collection().find().sort({ a: -1, _id: -1 }).toArray();
    expect(down.map(({ _id }) => Number(_id))).toEqual(
      [12, 4, 5, 16, 14, 2, 13, 1, 3, 9, 8, 15, 6, 7, 10, 11, 0].reverse(),
    );
  });

  test("an array sorts by its least element upwards, by its greatest downwards, with or without an index", async () => {
    const c = server.collection();
    await numbered(c, [{ a: [1, 9] }, { a: 5 }, { a: [3, 4] }, { a: [10, 0] }]);
    const order = async (direction: 1 | -1) =>
      (await c.find().sort({ a: direction }).toArray()).map(({ _id }) => Number(_id));
    const [up, down] = [await order(1), await order(-1)];
    expect([up, down]).toEqual([
      [3, 0, 2, 1],
      [3, 0, 1, 2],
    ]);
    await c.createIndex({ a: 1 });
    expect([await order(1), await order(-1)]).toEqual([up, down]);
  });

  test("numbers of every type sort by exact value", async () => {
    const values = [
      Decimal128.fromString("1E+400"),
      Infinity,
      Long.MAX_VALUE,
      2 ** 63,
      Decimal128.fromString("-1E-400"),
      0,
      Number.NaN,
      -Infinity,
      Long.fromString("9007199254740993"),
      9007199254740992,
    ];
    await numbered(
      server.collection(),
      values.map((n) => ({ n })),
    );
    const expected = [6, 7, 4, 5, 9, 8, 2, 3, 0, 1];
    const order = async () =>
      (await server.collection().find().sort({ n: 1 }).toArray()).map(({ _id }) => Number(_id));
    expect(await order()).toEqual(expected);
    await server.collection().createIndex({ n: 1 });
    expect(await order()).toEqual(expected);
  });

  test("projects by inclusion in the document's order, by exclusion, with _id apart", async () => {
    const c = server.collection();
    await c.insertOne({ _id: 1 as never, z: 1, a: { y: 1, x: 2 }, list: [{ k: 1, v: 2 }, 7, { v: 3 }] });
    const one = (projection: object) => c.findOne({}, { projection });
    expect(JSON.stringify(await one({ a: 1, z: 1 }))).toBe('{"_id":1,"z":1,"a":{"y":1,"x":2}}');
    expect(await one({ "a.x": 1, _id: 0 })).toEqual({ a: { x: 2 } });
    expect(await one({ list: 0, "a.y": 0 })).toEqual({ _id: 1, z: 1, a: { x: 2 } });
    expect(await one({ "list.v": 1, _id: 0 })).toEqual({ list: [{ v: 2 }, { v: 3 }] });
    expect(await one({ "list.k": 0, a: 0 })).toEqual({ _id: 1, z: 1, list: [{ v: 2 }, 7, { v: 3 }] });
    expect(await one({ _id: 0 })).toEqual({ z: 1, a: { y: 1, x: 2 }, list: [{ k: 1, v: 2 }, 7, { v: 3 }] });
    expect(await one({ _id: 1 })).toEqual({ _id: 1 });
    expect(await one({ a: { x: 1 } })).toEqual({ _id: 1, a: { x: 2 } });
    expect(await one({ z: 1, double: { $add: ["$z", 1] } })).toEqual({ _id: 1, z: 1, double: 2 });
  });

  test("projects array parts: $slice, $elemMatch and the positional $", async () => {
    const c = server.collection();
    await c.insertOne({
      _id: 1 as never,
      n: [1, 2, 3, 4],
      items: [
        { k: "a", v: 1 },
        { k: "b", v: 2 },
      ],
    });
    const one = (filter: object, projection: object) => c.findOne(filter, { projection });
    expect(await one({}, { n: { $slice: 2 }, items: 0 })).toEqual({ _id: 1, n: [1, 2] });
    expect(await one({}, { n: { $slice: [-3, 2] }, items: 0 })).toEqual({ _id: 1, n: [2, 3] });
    expect(await one({}, { items: { $elemMatch: { k: "b" } } })).toEqual({
      _id: 1,
      items: [{ k: "b", v: 2 }],
    });
    expect(await one({ "items.k": "b" }, { "items.$": 1 })).toEqual({ _id: 1, items: [{ k: "b", v: 2 }] });
    expect(await one({ n: { $gt: 2 } }, { "n.$": 1 })).toEqual({ _id: 1, n: [3] });
  });

  test("refuses projections that contradict themselves", async () => {
    const c = server.collection();
    await c.insertOne({ a: 1 });
    expect((await failure(c.findOne({}, { projection: { a: 1, b: 0 } }))).code).toBe(31254);
    expect((await failure(c.findOne({}, { projection: { a: 0, b: 1 } }))).code).toBe(31253);
    expect((await failure(c.findOne({}, { projection: { a: 1, "a.b": 1 } }))).code).toBe(31249);
  });

  test("skips, limits, gives one batch when asked, and keeps the order of insertion", async () => {
    const c = server.collection();
    await numbered(
      c,
      Array.from({ length: 20 }, (_, i) => ({ a: i % 3 })),
    );
    const ids = (docs: object[]) => docs.map((doc) => (doc as { _id: number })._id);
    expect(ids(await c.find().sort({ _id: -1 }).skip(2).limit(3).toArray())).toEqual([17, 16, 15]);
    expect(ids(await c.find().skip(18).toArray())).toEqual([18, 19]);
    const single = await server.db.command({ find: c.collectionName, batchSize: 4, singleBatch: true });
    expect([single.cursor.firstBatch.length, Number(single.cursor.id)]).toEqual([4, 0]);
    const none = await server.db.command({ find: c.collectionName, batchSize: 0 });
    expect(none.cursor.firstBatch).toEqual([]);
    expect(Number(none.cursor.id)).not.toBe(0);
    expect(await c.find({}).limit(-2).toArray()).toHaveLength(2);
  });

  test("knows every type by its name, and reads references by their fields", async () => {
    const values = {
      bool: true,
      date: new Date(0),
      null: null,
      objectId: new ObjectId(),
      binData: new Binary(Buffer.from("x")),
      regex: /x/,
      timestamp: new Timestamp({ t: 1, i: 1 }),
      minKey: new MinKey(),
      maxKey: new MaxKey(),
      decimal: Decimal128.fromString("1"),
      object: { a: 1 },
      string: "s",
    };
    const ids = await numbered(
      server.collection(),
      Object.values(values).map((v) => ({ v })),
    );
    for (const [i, type] of Object.keys(values).entries())
      expect([type, await ids({ v: { $type: type } })]).toEqual([type, [i]]);
    const id = new ObjectId();
    await server.collection().insertOne({ _id: 99 as never, ref: { $ref: "people", $id: id } });
    expect(await ids({ "ref.$id": id })).toEqual([99]);
    const dotted = { $ref: "old.people", $id: id };
    const inserted = outcome(server.collection().insertOne({ _id: 100 as never, ref: dotted }));
    if (server.embedded) expect(await inserted).toEqual(refused(238));
    else expect(await inserted).toMatchObject({ insertedId: 100 });
  });

  test("finds nothing in a collection that does not exist", async () => {
    expect(await server.collection().find({ a: 1 }).sort({ b: 1 }).toArray()).toEqual([]);
  });

  test("keeps every type as it was stored", async () => {
    const c = server.collection();
    const doc = {
      i: new Int32(1),
      d: new Double(1),
      l: Long.fromNumber(1),
      m: Decimal128.fromString("1.50"),
      b: new Binary(Buffer.from([1]), 4),
      t: new Timestamp({ t: 2, i: 1 }),
      o: new ObjectId(),
    };
    await c.insertOne({ ...doc });
    const found = await c.findOne(
      { i: 1 },
      { promoteValues: false, promoteLongs: false, projection: { _id: 0 } },
    );
    for (const [name, value] of Object.entries(doc))
      expect([name, found?.[name]._bsontype, String(found?.[name])]).toEqual([
        name,
        value._bsontype,
        String(value),
      ]);
  });

  test("refuses what it does not know with MongoDB's codes", async () => {
    const c = server.collection();
    await c.insertOne({ a: 1 });
    const code = async (filter: object) => (await failure(c.find(filter).toArray())).code;
    expect(await code({ a: { $foo: 1 } })).toBe(2);
    expect(await code({ $foo: 1 })).toBe(2);
    expect(await code({ $or: [] })).toBe(2);
    expect(await code({ $and: {} })).toBe(2);
    expect(await code({ a: { $in: 1 } })).toBe(2);
    expect(await code({ a: { $size: -1 } })).toBe(2);
    expect(await code({ a: { $type: "nope" } })).toBe(2);
    expect(await code({ a: { $not: 1 } })).toBe(2);
    expect(await code({ a: { $mod: [0, 1] } })).toBe(2);
    expect(await code({ a: { $regex: "(" } })).toBe(51091);
    expect(await code({ $expr: { $nope: 1 } })).toBe(168);
    expect((await failure(server.db.command({ find: c.collectionName, nope: 1 }))).code).toBe(40415);
    expect((await failure(server.db.command({ find: c.collectionName, filter: 1 }))).code).toBe(14);
    expect((await failure(server.db.command({ find: c.collectionName, skip: -1 }))).code).toBe(51024);
    expect((await failure(c.find({}, { hint: "nope" }).toArray())).code).toBe(2);
  });

  test.runIf(server.embedded)("refuses what only a real MongoDB does", async () => {
    const c = server.collection();
    await c.insertOne({ a: 1 });
    const code = async (promise: Promise<unknown>) => (await failure(promise)).code;
    expect(await code(c.find({}, { collation: { locale: "fr" } }).toArray())).toBe(238);
    expect(await code(c.find({ $where: "true" }).toArray())).toBe(238);
    expect(await code(c.find({ $text: { $search: "x" } }).toArray())).toBe(238);
    expect(await code(c.find({ a: { $near: [0, 0] } }).toArray())).toBe(238);
    expect(await code(c.find({}, { showRecordId: true }).toArray())).toBe(238);
  });
});
