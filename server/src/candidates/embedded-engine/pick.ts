/** One key of the order: a small number per slot, lower first. */
export interface SortKey {
  buckets: number;
  of(slot: number): number;
}

/** Few enough to sort outright. */
const FEW = 96;

/**
 * The slots that come at positions `from` to `to` (excluded) when the first `count` are ordered by the keys,
 * then by `compare`. A counting sort that only opens the buckets the page touches. `compare` must agree with
 * the keys and be total.
 */
export function pick(
  slots: Uint32Array,
  count: number,
  from: number,
  to: number,
  keys: readonly SortKey[],
  compare: (a: number, b: number) => number,
): number[] {
  const start = Math.max(0, from);
  const end = Math.min(count, to);
  if (start >= end) return [];
  const [key, ...others] = keys;
  if (count <= FEW || !key) return Array.from(slots.subarray(0, count)).sort(compare).slice(start, end);

  const sizes = new Uint32Array(key.buckets);
  for (let at = 0; at < count; at++) {
    const bucket = key.of(slots[at] as number);
    sizes[bucket] = (sizes[bucket] as number) + 1;
  }
  const open = new Map<number, { group: Uint32Array; filled: number; position: number }>();
  let position = 0;
  for (let bucket = 0; bucket < key.buckets && position < end; bucket++) {
    const size = sizes[bucket] as number;
    if (size > 0 && position + size > start)
      open.set(bucket, { group: new Uint32Array(size), filled: 0, position });
    position += size;
  }
  const firstOpen = Math.min(...open.keys());
  const lastOpen = Math.max(...open.keys());
  for (let at = 0; at < count; at++) {
    const slot = slots[at] as number;
    const bucket = key.of(slot);
    if (bucket < firstOpen || bucket > lastOpen) continue;
    const opened = open.get(bucket);
    if (opened) opened.group[opened.filled++] = slot;
  }
  return [...open.values()].flatMap(({ group, position: first }) =>
    pick(group, group.length, start - first, end - first, others, compare),
  );
}
