/** The names drivers show; other codes are "Location" and their number, as many of MongoDB's are too. */
const NAMES = new Map(
  `1 InternalError,2 BadValue,9 FailedToParse,13 Unauthorized,14 TypeMismatch,15 Overflow,16 InvalidLength,
20 IllegalOperation,22 InvalidBSON,26 NamespaceNotFound,27 IndexNotFound,28 PathNotViable,34 CannotBackfillArray,
40 ConflictingUpdateOperators,43 CursorNotFound,48 NamespaceExists,50 MaxTimeMSExpired,52 DollarPrefixedFieldName,
53 InvalidIdField,54 NotSingleValueField,56 EmptyFieldName,59 CommandNotFound,66 ImmutableField,
67 CannotCreateIndex,72 InvalidOptions,73 InvalidNamespace,85 IndexOptionsConflict,86 IndexKeySpecsConflict,
91 ShutdownInProgress,111 NotExactValueField,123 NotAReplicaSet,146 ExceededMemoryLimit,168 InvalidPipelineOperator,
171 CannotIndexParallelArrays,175 QueryPlanKilled,197 InvalidIndexSpecificationOption,238 NotImplemented,
241 ConversionFailure,322 APIVersionError,10334 BSONObjectTooLarge,11000 DuplicateKey,14031 OutOfDiskSpace,
40414 IDLFailedToParse,40415 IDLUnknownField`
    .split(/,\n?/)
    .map((entry) => [Number.parseInt(entry, 10), entry.split(" ")[1] as string]),
);

/** A refusal with MongoDB's numeric code; `extra` joins the reply (keyPattern, keyValue). */
export class MongoError extends Error {
  readonly code: number;
  readonly extra: Record<string, unknown>;
  constructor(code: number, message: string, extra: Record<string, unknown> = {}) {
    super(message);
    this.code = code;
    this.extra = extra;
  }
  get codeName(): string {
    return NAMES.get(this.code) ?? `Location${this.code}`;
  }
}

/** MongoDB can do this and we do not: code 238, so that nobody mistakes it for a wrong request. */
export const notImplemented = (what: string) =>
  new MongoError(238, `the embedded server does not implement ${what}`);

/** A refusal of ours, or of mingo's; undefined for a fault, which must undo what was being written. */
export function asRefusal(error: unknown): MongoError | undefined {
  if (error instanceof MongoError) return error;
  const byMingo = error instanceof Error && error.constructor.name === "MingoError";
  return byMingo ? new MongoError(2, error.message) : undefined;
}

/** The reply to any failure; a disk that is full says so through LMDB. */
export function toReply(error: unknown): Record<string, unknown> {
  const fault = error as Error & { code?: unknown };
  const full =
    fault?.code === 28 || fault?.code === 5 || /No space|MDB_MAP_FULL/i.test(String(fault?.message));
  const { code, codeName, message, extra } =
    asRefusal(error) ?? new MongoError(full ? 14031 : 1, String(fault?.message ?? error));
  return { ok: 0, errmsg: message, code, codeName, ...extra };
}
