export interface Times {
  p50Ms: number;
  p95Ms: number;
  maxMs: number;
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Median, 95th centile and worst of some durations. */
export function percentiles(durations: readonly number[]): Times {
  const sorted = [...durations].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { p50Ms: rounded(at(0.5)), p95Ms: rounded(at(0.95)), maxMs: rounded(at(1)) };
}
