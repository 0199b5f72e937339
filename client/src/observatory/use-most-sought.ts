import { useOpenOffers } from "../offers/use-open-offers.ts";

const LOOKED_AT = 50;

/** The occupation that most of the latest open offers are for: where to look first. */
export function useMostSought(wanted: boolean): { code: string | null; settled: boolean } {
  const { data, isError } = useOpenOffers({ pageSize: LOOKED_AT });
  const counts = new Map<string, number>();
  for (const { occupationCode: code } of data?.offers ?? [])
    if (code) counts.set(code, (counts.get(code) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return { code: most?.[0] ?? null, settled: !wanted || data !== undefined || isError };
}
