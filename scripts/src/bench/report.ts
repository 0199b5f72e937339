/** Prints a table for people and, with `--json`, one line of JSON last (DESIGN section 8). */
export function report(title: string, figures: Record<string, unknown>): void {
  console.log(`\n${title}`);
  const rows = flatten(figures);
  const width = Math.max(...rows.map(([name]) => name.length));
  for (const [name, value] of rows) console.log(`  ${name.padEnd(width)}  ${value}`);
  if (process.argv.includes("--json")) console.log(JSON.stringify(figures));
}

function flatten(figures: Record<string, unknown>, prefix = ""): [string, string][] {
  return Object.entries(figures).flatMap(([name, value]): [string, string][] =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? flatten(value as Record<string, unknown>, `${prefix}${name}.`)
      : [[`${prefix}${name}`, typeof value === "number" ? String(round(value)) : String(value)]],
  );
}

/** Three significant decimals are enough to compare, and not enough to pretend. */
export function round(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}

/** The value below which a share of the samples lies; samples in any order. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** `--name value` on the command line. */
export function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? undefined : process.argv[at + 1];
}
