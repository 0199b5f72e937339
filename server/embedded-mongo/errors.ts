const NAMES: Record<number, string> = {
  1: "InternalError",
  2: "BadValue",
  9: "FailedToParse",
  14: "TypeMismatch",
  13: "Unauthorized",
  15: "Overflow",
  16: "InvalidLength",
  20: "IllegalOperation",
  22: "InvalidBSON",
  26: "NamespaceNotFound",
  27: "IndexNotFound",
  28: "PathNotViable",
  34: "CannotBackfillArray",
  40: "ConflictingUpdateOperators",
  43: "CursorNotFound",
  48: "NamespaceExists",
  50: "MaxTimeMSExpired",
  52: "DollarPrefixedFieldName",
  53: "InvalidIdField",
  54: "NotSingleValueField",
  56: "EmptyFieldName",
  59: "CommandNotFound",
  66: "ImmutableField",
  67: "CannotCreateIndex",
  72: "InvalidOptions",
  73: "InvalidNamespace",
  85: "IndexOptionsConflict",
  86: "IndexKeySpecsConflict",
  91: "ShutdownInProgress",
  111: "NotExactValueField",
  123: "NotAReplicaSet",
  146: "ExceededMemoryLimit",
  168: "InvalidPipelineOperator",
  171: "CannotIndexParallelArrays",
  175: "QueryPlanKilled",
  197: "InvalidIndexSpecificationOption",
  238: "NotImplemented",
  241: "ConversionFailure",
  10334: "BSONObjectTooLarge",
  11000: "DuplicateKey",
  322: "APIVersionError",
  13297: "DatabaseDifferCase",
  14031: "OutOfDiskSpace",
  40414: "IDLFailedToParse",
  40415: "IDLUnknownField",
};

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
    return NAMES[this.code] ?? `Location${this.code}`;
  }
}

/** MongoDB can do this and we do not: code 238, so that nobody mistakes it for a wrong request. */
export const notImplemented = (what: string) =>
  new MongoError(238, `the embedded server does not implement ${what}`);

/** A refusal of ours, or of mingo's; undefined for a fault, which must undo what was being written. */
export function asRefusal(error: unknown): MongoError | undefined {
  if (error instanceof MongoError) return error;
  return error instanceof Error && error.constructor.name === "MingoError"
    ? new MongoError(2, error.message)
    : undefined;
}

/** What a disk that is full says through LMDB. */
export const isDiskFull = (error: Error & { code?: unknown }): boolean =>
  error.code === 28 ||
  error.code === 5 ||
  /No space left|Input\/output error|MDB_MAP_FULL/i.test(error.message);
