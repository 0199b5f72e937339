import type { Decimal128, Long } from "bson";
import { tag, toNumber } from "./values.ts";

/** coefficient × 10^exponent, exactly. */
export type Exact = { coefficient: bigint; exponent: number };

const bits = new DataView(new ArrayBuffer(8));

export function exactDouble(value: number): Exact {
  bits.setFloat64(0, value);
  const word = bits.getBigUint64(0);
  const biased = Number((word >> 52n) & 0x7ffn);
  const fraction = word & 0xfffffffffffffn;
  const mantissa = (biased === 0 ? fraction : fraction | 0x10000000000000n) * (value < 0 ? -1n : 1n);
  const power = (biased === 0 ? 1 : biased) - 1075;
  if (power >= 0) return { coefficient: mantissa << BigInt(power), exponent: 0 };
  return { coefficient: mantissa * 5n ** BigInt(-power), exponent: power };
}

export function exactDecimal(value: Decimal128): Exact | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:E([+-]?\d+))?$/.exec(value.toString());
  if (!match) return undefined;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  return { coefficient: BigInt(`${sign}${whole}${fraction}`), exponent: Number(exponent) - fraction.length };
}

function subtract(a: Exact, b: Exact): Exact {
  const exponent = Math.min(a.exponent, b.exponent);
  const scaled = (x: Exact) => x.coefficient * 10n ** BigInt(x.exponent - exponent);
  return { coefficient: scaled(a) - scaled(b), exponent };
}

function sortableDouble(value: number, out: Buffer, at: number): void {
  if (Number.isNaN(value)) return void out.fill(0, at, at + 8);
  bits.setFloat64(0, value === 0 ? 0 : value);
  const word = bits.getBigUint64(0);
  out.writeBigUInt64BE(word >> 63n ? ~word & 0xffffffffffffffffn : word | 0x8000000000000000n, at);
}

/** What the nearest double leaves out: sign, decimal exponent, digits; the sign inverts the rest. */
function encodeRemainder({ coefficient, exponent }: Exact): Buffer {
  const digits = (coefficient < 0n ? -coefficient : coefficient).toString().replace(/0+$/, "");
  const size = (coefficient < 0n ? -coefficient : coefficient).toString().length;
  const out = Buffer.alloc(digits.length + 4);
  out[0] = 0x81;
  out.writeUInt16BE(exponent + size + 0x8000, 1);
  out.write(digits, 3, "latin1");
  if (coefficient < 0n) for (let i = 0; i < out.length; i++) out[i] = ~(out[i] as number) & 0xff;
  return out;
}

/** A number of any BSON type as bytes that sort by exact value: the nearest double, then what it leaves out. */
export function encodeNumber(value: unknown): Buffer {
  const near = toNumber(value) ?? 0;
  const kind = tag(value);
  let double = near;
  let remainder: Exact | undefined;
  if (kind === "Long" && !Number.isSafeInteger(near))
    remainder = subtract({ coefficient: (value as Long).toBigInt(), exponent: 0 }, exactDouble(near));
  else if (kind === "Decimal128") {
    const exact = exactDecimal(value as Decimal128);
    if (exact) {
      if (!Number.isFinite(near)) double = near > 0 ? Number.MAX_VALUE : -Number.MAX_VALUE;
      remainder = subtract(exact, exactDouble(double));
    }
  }
  const tail = remainder && remainder.coefficient !== 0n ? encodeRemainder(remainder) : undefined;
  const out = Buffer.allocUnsafe(8 + (tail?.length ?? 1));
  sortableDouble(double, out, 0);
  if (tail) tail.copy(out, 8);
  else out[8] = 0x80;
  return out;
}
