class Refused {
  readonly codes: number[];
  constructor(codes: number[]) {
    this.codes = codes;
  }
}

/** What MongoDB refuses: with one of these codes, or with any when none is given. */
export const refused = (...codes: number[]): Refused => new Refused(codes);

/** The answer, or the refusal with its code. */
export const outcome = (promise: Promise<unknown>): Promise<unknown> =>
  promise.catch((error) => refused(Number(error.code)));

/** What was expected when what came agrees with it, else what came: equal lists then say which does not. */
export function agreed(expected: unknown, got: unknown): unknown {
  const both = expected instanceof Refused && got instanceof Refused;
  return both && (expected.codes.length === 0 || expected.codes.includes(got.codes[0] as number))
    ? expected
    : got;
}

/** What MongoDB answers, or refuses with a code of its own, and the embedded server refuses with one of these. */
export const unlessEmbedded = (
  server: { embedded: boolean },
  expected: unknown,
  ...codes: number[]
): unknown => (server.embedded ? refused(...codes) : expected);
