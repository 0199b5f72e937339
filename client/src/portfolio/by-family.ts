interface InFamily {
  familyId: string | null;
}

export interface Family<T> {
  id: string;
  /** Null for what has no family. */
  label: string | null;
  items: T[];
}

/** Groups by family, in order of first appearance; what has no family comes last. */
export function byFamily<T extends InFamily>(
  items: readonly T[],
  familyLabelOf: (item: T) => string | null,
): Family<T>[] {
  const families = new Map<string, Family<T>>();
  for (const item of items) {
    const id = item.familyId ?? "";
    const family = families.get(id);
    if (family) family.items.push(item);
    else families.set(id, { id, label: familyLabelOf(item), items: [item] });
  }
  const all = [...families.values()];
  return [...all.filter(({ id }) => id !== ""), ...all.filter(({ id }) => id === "")];
}
