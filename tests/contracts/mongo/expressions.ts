import type { Document } from "mongodb";
import { expect } from "vitest";
import type { Server } from "./servers.ts";

class Refused {
  readonly codes: number[];
  constructor(codes: number[]) {
    this.codes = codes;
  }
}
/** Expected of an expression that MongoDB refuses: one of these codes, or any code when none is given. */
export const refused = (...codes: number[]): Refused => new Refused(codes);
/** An expression, what it gives (undefined: no field at all), and the document it is computed from. */
export type Case = [expression: unknown, expected: unknown, doc?: Document];

/** Computes every expression on the server, with the BSON types of the results kept. */
export async function computes(server: Server, cases: Case[]): Promise<void> {
  const c = server.collection();
  const results: unknown[] = [];
  for (const [i, [expression, expected, doc]] of cases.entries()) {
    await c.insertOne({ _id: i as never, ...doc });
    const pipeline = [{ $match: { _id: i } }, { $project: { _id: 0, r: expression } }];
    const got = await c
      .aggregate(pipeline, { promoteValues: false, promoteLongs: false })
      .toArray()
      .then(
        ([found]) => found?.r,
        (error) => new Refused([Number(error.code)]),
      );
    const anyCode = expected instanceof Refused && got instanceof Refused;
    const accepted =
      anyCode && (expected.codes.length === 0 || expected.codes.includes(got.codes[0] as number));
    results.push([expression, accepted ? expected : got]);
  }
  expect(results).toEqual(cases.map(([expression, expected]) => [expression, expected]));
}
