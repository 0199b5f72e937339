import type { Document } from "mongodb";
import { expect } from "vitest";
import { agreed, outcome } from "./outcomes.ts";
import type { Server } from "./servers.ts";

/** An expression, what it gives (undefined: no field at all), and the document it is computed from. */
export type Case = [expression: unknown, expected: unknown, doc?: Document];

/** Computes every expression on the server, with the BSON types of the results kept. */
export async function computes(server: Server, cases: Case[]): Promise<void> {
  const c = server.collection();
  const results: unknown[] = [];
  for (const [i, [expression, expected, doc]] of cases.entries()) {
    await c.insertOne({ _id: i as never, ...doc });
    const pipeline = [{ $match: { _id: i } }, { $project: { _id: 0, r: expression } }];
    const found = c.aggregate(pipeline, { promoteValues: false, promoteLongs: false }).toArray();
    results.push([expression, agreed(expected, await outcome(found.then(([first]) => first?.r)))]);
  }
  expect(results).toEqual(cases.map(([expression, expected]) => [expression, expected]));
}
