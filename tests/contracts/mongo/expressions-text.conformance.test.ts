import { Double, Int32 } from "mongodb";
import { test } from "vitest";
import { type Case, computes } from "./expressions.ts";
import { refused, unlessEmbedded } from "./outcomes.ts";
import { conformance } from "./servers.ts";

conformance("expressions on strings, arrays, sets and objects", (server) => {
  test("strings", async () => {
    const cases: Case[] = [
      [{ $concat: ["a", "b"] }, "ab"],
      [{ $concat: ["a", null] }, null],
      [{ $concat: ["a", 1] }, refused(16702)],
      [{ $concat: ["a", "$x"] }, null],
      [{ $substr: ["abcdef", 1, 2] }, "bc"],
      [{ $substrCP: ["héllo", 1, 2] }, "él"],
      [{ $substrBytes: ["hello", 1, -1] }, "ello"],
      [{ $substr: [123, 0, 2] }, "12"],
      [{ $substr: [null, 0, 2] }, ""],
      [{ $toLower: "ABC" }, "abc"],
      [{ $toUpper: null }, ""],
      [{ $toUpper: 12 }, "12"],
      [{ $strLenCP: "héllo" }, new Int32(5)],
      [{ $strLenBytes: "héllo" }, new Int32(6)],
      [{ $strLenCP: null }, refused(34471)],
      [{ $strLenCP: "$x" }, refused(34471)],
      [{ $trim: { input: "  a " } }, "a"],
      [{ $ltrim: { input: "xxa", chars: "x" } }, "a"],
      [{ $rtrim: { input: "a  " } }, "a"],
      [{ $trim: { input: null } }, null],
      [{ $trim: { input: 1 } }, refused(50699)],
      [{ $split: ["a-b-c", "-"] }, ["a", "b", "c"]],
      [{ $split: [null, "-"] }, null],
      [{ $split: ["a", ""] }, refused(40087)],
      [{ $split: [1, "-"] }, refused(40085)],
      [{ $indexOfCP: ["hello", "l"] }, new Int32(2)],
      [{ $indexOfCP: ["hello", "z"] }, new Int32(-1)],
      [{ $indexOfBytes: ["héllo", "l"] }, new Int32(3)],
      [{ $indexOfCP: [null, "l"] }, null],
      [{ $indexOfCP: [1, "l"] }, refused(40093)],
      [{ $strcasecmp: ["a", "B"] }, new Int32(-1)],
      [{ $strcasecmp: ["a", "A"] }, new Int32(0)],
      [{ $regexMatch: { input: "Hello", regex: "^h", options: "i" } }, true],
      [{ $regexMatch: { input: null, regex: "a" } }, false],
      [{ $regexMatch: { input: 1, regex: "a" } }, refused(51104)],
      [
        { $regexFind: { input: "abc123", regex: "[0-9]+" } },
        { match: "123", idx: new Int32(3), captures: [] },
      ],
      [
        { $regexFindAll: { input: "a1b2", regex: "([0-9])" } },
        [
          { match: "1", idx: new Int32(1), captures: ["1"] },
          { match: "2", idx: new Int32(3), captures: ["2"] },
        ],
      ],
      [{ $regexFind: { input: "abc", regex: "z" } }, null],
      [{ $replaceOne: { input: "aba", find: "a", replacement: "x" } }, "xba"],
      [{ $replaceAll: { input: "aba", find: "a", replacement: "x" } }, "xbx"],
      [{ $replaceAll: { input: null, find: "a", replacement: "x" } }, null],
    ];
    await computes(server, cases);
  });

  test("arrays", async () => {
    const cases: Case[] = [
      [{ $size: [[1, 2]] }, new Int32(2)],
      [{ $size: "$x" }, refused(17124)],
      [{ $size: "$s" }, refused(17124), { s: "a" }],
      [{ $arrayElemAt: [[1, 2, 3], -1] }, new Int32(3)],
      [{ $arrayElemAt: [[1], 5] }, undefined],
      [{ $arrayElemAt: [null, 0] }, null],
      [{ $arrayElemAt: [1, 0] }, refused(28689)],
      [{ $arrayElemAt: ["$x", 0] }, null],
      [{ $first: "$a" }, new Int32(1), { a: [1, 2] }],
      [{ $last: "$a" }, new Int32(2), { a: [1, 2] }],
      [{ $first: "$x" }, null],
      [{ $first: "$a" }, undefined, { a: [] }],
      [{ $first: 1 }, refused(28689)],
      [{ $concatArrays: [[1], [2]] }, [new Int32(1), new Int32(2)]],
      [{ $concatArrays: [[1], null] }, null],
      [{ $concatArrays: [[1], 2] }, refused(28664)],
      [{ $filter: { input: [1, 2, 3], as: "n", cond: { $gt: ["$$n", 1] } } }, [new Int32(2), new Int32(3)]],
      [{ $filter: { input: null, cond: true } }, null],
      [{ $filter: { input: 1, cond: true } }, refused(28651)],
      [
        { $filter: { input: [1, 2, 3], cond: true, limit: 2 } },
        unlessEmbedded(server, [new Int32(1), new Int32(2)], 238),
      ],
      [{ $filter: { input: [1] } }, refused()],
      [{ $map: { input: [1, 2], in: { $add: ["$$this", 1] } } }, [new Int32(2), new Int32(3)]],
      [{ $map: { input: null, in: 1 } }, null],
      [{ $map: { input: 1, in: 1 } }, refused(16883)],
      [{ $map: { input: ["a"], as: "x", in: "$$y" } }, refused(17276)],
      [{ $map: { input: "$a", as: "i", in: "$$i.v" } }, [new Int32(1), null], { a: [{ v: 1 }, {}] }],
      [{ $reduce: { input: ["a", "b"], initialValue: "", in: { $concat: ["$$value", "$$this"] } } }, "ab"],
      [{ $reduce: { input: null, initialValue: 0, in: 1 } }, null],
      [{ $reduce: { input: 1, initialValue: 0, in: 1 } }, refused(40080)],
      [{ $zip: { inputs: [[1, 2], ["a"]] } }, [[new Int32(1), "a"]]],
      [
        { $zip: { inputs: [[1, 2], ["a"]], useLongestLength: true, defaults: [0, "z"] } },
        [
          [new Int32(1), "a"],
          [new Int32(2), "z"],
        ],
      ],
      [{ $zip: { inputs: [[1], null] } }, null],
      [
        { $zip: { inputs: [[1, 2], ["a"]], useLongestLength: true } },
        [
          [new Int32(1), "a"],
          [new Int32(2), null],
        ],
      ],
      [{ $sortArray: { input: [3, 1, 2], sortBy: 1 } }, [new Int32(1), new Int32(2), new Int32(3)]],
      [
        { $sortArray: { input: [{ a: 2 }, { a: 1 }], sortBy: { a: 1 } } },
        [{ a: new Int32(1) }, { a: new Int32(2) }],
      ],
      [{ $sortArray: { input: ["b", 1, null], sortBy: -1 } }, ["b", new Int32(1), null]],
      [{ $sortArray: { input: null, sortBy: 1 } }, null],
      [{ $sortArray: { input: 1, sortBy: 1 } }, refused(2942504)],
      [{ $reverseArray: [[1, 2]] }, [new Int32(2), new Int32(1)]],
      [{ $reverseArray: null }, null],
      [{ $reverseArray: 1 }, refused(34435)],
      [{ $slice: [[1, 2, 3], 2] }, [new Int32(1), new Int32(2)]],
      [{ $slice: [[1, 2, 3], -2] }, [new Int32(2), new Int32(3)]],
      [{ $slice: [[1, 2, 3], 1, 1] }, [new Int32(2)]],
      [{ $slice: [null, 1] }, null],
      [{ $slice: [[1, 2], 1, 0] }, unlessEmbedded(server, refused(28729), 2)],
      [{ $slice: [1, 1] }, refused(28724)],
      [{ $range: [0, 4, 2] }, [new Int32(0), new Int32(2)]],
      [{ $range: [0, 3] }, [new Int32(0), new Int32(1), new Int32(2)]],
      [{ $range: [0, 3, 0] }, refused(34449)],
      [{ $range: ["a", 3] }, refused(34443)],
      [{ $indexOfArray: [[1, 2, 3], 2] }, new Int32(1)],
      [{ $indexOfArray: [[1, 2], 5] }, new Int32(-1)],
      [{ $indexOfArray: [null, 5] }, null],
      [{ $indexOfArray: [1, 5] }, refused(40090)],
      [{ $in: [1, [1, 2]] }, true],
      [{ $in: [1, 1] }, refused(40081)],
      [{ $isArray: [[1]] }, true],
      [{ $isArray: "$x" }, false],
      [{ $arrayToObject: [[["a", 1]]] }, { a: new Int32(1) }],
      [{ $arrayToObject: [[{ k: "a", v: 1 }]] }, { a: new Int32(1) }],
      [{ $arrayToObject: null }, null],
      [{ $objectToArray: { $literal: { a: 1 } } }, [{ k: "a", v: new Int32(1) }]],
      [{ $objectToArray: 1 }, refused(40390)],
      [{ $arrayToObject: 1 }, refused(40386)],
      [{ $maxN: { n: 2, input: [1, 3, 2] } }, [new Int32(3), new Int32(2)]],
      [{ $firstN: { n: 2, input: [1, 3, 2] } }, [new Int32(1), new Int32(3)]],
      [{ $lastN: { n: 2, input: [1, 3, 2] } }, [new Int32(3), new Int32(2)]],
      [{ $minN: { n: 2, input: [3, 1, 2] } }, [new Int32(1), new Int32(2)]],
    ];
    await computes(server, cases);
  });

  test("sets", async () => {
    const cases: Case[] = [
      [
        {
          $setUnion: [
            [1, 2],
            [2, 3],
          ],
        },
        [new Int32(1), new Int32(2), new Int32(3)],
      ],
      [{ $setUnion: [[1], null] }, null],
      [{ $setUnion: [[1], 1] }, refused(17043)],
      [
        {
          $setIntersection: [
            [1, 2],
            [2, 3],
          ],
        },
        [new Int32(2)],
      ],
      [{ $setDifference: [[1, 2], [2]] }, [new Int32(1)]],
      [{ $setDifference: [1, [2]] }, refused(17048)],
      [
        {
          $setEquals: [
            [1, 2],
            [2, 1, 1],
          ],
        },
        true,
      ],
      [{ $setIsSubset: [[1], [1, 2]] }, true],
      [{ $setEquals: [1, [1]] }, refused(17044)],
      [{ $setIsSubset: [[1], 1] }, unlessEmbedded(server, refused(17042), 17046)],
      [{ $setIsSubset: [1, [1]] }, refused(17046)],
      [{ $allElementsTrue: [[true, 1]] }, true],
      [{ $anyElementTrue: [[false, 0]] }, false],
      [{ $allElementsTrue: [1] }, refused(17040)],
      [{ $anyElementTrue: [1] }, refused(17041)],
      [{ $setIntersection: [[1], null] }, null],
    ];
    await computes(server, cases);
  });

  test("objects, variables and paths", async () => {
    const cases: Case[] = [
      [{ $mergeObjects: [{ a: 1 }, { b: 2 }] }, { a: new Int32(1), b: new Int32(2) }],
      [{ $mergeObjects: [null, { b: 2 }] }, { b: new Int32(2) }],
      [{ $mergeObjects: [1] }, refused(40400)],
      [{ $getField: "a" }, new Int32(1), { a: 1 }],
      [{ $getField: { field: "a.b", input: "$$ROOT" } }, undefined, { a: 1 }],
      [
        { $setField: { field: "b", input: "$o", value: 2 } },
        { a: new Int32(1), b: new Int32(2) },
        { o: { a: 1 } },
      ],
      [{ $unsetField: { field: "a", input: "$o" } }, {}, { o: { a: 1 } }],
      [{ $let: { vars: { x: 1 }, in: { $add: ["$$x", 1] } } }, new Int32(2)],
      [{ $literal: { $add: 1 } }, { $add: new Int32(1) }],
      ["$$NOPE", refused(17276)],
      ["$$REMOVE", undefined],
      [{ $let: { in: 1 } }, unlessEmbedded(server, refused(16876), 9)],
      [
        ["$x", 1],
        [null, new Int32(1)],
      ],
      ["$a.b", [new Int32(1), new Int32(2)], { a: [{ b: 1 }, {}, { b: 2 }] }],
      ["$a.0", [], { a: [1, 2] }],
      [{ $add: 1, $sub: 2 }, refused(15983)],
      [{ $nope: 1 }, refused(31325)],
      [{ x: { $nope: 1 } }, refused(31325)],
      [{ $sum: [1, 2, "a"] }, new Int32(3)],
      [{ $sum: "$a" }, new Int32(3), { a: [1, 2] }],
      [{ $avg: [1, 2] }, new Double(1.5)],
      [{ $max: [1, "a", null] }, "a"],
      [{ $min: [null, 3, 2] }, new Int32(2)],
      [{ $max: [] }, null],
      [{ $sum: "$x" }, new Int32(0)],
      [{ $avg: ["a"] }, null],
      [{ $stdDevPop: [1, 3] }, new Double(1)],
      [{ $max: "$a" }, new Int32(2), { a: [1, 2] }],
      [{ $sum: ["$a", 1] }, new Int32(1), { a: [1, 2] }],
    ];
    await computes(server, cases);
  });
});
