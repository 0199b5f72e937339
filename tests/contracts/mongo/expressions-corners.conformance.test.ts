import { Binary, Decimal128, Double, Int32, Long, ObjectId, Timestamp } from "mongodb";
import { test } from "vitest";
import { type Case, computes } from "./expressions.ts";
import { refused, unlessEmbedded } from "./outcomes.ts";
import { conformance } from "./servers.ts";

const decimal = (text: string) => Decimal128.fromString(text);
const uuid = "0e3b9063-8abd-4eb3-9f9f-f4c59fd30a60";

conformance("corners of expressions", (server) => {
  test("numbers: signs, domains, places, bits, decimals beyond doubles", async () => {
    const cases: Case[] = [
      [{ $abs: -2.5 }, new Double(2.5)],
      [{ $abs: Long.MIN_VALUE }, refused()],
      [{ $round: ["$n", 0.5] }, unlessEmbedded(server, refused(51_082), 51_081), { n: 1.5 }],
      [{ $round: ["$n", 200] }, refused(51_083), { n: 1.5 }],
      [{ $round: [-2.5, 0] }, new Double(-2)],
      [{ $round: [decimal("2.345"), 2] }, unlessEmbedded(server, decimal("2.34"), 238)],
      [{ $trunc: [Long.fromNumber(1299), -2] }, unlessEmbedded(server, Long.fromNumber(1200), 238)],
      [{ $ceil: decimal("1.1") }, unlessEmbedded(server, decimal("2"), 238)],
      [{ $floor: decimal("-1.1") }, unlessEmbedded(server, decimal("-2"), 238)],
      [{ $mod: [decimal("7.5"), 2] }, unlessEmbedded(server, decimal("1.5"), 238)],
      [{ $subtract: [decimal("0.3"), decimal("0.1")] }, unlessEmbedded(server, decimal("0.2"), 238)],
      [
        { $divide: [decimal("1"), 3] },
        unlessEmbedded(server, decimal("0.3333333333333333333333333333333333"), 238),
      ],
      [{ $add: [decimal("NaN"), 1] }, decimal("NaN")],
      [{ $add: [decimal("Infinity"), 1] }, decimal("Infinity")],
      [
        { $add: [decimal("1E+6000"), decimal("1E-6000")] },
        decimal("1.000000000000000000000000000000000E+6000"),
      ],
      [{ $subtract: [1.5, 2] }, new Double(-0.5)],
      [{ $log: [0, 2] }, unlessEmbedded(server, refused(28_758), 28_756)],
      [{ $acos: 2 }, unlessEmbedded(server, refused(50_989), 28_765)],
      [{ $acosh: 1 }, new Double(0)],
      [{ $atan2: [0, 1] }, new Double(0)],
      [{ $atan2: ["a", 1] }, unlessEmbedded(server, refused(51_044), 28_756)],
      [{ $radiansToDegrees: Math.PI }, new Double(180)],
      [{ $bitNot: 1.5 }, refused()],
      [{ $bitNot: Long.fromNumber(0) }, Long.fromNumber(-1)],
      [{ $bitAnd: [1.5, 1] }, refused()],
      [{ $stdDevSamp: [1] }, null],
      [{ $stdDevSamp: [1, 3] }, new Double(Math.SQRT2)],
    ];
    await computes(server, cases);
  });

  test("conversions from every type that can be read as another", async () => {
    const id = new ObjectId("000000050000000000000000");
    const cases: Case[] = [
      [{ $toString: "a" }, "a"],
      [{ $binarySize: { $toUUID: uuid } }, new Int32(16)],
      [{ $toLong: true }, Long.fromNumber(1)],
      [{ $toInt: { $literal: {} } }, refused(241)],
      [{ $toDouble: "x" }, refused(241)],
      [{ $toDouble: "-Infinity" }, new Double(-Infinity)],
      [{ $toDouble: decimal("1.5") }, new Double(1.5)],
      [{ $toDouble: id }, refused(241)],
      [{ $toDecimal: decimal("1.50") }, decimal("1.50")],
      [{ $toDecimal: Long.MAX_VALUE }, decimal("9223372036854775807")],
      [{ $toDecimal: 0.1 }, decimal("0.100000000000000")],
      [{ $add: [decimal("1.1"), 1.5] }, decimal("2.60000000000000")],
      [{ $toDecimal: false }, decimal("0")],
      [{ $toObjectId: id }, id],
      [{ $toObjectId: 1 }, refused(241)],
      [{ $toDate: new Date(5) }, new Date(5)],
      [{ $toDate: new Timestamp({ t: 5, i: 1 }) }, new Date(5000)],
      [{ $toDate: 1500.7 }, new Date(1500)],
      [{ $toDate: true }, refused(241)],
      [{ $toUUID: "x" }, refused(241)],
      [{ $toBool: true }, true],
      [{ $toBool: new Date(0) }, true],
      [{ $convert: { input: "1", to: null } }, null],
      [{ $convert: { input: 1, to: "object" } }, refused()],
      [{ $convert: { input: "$none", to: "int" } }, null],
      [{ $binarySize: new Binary(Buffer.from("abc")) }, new Int32(3)],
      [{ $binarySize: 1 }, refused(51_276)],
      [{ $bsonSize: "$o" }, new Int32(12), { o: { a: 1 } }],
      [{ $bsonSize: 1 }, refused(31_393)],
    ];
    await computes(server, cases);
  });

  test("texts: bytes against characters, ranges, options of patterns", async () => {
    const cases: Case[] = [
      [{ $toUpper: new Date(0) }, "1970-01-01T00:00:00.000Z"],
      [{ $toUpper: true }, unlessEmbedded(server, refused(16_007), 9)],
      [{ $toUpper: "é" }, "é"],
      [{ $substrCP: ["abc", -1, 1] }, unlessEmbedded(server, refused(34_455), 34_450)],
      [{ $substrCP: ["abc", 0, -1] }, unlessEmbedded(server, refused(34_454), 34_450)],
      [{ $substrBytes: ["abc", -1, 1] }, unlessEmbedded(server, refused(50_752), 16_034)],
      [{ $substrBytes: ["é", 1, 1] }, refused(28_656)],
      [{ $substrBytes: ["é", 0, 1] }, unlessEmbedded(server, refused(28_657), 28_656)],
      [{ $substrCP: ["abc", "x", 1] }, refused(34_450)],
      [{ $indexOfCP: ["abcabc", "b", 2] }, new Int32(4)],
      [{ $indexOfCP: ["abcabc", "b", 2, 4] }, new Int32(-1)],
      [{ $indexOfCP: ["abc", "b", 9] }, new Int32(-1)],
      [{ $indexOfCP: ["abc", "b", -1] }, unlessEmbedded(server, refused(40_097), 40_093)],
      [{ $regexMatch: { input: "a", regex: 1 } }, unlessEmbedded(server, refused(51_105), 51_104)],
      [{ $regexMatch: { input: "a", regex: "a", options: 1 } }, refused(51_106)],
      [{ $regexMatch: { input: "a", regex: /a/i, options: "m" } }, refused(51_107)],
      [{ $regexMatch: { input: "a", regex: "a", options: "q" } }, refused(51_108)],
      [
        { $regexFind: { input: "ab", regex: "(a)|(c)" } },
        { match: "a", idx: new Int32(0), captures: ["a", null] },
      ],
      [
        { $replaceOne: { input: "a", find: 1, replacement: "b" } },
        unlessEmbedded(server, refused(51_745), 51_746),
      ],
      [{ $concat: ["a", null, 1] }, null],
    ];
    await computes(server, cases);
  });

  test("arrays and objects given what they do not take", async () => {
    const cases: Case[] = [
      [{ $filter: { input: [1], cond: true, limit: 0 } }, unlessEmbedded(server, refused(327_392), 238)],
      [
        { $filter: { input: [1, 2], cond: true, limit: null } },
        unlessEmbedded(server, [new Int32(1), new Int32(2)], 238),
      ],
      [{ $map: { in: 1 } }, unlessEmbedded(server, refused(16_880), 9)],
      [{ $map: { input: [1] } }, unlessEmbedded(server, refused(16_882), 9)],
      [{ $map: { input: [1], as: "X", in: 1 } }, refused()],
      [{ $map: { input: [1], as: "a-b", in: 1 } }, refused()],
      [{ $let: { vars: { a: 1 } } }, unlessEmbedded(server, refused(16_877), 9)],
      [{ $zip: { inputs: [[1]], defaults: [0] } }, refused(34_466)],
      [{ $slice: [[1, 2, 3], -2, 1] }, [new Int32(2)]],
      [{ $maxN: { n: 0, input: [1] } }, refused(5_787_908)],
      [{ $indexOfArray: [[1, 2, 1], 1, 1] }, unlessEmbedded(server, new Int32(2), 238)],
      [{ $arrayToObject: [[["a"]]] }, unlessEmbedded(server, refused(40_397), 40_392)],
      [{ $arrayToObject: [[[1, 2]]] }, unlessEmbedded(server, refused(40_395), 40_392)],
      [{ $arrayToObject: [[{ k: "a" }]] }, refused(40_392)],
      [{ $arrayToObject: [[{ k: "a", w: 1 }]] }, unlessEmbedded(server, refused(40_393), 40_392)],
      [{ $arrayToObject: [[{ k: 1, v: 1 }]] }, unlessEmbedded(server, refused(40_394), 40_392)],
      [{ $arrayToObject: [[1]] }, unlessEmbedded(server, refused(40_398), 40_392)],
      [{ $mergeObjects: "$a" }, refused(40_400), { a: [{ x: 1 }, { y: 2 }] }],
      [{ $setField: { field: "a", input: null, value: 1 } }, null],
      [{ $setField: { field: "a", input: 1, value: 1 } }, refused(4_161_105)],
      [{ $getField: { field: "a", input: null } }, null],
      [{ $cond: { if: 1, else: 2, nope: 3 } }, unlessEmbedded(server, refused(17_083), 9)],
      [{ $switch: { branches: 1 } }, unlessEmbedded(server, refused(40_061), 9)],
      [{ $switch: { branches: [{ case: true }] } }, unlessEmbedded(server, refused(40_065), 9)],
      ["$", refused(16_872)],
      [{ x: [{ $y: 1 }] }, refused()],
      ["$a.b", [[new Int32(1)]], { a: [{ b: [1] }, [{ b: 2 }], 3] }],
      [{ $and: 1 }, true],
      [{ $first: "$a.b" }, new Int32(1), { a: [{ b: 1 }, { b: 2 }] }],
    ];
    await computes(server, cases);
  });

  test("dates: across daylight saving, beyond months, and given what is no date", async () => {
    const day = new Date("2026-03-05T00:00:00Z");
    const monday = { startDate: new Date("2026-03-01"), endDate: new Date("2026-03-02"), unit: "week" };
    const cases: Case[] = [
      [{ $year: [day] }, new Int32(2026)],
      [{ $year: [day, day] }, unlessEmbedded(server, refused(40_536), 16_020)],
      [{ $hour: { date: day, timezone: 1 } }, refused(40_517)],
      [{ $hour: { date: day, timezone: "-0330" } }, new Int32(20)],
      [{ $dateDiff: monday }, Long.fromNumber(0)],
      [{ $dateDiff: { ...monday, startOfWeek: "mon" } }, Long.fromNumber(1)],
      [{ $dateDiff: { ...monday, startOfWeek: "nope" } }, refused()],
      [{ $dateAdd: { startDate: day, unit: "hour", amount: 2 } }, new Date("2026-03-05T02:00:00Z")],
      [{ $dateAdd: { startDate: day, unit: "day", amount: 1.5 } }, refused(5_166_405)],
      [
        { $dateAdd: { startDate: day, unit: 1, amount: 1 } },
        unlessEmbedded(server, refused(5_166_404), 5_166_405),
      ],
      [{ $dateAdd: { startDate: day, unit: "year", amount: 400_000 } }, refused()],
      [
        { $dateAdd: { startDate: new Date("2024-02-29"), unit: "year", amount: 1 } },
        new Date("2025-02-28T00:00:00Z"),
      ],
      [
        { $dateSubtract: { startDate: new Date("2026-01-31"), unit: "quarter", amount: 1 } },
        new Date("2025-10-31T00:00:00Z"),
      ],
      [{ $dateTrunc: { date: day, unit: "day", binSize: 0 } }, unlessEmbedded(server, refused(5_439_018), 9)],
      [
        { $dateTrunc: { date: day, unit: "day", binSize: 1.5 } },
        unlessEmbedded(server, refused(5_439_017), 9),
      ],
      [{ $dateTrunc: { date: day, unit: 1 } }, unlessEmbedded(server, refused(5_439_013), 9)],
      [{ $dateToString: { date: day, format: 1 } }, refused(18_533)],
      [{ $dateToString: { date: day, timezone: null } }, null],
      [
        { $dateToString: { date: day, format: "%z", timezone: "-03:30" } },
        unlessEmbedded(server, "-0330", 238),
      ],
      [{ $dateFromString: { dateString: 1 } }, refused()],
      [{ $dateFromString: { dateString: null } }, null],
      [{ $dateFromString: { dateString: "2026-13-01" } }, refused(241)],
      [{ $dateFromString: { dateString: "5.3.2026", format: "%Y-%m" } }, refused(241)],
      [{ $dateFromParts: { year: 2026, month: "x" } }, refused(40_515)],
      [{ $dateFromParts: { month: 1 } }, refused(40_516)],
      [{ $dateFromParts: { year: null } }, null],
      [
        { $dateToParts: { date: day, iso8601: true } },
        {
          isoWeekYear: new Int32(2026),
          isoWeek: new Int32(10),
          isoDayOfWeek: new Int32(4),
          hour: new Int32(0),
          minute: new Int32(0),
          second: new Int32(0),
          millisecond: new Int32(0),
        },
      ],
      [{ $dateToParts: { date: null } }, null],
      [{ $tsSecond: 1 }, refused()],
    ];
    await computes(server, cases);
  });
});
