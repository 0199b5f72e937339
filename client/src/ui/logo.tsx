const APPLE =
  "M24 14.5c-3.6-2.6-8.3-2.4-11.6.4C8 18.6 7.4 25 9.3 31c1.8 5.8 5.6 11.5 10.2 11.5 1.8 0 3-.9 4.5-.9s2.7.9 4.5.9c4.6 0 8.4-5.7 10.2-11.5 1.9-6 1.3-12.4-3.1-16.1-3.3-2.8-8-3-11.6-.4z";
const HALF =
  "M24 14.5c-3.6-2.6-8.3-2.4-11.6.4C8 18.6 7.4 25 9.3 31c1.8 5.8 5.6 11.5 10.2 11.5 1.8 0 3-.9 4.5-.9z";
const CHECK = "M15.5 27l7.5 7.5L37.5 6";

/** The mark of Acquis: an apple, half of it still an outline; its check grows out as the stem. Decorative. */
export function Logo({ size = 36 }: { size?: number }) {
  const line = { fill: "none", strokeLinecap: "round", strokeLinejoin: "round" } as const;
  return (
    <svg width={size} height={size} viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <path d={APPLE} {...line} stroke="var(--apple)" strokeWidth="3" />
      <path d={HALF} fill="var(--apple)" />
      <path d={CHECK} {...line} stroke="var(--surface)" strokeWidth="8.5" />
      <path d={CHECK} {...line} stroke="var(--sea)" strokeWidth="4.2" />
    </svg>
  );
}
