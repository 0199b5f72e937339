import { Binary, Code, Decimal128, type Document, Double, Long, MaxKey, MinKey, Timestamp } from "mongodb";
import { expect, test } from "vitest";
import { agreed, outcome, refused } from "./outcomes.ts";
import { conformance, numbered } from "./servers.ts";

/** Documents, a filter, and the places of those that match. */
type Case = [docs: Document[], filter: Document, expected: unknown];

conformance("query operators", (server) => {
  const finds = async (cases: Case[]) => {
    const results: unknown[] = [];
    for (const [docs, filter, expected] of cases) {
      const c = server.collection();
      await c.deleteMany({});
      await c.insertMany(docs.map((doc, i) => ({ _id: i as never, ...doc })));
      const got = await outcome(
        c
          .find(filter)
          .sort({ _id: 1 })
          .toArray()
          .then((found) => found.map(({ _id }) => Number(_id))),
      );
      results.push([filter, agreed(expected, got)]);
    }
    expect(results).toEqual(cases.map(([, filter, expected]) => [filter, expected]));
  };

  /** What a real MongoDB computes and ours refuses. */
  const refusedHere = (expected: unknown) => (server.embedded ? refused(238) : expected);

  test("match values by path, type and comparison", () =>
    finds([
      [[{ a: [1, 2] }, { a: [[1, 2]] }, { a: 1 }], { a: { $in: [[1, 2]] } }, [0, 1]],
      [[{ a: [{ b: [1, 2] }] }, { a: { b: [3] } }], { "a.b": 2 }, [0]],
      [[{ a: [[{ b: 1 }]] }], { "a.b": 1 }, []],
      [[{ a: [[{ b: 1 }]] }], { "a.0.b": 1 }, [0]],
      [[{ a: [5, [6]] }], { "a.1.0": 6 }, [0]],
      [[{ a: { "0": 5 } }, { a: [5] }, { a: [{ "0": 5 }] }], { "a.0": 5 }, [0, 1, 2]],
      [[{ a: -0 }, { a: 0 }, { a: Decimal128.fromString("-0") }], { a: 0 }, [0, 1, 2]],
      [[{ a: new Double(NaN) }, { a: Decimal128.fromString("NaN") }, { a: 1 }], { a: NaN }, [0, 1]],
      [[{ a: Infinity }, { a: Decimal128.fromString("Infinity") }, { a: 1 }], { a: Infinity }, [0, 1]],
      [[{ a: new Double(NaN) }, { a: 1 }], { a: { $lte: NaN } }, [0]],
      [[{ a: new Double(NaN) }, { a: 1 }], { a: { $lt: NaN } }, []],
      [[{ a: new Double(NaN) }, { a: 1 }], { a: { $ne: NaN } }, [1]],
      [[{ a: new Double(NaN) }, { a: 1 }], { a: { $in: [NaN] } }, [0]],
      [
        [
          { a: 4 },
          { a: -4 },
          { a: 4.5 },
          { a: "4" },
          { a: Long.fromNumber(4) },
          { a: Decimal128.fromString("4") },
          { a: NaN },
          { a: [8] },
        ],
        { a: { $mod: [4, 0] } },
        [0, 1, 2, 4, 5, 7],
      ],
      [[{ a: -5 }], { a: { $mod: [4, -1] } }, [0]],
      [[{ a: 5 }], { a: { $mod: [4.9, 1.2] } }, [0]],
      [[{ a: 5 }], { a: { $mod: [4] } }, refused(2)],
      [[{ a: 5 }], { a: { $mod: [] } }, refused(2)],
      [[{ a: 5 }], { a: { $mod: [1, 2, 3] } }, refused(2)],
      [[{ a: 5 }], { a: { $mod: ["a", 1] } }, refused(2)],
      [[{ a: 0 }], { a: { $mod: [3, "x"] } }, refused(2)],
      [[{ a: 1 }], { a: { $mod: [0, 0] } }, refused(2)],
      [[{ a: 1 }], { a: { $mod: [NaN, 0] } }, refused(2)],
      [[{ a: 1 }, { a: Infinity }, { a: NaN }], { a: { $mod: [2, 1] } }, [0]],
      [[{ a: Long.fromString("9007199254740993") }], { a: { $mod: [2, 1] } }, refusedHere([0])],
      [[{ a: "a\nb" }, { a: "B" }], { a: /^b/m }, [0]],
      [[{ a: "a\nb" }], { a: { $regex: "a.b", $options: "s" } }, [0]],
      [[{ a: "ab" }], { a: { $regex: "a b # c", $options: "x" } }, refusedHere([0])],
      [[{ a: "abc" }, { a: "Aabc" }], { a: { $regex: "\\Aabc" } }, refusedHere([0])],
      [[{ a: "abc" }, { a: "1" }], { a: { $regex: "^[[:alpha:]]" } }, refusedHere([0])],
      [[{ a: "Ab" }], { a: { $regex: "(?i)ab" } }, [0]],
      [[{ a: "C:\\App" }], { a: { $regex: "^C:\\\\App$" } }, [0]],
      [[{ a: "a-b" }], { a: { $regex: "a\\-b" } }, [0]],
      [[{ a: /x/ }, { a: "x" }, { a: /y/ }], { a: /x/ }, [0, 1]],
      [[{ a: /x/ }, { a: "x" }], { a: { $eq: /x/ } }, [0]],
      [[{ a: /x/ }, { a: "x" }], { a: { $in: [/x/] } }, [0, 1]],
      [[{ a: /x/ }, { a: "x" }, {}], { a: { $ne: /x/ } }, refused(2)],
      [[{ a: "x" }], { a: { $gt: /x/ } }, refused(2)],
      [[{ a: "x" }, {}], { a: { $nin: [/x/] } }, [1]],
      [[{ a: "x" }, {}], { a: { $not: { $regex: "x" } } }, [1]],
      [[{ a: 1 }], { a: { $regex: "a", $options: 1 } }, refused(2)],
      [[{ a: 1 }], { a: { $regex: /a/i, $options: "m" } }, refused(51075, 51074)],
      [[{ a: ["x"] }, { a: [["x"]] }], { a: /x/ }, [0]],
      [[{ a: 1 }, { a: null }, {}], { a: { $exists: 1 } }, [0, 1]],
      [[{ a: 1 }, { a: null }, {}], { a: { $exists: 0 } }, [2]],
      [[{ a: 1 }, {}], { a: { $exists: "x" } }, [0]],
      [[{ a: 1 }, {}], { a: { $exists: null } }, [1]],
      [[{ a: 1 }], { a: { $type: 20 } }, refused(2)],
      [[{ a: 1 }], { a: { $type: [] } }, refused(9)],
      [[{ a: 1 }], { a: { $type: 1.5 } }, refused(2)],
      [[{ a: 1 }], { a: { $type: {} } }, refused(14)],
      [[{ a: null }, {}], { a: { $type: 10 } }, [0]],
      [[{ a: [] }, { a: [[]] }, { a: 1 }], { a: { $type: "array" } }, [0, 1]],
      [[{ a: new Code("x", { a: 1 }) }, { a: new Code("x") }], { a: { $type: "javascriptWithScope" } }, [0]],
      [[{ a: 1 }], { a: { $type: "undefined" } }, []],
      [[{ a: 1 }], { a: { $type: "dbPointer" } }, []],
      [[{ a: 1 }], { a: { $type: -1 } }, []],
      [[{ a: 1 }, { a: 1.5 }], { a: { $type: ["int", 1] } }, [0, 1]],
      [[{ a: [1, 2] }, { a: [1] }, { a: 1 }, { a: [[1, 2]] }], { a: { $all: [1, 2] } }, [0]],
      [[{ a: [1, 2] }, { a: 1 }], { a: { $all: [1] } }, [0, 1]],
      [[{ a: [[1, 2]] }, { a: [1, 2] }], { a: { $all: [[1, 2]] } }, [0, 1]],
      [[{ a: 1 }], { a: { $all: [] } }, []],
      [[{ a: 1 }], { a: { $all: 1 } }, refused(2)],
      [[{ a: [null] }, {}], { a: { $all: [null] } }, [0, 1]],
      [[{ a: ["xa", "b"] }], { a: { $all: [/^x/, "b"] } }, [0]],
      [[{ a: 1 }], { a: { $all: [{ $gt: 1 }] } }, refused(2)],
      [[{ a: 1 }], { a: { $all: [{ $elemMatch: { b: 1 } }, 3] } }, refused(2)],
      [[{ a: [1] }, { a: [] }], { a: { $size: 0 } }, [1]],
      [[{ a: [1] }], { a: { $size: 1.5 } }, refused(2)],
      [[{ a: [1] }], { a: { $size: "1" } }, refused(2)],
    ]));

  test("match arrays, documents and expressions, and refuse what means nothing", () =>
    finds([
      [[{ a: [1] }], { a: { $size: Long.fromNumber(1) } }, [0]],
      [[{ a: [1] }], { a: { $size: new Double(1) } }, [0]],
      [
        [{ a: 54 }, { a: -54 }, { a: 54.0 }, { a: 1.5 }, { a: new Binary(Buffer.from([54])) }],
        { a: { $bitsAllSet: [1, 5] } },
        refusedHere([0, 2, 4]),
      ],
      [[{ a: -1 }], { a: { $bitsAllSet: [100] } }, refusedHere([0])],
      [[{ a: 20 }], { a: { $bitsAllSet: new Binary(Buffer.from([20])) } }, refusedHere([0])],
      [[{ a: 20 }], { a: { $bitsAllSet: [2 ** 40] } }, refusedHere(refused(2))],
      [[{ a: 20 }], { a: { $bitsAllSet: 1.5 } }, refusedHere(refused(9, 2))],
      [[{ a: 20 }], { a: { $bitsAllSet: "x" } }, refusedHere(refused(2))],
      [[{ a: 20 }], { a: { $bitsAllSet: [-1] } }, refusedHere(refused(2))],
      [[{ a: 20 }], { a: { $bitsAllSet: ["a"] } }, refusedHere(refused(2, 9))],
      [
        [{ a: [{ x: 1, y: 2 }, { x: 2 }] }, { a: [{ x: 2 }] }],
        { a: { $elemMatch: { x: 1, y: { $exists: true } } } },
        [0],
      ],
      [[{ a: [1, 5] }], { a: { $elemMatch: { $gt: 3, $lt: 6 } } }, [0]],
      [[{ a: [[1, 2], [3]] }], { a: { $elemMatch: { $elemMatch: { $eq: 3 } } } }, [0]],
      [[{ a: [{ b: 1 }] }], { a: { $elemMatch: { $or: [{ b: 1 }, { c: 2 }] } } }, [0]],
      [[{ a: [[{ b: 1 }]] }], { a: { $elemMatch: { "0.b": 1 } } }, [0]],
      [[{ a: [[]] }, { a: [] }, { a: [5] }, { a: [{}] }], { a: { $elemMatch: { b: null } } }, [0, 3]],
      [[{ a: [[5]] }, { a: [5] }], { a: { $elemMatch: { $gt: 4 } } }, [1]],
      [[{ a: [["x"]] }], { a: { $elemMatch: { $ne: "x" } } }, [0]],
      [[{ a: [1, 2] }], { a: { $elemMatch: {} } }, []],
      [[{ a: [{}] }], { a: { $elemMatch: {} } }, [0]],
      [[{ a: ["x"] }], { a: { $elemMatch: { $not: { $eq: "y" } } } }, [0]],
      [[{ a: [1, 2] }], { a: { $not: { $elemMatch: { $eq: 3 } } } }, [0]],
      [[{ a: [1, 2] }], { a: { $elemMatch: { $in: [2] } } }, [0]],
      [[{ a: ["abc"] }], { a: { $elemMatch: { $regex: "^a" } } }, [0]],
      [[{ a: 1 }, { a: 5 }], { a: { $not: { $gt: 3, $lt: 7 } } }, [0]],
      [[{ a: 1 }], { a: { $not: {} } }, refused(2)],
      [[{ a: 1 }], { a: { $not: { a: 1 } } }, refused(2)],
      [[{ a: 1 }], { a: { $not: { $nope: 1 } } }, refused(2)],
      [[{ a: 1 }], { $nor: [] }, refused(2)],
      [[{ a: 1 }], { $and: [] }, refused(2)],
      [[{ a: 1 }], { $or: [{}] }, [0]],
      [[{ a: 1 }], { $nor: [{}] }, []],
      [[{ a: 1 }], { a: {} }, []],
      [[{ a: {} }], { a: {} }, [0]],
      [[{ a: { b: 1 } }], { a: { b: 1, $gt: 2 } }, []],
      [[{ a: { b: 1 } }], { a: { $gt: 0, b: 1 } }, refused(2)],
      [[{ a: 1 }], { $alwaysFalse: 1 }, refusedHere([])],
      [[{ a: 1 }], { $comment: "x" }, [0]],
      [[{ a: 1 }], { a: { $eq: 1 }, $comment: "x" }, [0]],
      [
        [{ a: new Binary(Buffer.from("a"), 0) }, { a: new Binary(Buffer.from("a"), 5) }],
        { a: new Binary(Buffer.from("a"), 5) },
        [1],
      ],
      [
        [{ a: new Binary(Buffer.from("a")) }, { a: new Binary(Buffer.from("bb")) }],
        { a: { $gt: new Binary(Buffer.from("z")) } },
        [1],
      ],
      [[{ a: new Date(-1000) }, { a: new Date(0) }], { a: { $lt: new Date(0) } }, [0]],
      [[{ a: new Timestamp({ t: 1, i: 1 }) }, { a: new Date(5000) }], { a: { $gt: new Date(0) } }, [1]],
      [[{ a: new Timestamp({ t: 1, i: 1 }) }], { a: { $gte: new Timestamp({ t: 1, i: 0 }) } }, [0]],
      [[{ a: new MinKey() }, { a: new MaxKey() }, { a: 1 }], { a: { $lt: new MaxKey() } }, [0, 2]],
      [[{ a: new MinKey() }, { a: 1 }], { a: new MinKey() }, [0]],
      [[{ a: 1 }, {}], { a: { $gte: new MinKey() } }, [0, 1]],
      [[{ a: 1 }, {}], { a: { $lte: new MaxKey() } }, [0, 1]],
      [[{ a: { b: 1 } }, { a: { b: 2 } }, { a: { c: 0 } }], { a: { $gt: { b: 1 } } }, [1, 2]],
      [[{ a: [1, 2] }, { a: [2] }, { a: 5 }], { a: { $gt: [1, 5] } }, [1]],
      [[{ a: [[5]] }, { a: [1] }], { a: { $gte: [5] } }, [0]],
      [[{ a: true }, { a: false }, { a: 1 }], { a: { $gt: false } }, [0]],
      [[{ a: "a" }, { a: "b" }], { a: { $gt: "a" } }, [1]],
      [[{ a: new Code("x") }, { a: new Code("x", { y: 1 }) }], { a: new Code("x") }, [0]],
      [[{ a: [{ b: 1 }, { b: null }] }, { a: [{ b: 1 }, 5] }], { "a.b": null }, [0]],
      [[{ a: [{ b: 1 }, {}] }], { "a.b": { $exists: false } }, []],
      [[{ a: 1 }], { "a.b": { $ne: 1 } }, [0]],
      [[{ a: 1, b: [1, 2] }], { $expr: { $in: ["$a", "$b"] } }, [0]],
      [[{ a: 1 }], { $expr: 1 }, [0]],
      [[{ a: 0 }], { $expr: "$a" }, []],
      [[{ a: 5 }], { $expr: { $gt: ["$a", "$missing"] } }, [0]],
      [[{ a: 1 }], { a: { $in: [{ $gt: 1 }] } }, refused(2)],
      [[{ a: Decimal128.fromString("1.10") }, { a: 1.1 }], { a: Decimal128.fromString("1.1") }, [0]],
      [[{ a: 0.5 }, { a: Decimal128.fromString("0.5") }], { a: 0.5 }, [0, 1]],
      [[{ a: Decimal128.fromString("1E+3") }], { a: 1000 }, [0]],
      [[{ a: 1 }], { a: { $eq: 1, $nope: 2 } }, refused(2)],
      [[{ a: 1 }], { a: { $comment: "x", $gt: 0 } }, [0]],
    ]));

  test("find arrays within arrays through an index as without", async () => {
    const ids = await numbered(server.collection(), [{ a: [[1, 2], [3]] }, { a: [3] }, { a: [[[3]]] }]);
    const filters = [
      { a: { $elemMatch: { $elemMatch: { $eq: 3 } } } },
      { a: { $elemMatch: { $eq: 3 } } },
      { a: { $elemMatch: { $eq: [3] } } },
      { a: [3] },
      { a: { $elemMatch: { $size: 1 } } },
    ];
    const found = () => Promise.all(filters.map(ids));
    expect(await found()).toEqual([[0], [1], [0], [0, 1], [0, 2]]);
    await server.collection().createIndex({ a: 1 });
    expect(await found()).toEqual([[0], [1], [0], [0, 1], [0, 2]]);
  });
});
