import type { Decimal128, Long } from "bson";
import { tag, toNumber } from "./values.ts";

/** coefficient × 10^exponent, exactly. */
export type Exact = { coefficient: bigint; exponent: number };

export function exactDouble(value: number): Exact {
  let [whole, exponent] = [value, 0];
  for (; !Number.isInteger(whole); exponent--) whole *= 2;
  return { coefficient: BigInt(whole) * 5n ** BigInt(-exponent), exponent };
}

/** Undefined for NaN and the infinities. */
export function exactDecimal(value: Decimal128): Exact | undefined {
  const match = /^(-?\d+)(?:\.(\d+))?(?:E([+-]?\d+))?$/.exec(value.toString());
  if (!match) return undefined;
  const [, whole = "", fraction = "", exponent = "0"] = match;
  return { coefficient: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}

const double = Buffer.alloc(8);
/** In place: what sorted upwards then sorts downwards. */
export function invert(bytes: Buffer): Buffer {
  for (let at = 0; at < bytes.length; at++) bytes[at] = ~(bytes[at] as number);
  return bytes;
}

/** What a double leaves out of an exact value: sign, decimal exponent, digits; the sign inverts the rest. */
function remainder(exact: Exact, near: Exact): string {
  const exponent = Math.min(exact.exponent, near.exponent);
  const scaled = (x: Exact) => x.coefficient * 10n ** BigInt(x.exponent - exponent);
  const rest = scaled(exact) - scaled(near);
  if (rest === 0n) return "\x80";
  const digits = String(rest < 0n ? -rest : rest);
  const place = exponent + digits.length + 0x8000;
  const bytes = `\x81${String.fromCharCode(place >> 8, place & 0xff)}${digits.replace(/0+$/, "")}\0`;
  return rest < 0n ? invert(Buffer.from(bytes, "latin1")).toString("latin1") : bytes;
}

/** Any number as bytes that sort by its exact value: the nearest double, then what that leaves out. */
export function numberKey(value: unknown): string {
  let near = toNumber(value) as number;
  let exact: Exact | undefined;
  if (tag(value) === "Decimal128") exact = exactDecimal(value as Decimal128);
  else if (tag(value) === "Long" && !Number.isSafeInteger(near))
    exact = { coefficient: (value as Long).toBigInt(), exponent: 0 };
  // A decimal beyond every double.
  if (exact && !Number.isFinite(near)) near = near > 0 ? Number.MAX_VALUE : -Number.MAX_VALUE;
  double.writeDoubleBE(near === 0 ? 0 : near);
  if (Number.isNaN(near)) double.fill(0);
  else if (near < 0) invert(double);
  else double[0] = (double[0] as number) | 0x80;
  return double.toString("latin1") + (exact ? remainder(exact, exactDouble(near)) : "\x80");
}
