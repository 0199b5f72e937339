import type { Document } from "mongodb";
import { expect } from "vitest";
import { agreed, outcome, unlessEmbedded } from "./outcomes.ts";
import type { Server } from "./servers.ts";

/** An expression, what it gives (undefined: no field at all), and the document it is computed from. */
export type Case = [expression: unknown, expected: unknown, doc?: Document];

/** What the embedded server does not compute: every case of these is a refusal there. */
const NOT_OURS = `
  $accumulator $binarySize $bitAnd $bitNot $bitOr $bitXor $bsonSize $convert $dateFromParts
  $dateFromString $dateToParts $encStrContains $function $indexOfBytes $isoWeekYear $maxN $median
  $meta $minN $percentile $rand $setField $toDecimal $toHashedIndexKey $toUUID $tsIncrement $tsSecond
  $unsetField $week $where $zip
`;
const isOurs = (expression: unknown): boolean =>
  !NOT_OURS.split(/\s+/).includes(Object.keys(Object(expression))[0] ?? "none");

/** Computes every expression on the server, with the BSON types of the results kept. */
export async function computes(server: Server, cases: Case[]): Promise<void> {
  const c = server.collection();
  const results: unknown[] = [];
  const expected = cases.map(([expression, result]) => [
    expression,
    isOurs(expression) ? result : unlessEmbedded(server, result, 238),
  ]);
  for (const [i, [expression, , doc]] of cases.entries()) {
    await c.insertOne({ _id: i as never, ...doc });
    const pipeline = [{ $match: { _id: i } }, { $project: { _id: 0, r: expression } }];
    const found = c.aggregate(pipeline, { promoteValues: false, promoteLongs: false }).toArray();
    results.push([expression, agreed(expected[i]?.[1], await outcome(found.then(([first]) => first?.r)))]);
  }
  expect(results).toEqual(expected);
}
